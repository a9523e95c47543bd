"""Entries as rows of a table: a header that comes again on each page, columns as wide as their texts want."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from signatories.block.arrangement import Section
from signatories.block.entries import NUMBER, Entry
from signatories.merge.block.looks import Look
from signatories.models.block import Rules, Spacing
from signatories.typesetting.flow import Cell, Columns, Item, Paragraph, Row, Span
from signatories.typesetting.styles import Align, ParagraphStyle, TextStyle

_GAP = 9.0  # points between two columns
_ZEBRA = 0.93
_RULE = 0.4
_PADDINGS = {Spacing.TIGHT: 0.5, Spacing.HALF: 2.5, Spacing.LINE: 6.0}
_SAMPLE = 400  # rows at the beginning, and as many all over the table, whose texts are measured
_LONGEST = 12  # texts of a column, the longest of those
_WIDEST = 0.6  # of a table: no column of several gets more before the others have what they want


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column of a table stands, and how."""

    x: float
    width: float
    style: ParagraphStyle


def table(section: Section, look: Look) -> Iterator[Columns]:
    """The entries as rows below a header."""
    columns = _columns(section, look)
    rows = (_row(entry, place, columns, look) for place, entry in enumerate(section.entries))
    yield Columns(rows, head=(_header(section.head, columns, look),))


def _columns(section: Section, look: Look) -> list[_Column]:
    """Columns side by side across the measure; in right-to-left letters the first is the rightmost."""
    widths = _widths(section, look)
    lefts = [0.0, *accumulate(width + _GAP for width in widths)]
    styles = _styles(section.layout.table_columns, look)
    columns = [_Column(*each) for each in zip(lefts, widths, styles, strict=False)]
    if not look.right_to_left:
        return columns
    whole = look.given.width
    return [replace(column, x=whole - column.x - column.width) for column in columns]


def _styles(names: Sequence[str], look: Look) -> list[ParagraphStyle]:
    """Numbers stand at the end of their column, and so does a country in the last one."""
    last = len(names) - 1
    at_end = [
        name == NUMBER or (name == "country" and n == last > 0) for n, name in enumerate(names)
    ]
    return [look.paragraph(Align.END if end else Align.START) for end in at_end]


def _widths(section: Section, look: Look) -> list[float]:
    """What each column's texts want, and what is left to the widest; if it is too little, shared out fairly."""
    wanted = [max(_measured(texts, look)) for texts in zip(*_sample(section), strict=True)]
    heads = [look.given.measure(text, _bold(look)) for text in section.head]
    wanted = [max(pair) for pair in zip(wanted or heads, heads, strict=True)]
    room = look.given.width - _GAP * (len(wanted) - 1)
    spare = room - sum(wanted)
    if spare >= 0:
        wanted[wanted.index(max(wanted))] += spare
        return wanted
    return _shared(wanted, room)


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """Room for columns that want more: each that is content with an equal share gets what it wants."""
    widths = [0.0] * len(wanted)
    waiting = sorted(range(len(wanted)), key=lambda n: wanted[n])
    while waiting:
        narrowest = waiting.pop(0)
        share = room / (len(waiting) + 1)
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


def _row(entry: Entry, place: int, columns: Sequence[_Column], look: Look) -> Row:
    style = look.style(entry.signatory.country_code)
    spans: list[tuple[Span, ...]] = [(Span(text, style),) for text in entry.cells]
    if entry.note is not None:
        spans[_widest(columns)] += (look.mark(entry.note),)
    rules = look.layout.rules
    return Row(
        _cells(spans, columns),
        padding=_PADDINGS[look.layout.spacing],
        shade=_ZEBRA if look.layout.zebra and place % 2 == 0 else None,
        rule_below=_RULE if rules is not Rules.NONE else 0.0,
        uprights=_uprights(columns, look) if rules is Rules.ALL else (),
    )


def _header(texts: Sequence[str], columns: Sequence[_Column], look: Look) -> Row:
    cells = _cells([(Span(text, _bold(look)),) for text in texts], columns)
    framed = look.layout.rules is Rules.ALL
    return Row(
        cells,
        padding=_PADDINGS[look.layout.spacing],
        rule_above=_RULE if framed else 0.0,
        rule_below=_RULE,
        uprights=_uprights(columns, look) if framed else (),
        keep_with_next=True,
    )


def _cells(spans: Sequence[tuple[Span, ...]], columns: Sequence[_Column]) -> tuple[Cell, ...]:
    return tuple(
        Cell(column.x, column.width, _text(own, column))
        for own, column in zip(spans, columns, strict=True)
    )


def _text(spans: tuple[Span, ...], column: _Column) -> tuple[Item, ...]:
    return (Paragraph(spans, column.style),) if any(span.text for span in spans) else ()


def _uprights(columns: Sequence[_Column], look: Look) -> tuple[float, ...]:
    """At both edges and in the middle between two columns."""
    inner = (column.x - _GAP / 2 for column in columns if column.x > 0)
    return (0.0, *inner, look.given.width)


def _widest(columns: Sequence[_Column]) -> int:
    return max(range(len(columns)), key=lambda n: columns[n].width)


def _bold(look: Look) -> TextStyle:
    return replace(look.text, bold=True)
