"""How wide the columns of a table are: as their texts want, and fairly shared where that is too much. In points."""

from collections.abc import Sequence
from dataclasses import replace

from signatories.block.arrangement import Section
from signatories.merge.block.looks import Look

_SAMPLE = 400  # rows at the beginning, and as many all over the table, whose texts are measured
_LONGEST = 12  # texts of a column, the longest of those


def column_widths(section: Section, look: Look, room: float) -> list[float]:
    """Widths that fill the room: what the columns' texts want, what is left over to the widest."""
    bold = replace(look.text, bold=True)
    heads = [look.given.measure(text, bold) for text in section.head]
    cells = [max(_measured(texts, look)) for texts in zip(*_sample(section), strict=True)]
    wanted = [max(pair) for pair in zip(cells or heads, heads, strict=True)]
    spare = room - sum(wanted)
    if spare < 0:
        return _shared(wanted, room)
    wanted[wanted.index(max(wanted))] += spare
    return wanted


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """Who is content with an equal share gets what it wants; the others share the rest."""
    widths = [0.0] * len(wanted)
    waiting = sorted(range(len(wanted)), key=wanted.__getitem__)
    while waiting:
        share = room / len(waiting)
        narrowest = waiting.pop(0)
        widths[narrowest] = min(wanted[narrowest], share)
        room -= widths[narrowest]
    return widths


def _sample(section: Section) -> list[tuple[str, ...]]:
    """The cells of some rows: of the first ones, of others all over, and of the last, with its number."""
    entries = section.entries
    every = len(entries) // _SAMPLE + 1
    places = {*range(min(_SAMPLE, len(entries))), *range(0, len(entries), every)}
    last = [entries[-1].cells] if len(entries) else []
    return [entries[place].cells for place in sorted(places)] + last


def _measured(texts: Sequence[str], look: Look) -> list[float]:
    longest = sorted(set(texts), key=len, reverse=True)[:_LONGEST]
    return [look.given.measure(text, look.text) for text in longest]
