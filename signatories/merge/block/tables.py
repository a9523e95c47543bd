"""Entries as rows of a table: a header that comes again on each page, columns as wide as their texts want."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from signatories.block.arrangement import Section
from signatories.block.entries import Entry
from signatories.block.settings import NUMBER
from signatories.merge.block.looks import Look
from signatories.merge.block.widths import column_widths
from signatories.models.block import Rules, Spacing
from signatories.typesetting.direction import base_level, runs_left_to_right
from signatories.typesetting.flow import Cell, Columns, Item, Paragraph, Row, Span
from signatories.typesetting.styles import Align, ParagraphStyle

_GAP = 9.0  # points between two columns
_EDGE = 4.0  # points between the edge of a shade or frame and the text
_ZEBRA = 0.93
_RULE = 0.4
_PADDINGS = {Spacing.TIGHT: 0.5, Spacing.HALF: 2.5, Spacing.LINE: 6.0}


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column stands, and how texts that run right and that run left stand in it: on one side."""

    x: float
    width: float
    running_right: ParagraphStyle
    running_left: ParagraphStyle

    def cell(self, spans: tuple[Span, ...]) -> Cell:
        """A text in this column."""
        text = spans[0].text
        if not text:
            return Cell(self.x, self.width, ())
        runs_right = runs_left_to_right(text) or base_level(text) == 0
        style = self.running_right if runs_right else self.running_left
        items: tuple[Item, ...] = (Paragraph(spans, style),)
        return Cell(self.x, self.width, items)


def table(section: Section, look: Look) -> Iterator[Columns]:
    """The entries as rows below a header."""
    columns = _columns(section, look)
    rows = (
        _row(entry, columns, look, shaded=place % 2 == 0)
        for place, entry in enumerate(section.entries)
    )
    yield Columns(rows, head=(_header(section.head, columns, look),))


def _columns(section: Section, look: Look) -> list[_Column]:
    """Columns side by side across the measure; in right-to-left letters the first is the rightmost."""
    names, layout = section.layout.table_columns, look.layout
    edge = _EDGE if layout.zebra or layout.rules is Rules.ALL else 0.0
    room = look.given.width - 2 * edge - _GAP * (len(names) - 1)
    widths = column_widths(section, look, room)
    lefts = [*accumulate((width + _GAP for width in widths), initial=edge)][:-1]
    if look.right_to_left:
        sides = zip(lefts, widths, strict=True)
        lefts = [look.given.width - left - width for left, width in sides]
    styles = [_styles(name, look, last=n == len(names) - 1 > 0) for n, name in enumerate(names)]
    return [
        _Column(left, width, *each) for left, width, each in zip(lefts, widths, styles, strict=True)
    ]


def _styles(name: str, look: Look, *, last: bool) -> tuple[ParagraphStyle, ParagraphStyle]:
    """Numbers stand at the end of their column, and so does a country in the last one; all else at its beginning."""
    at_end = name == NUMBER or (name == "country" and last)
    start, end = look.paragraph(Align.START), look.paragraph(Align.END)
    if look.right_to_left:  # there every text starts at the right
        return (end, end) if at_end else (start, start)
    return (end, start) if at_end else (start, end)


def _row(entry: Entry, columns: Sequence[_Column], look: Look, *, shaded: bool) -> Row:
    style = look.style(entry.signatory.country_code)
    spans: list[tuple[Span, ...]] = [(Span(text, style),) for text in entry.cells]
    if entry.note is not None:
        spans[entry.noted] += (look.mark(entry.note),)
    rules = look.layout.rules
    return Row(
        _cells(spans, columns),
        padding=_PADDINGS[look.layout.spacing],
        shade=_ZEBRA if look.layout.zebra and shaded else None,
        rule_below=_RULE if rules is not Rules.NONE else 0.0,
        uprights=_uprights(columns, look) if rules is Rules.ALL else (),
    )


def _header(texts: Sequence[str], columns: Sequence[_Column], look: Look) -> Row:
    bold = replace(look.text, bold=True)
    framed = look.layout.rules is Rules.ALL
    return Row(
        _cells([(Span(text, bold),) for text in texts], columns),
        padding=_PADDINGS[look.layout.spacing],
        rule_above=_RULE if framed else 0.0,
        rule_below=_RULE,
        uprights=_uprights(columns, look) if framed else (),
        keep_with_next=True,
    )


def _cells(spans: Sequence[tuple[Span, ...]], columns: Sequence[_Column]) -> tuple[Cell, ...]:
    return tuple(column.cell(own) for own, column in zip(spans, columns, strict=True))


def _uprights(columns: Sequence[_Column], look: Look) -> tuple[float, ...]:
    """At both edges and in the middle between two columns."""
    _, *others = sorted(column.x for column in columns)
    return (0.0, *(x - _GAP / 2 for x in others), look.given.width)
