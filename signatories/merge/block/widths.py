"""How wide the columns of a table are: as their texts want, and fairly shared where that is too much. In points."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from math import ceil

from signatories.block.arrangement import Section
from signatories.merge.block.looks import Look

_SAMPLE = 400  # rows at the beginning, and as many all over the table, whose texts are measured
_JUDGED = 80  # rows at most, whose lines are counted
_PARTS = (1 / 4, 1 / 8, 1 / 16, 1 / 32)  # of the room, moved at a time
_RAGGED = 1.1  # a text of several lines leaves a part of each empty
_LONGEST = 12  # texts of a column, the longest of those


def column_widths(section: Section, look: Look, room: float) -> list[float]:
    """Widths that fill the room, the same in all tables of the block that are alike."""
    known = look.widths.get(section.head)
    if known is None:
        known = look.widths[section.head] = _column_widths(section.head, look, room)
    return known


def _column_widths(head: tuple[str, ...], look: Look, room: float) -> list[float]:
    """What the columns' texts want, what is left over to the widest.

    Where that is too much, those with which the rows have the fewest lines.
    """
    bold = replace(look.text, bold=True)
    heads = [look.given.measure(text, bold) for text in head]
    rows = _sample([section for section in look.alike if section.head == head])
    cells = [max(_measured(texts, look)) for texts in zip(*rows, strict=True)]
    wanted = [max(pair) for pair in zip(cells or heads, heads, strict=True)]
    spare = room - sum(wanted)
    if spare < 0:
        return _with_fewest_lines(rows, wanted, _shared(wanted, room))
    wanted[wanted.index(max(wanted))] += spare
    return wanted


def _with_fewest_lines(
    rows: Sequence[tuple[str, ...]], wanted: Sequence[float], widths: list[float]
) -> list[float]:
    """Room moved from column to column, ever less of it, as long as that saves lines."""
    longest = [max(map(len, texts)) or 1 for texts in zip(*rows, strict=True)]
    of_letter = [width / count for width, count in zip(wanted, longest, strict=True)]
    judged = rows[:: len(rows) // _JUDGED + 1]
    lengths = [[len(text) for text in row] for row in judged]
    words = zip(*([_longest_word(text) for text in row] for row in judged), strict=True)
    least = [max(own) * letter for own, letter in zip(words, of_letter, strict=True)]
    fewest, room = _lines(lengths, of_letter, widths), sum(widths)
    for part in _PARTS:
        for giver, taker in permutations(range(len(widths)), 2):
            while widths[giver] - room * part >= least[giver]:
                moved = [*widths]
                moved[giver] -= room * part
                moved[taker] += room * part
                if (lines := _lines(lengths, of_letter, moved)) >= fewest:
                    break
                widths, fewest = moved, lines
    return widths


def _lines(
    rows: Sequence[Sequence[int]], of_letter: Sequence[float], widths: Sequence[float]
) -> tuple[int, int]:
    """How many lines rows of so many letters take, and their cells together."""
    fitting = [width / letter for width, letter in zip(widths, of_letter, strict=True)]
    cells = [
        [
            1 if count <= most else ceil(count * _RAGGED / most)
            for count, most in zip(row, fitting, strict=True)
        ]
        for row in rows
    ]
    return sum(map(max, cells)), sum(map(sum, cells))


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


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


def _sample(sections: Sequence[Section]) -> list[tuple[str, ...]]:
    """The cells of some rows of each: of the first ones, of others all over, and of the last, with its number."""
    of_each = max(1, _SAMPLE // max(1, len(sections)))
    return [cells for section in sections for cells in _sample_of(section, of_each)]


def _sample_of(section: Section, most: int) -> list[tuple[str, ...]]:
    entries = section.entries
    every = len(entries) // most + 1
    places = {*range(min(most, len(entries))), *range(0, len(entries), every)}
    last = [entries[-1].cells] if len(entries) else []
    return [entries[place].cells for place in sorted(places)] + last


def _measured(texts: Sequence[str], look: Look) -> list[float]:
    longest = sorted(set(texts), key=len, reverse=True)[:_LONGEST]
    return [look.given.measure(text, look.text) for text in longest]
