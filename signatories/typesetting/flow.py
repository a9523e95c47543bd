"""What is to be set: paragraphs of styled text, rules, spaces, and what must stay together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from signatories.typesetting.galleys import Galley
from signatories.typesetting.images import Image
from signatories.typesetting.styles import Align, Fill, Level, ParagraphStyle, TextStyle

_PLAIN = ParagraphStyle()


class Span(NamedTuple):
    r"""A piece of text in one style. The text is printed as it is; "\n" begins a new line.

    `note`: what is printed at the foot of the page that shows the end of the span.
    """

    text: str
    style: TextStyle
    note: tuple["Item", ...] = ()


class Paragraph(NamedTuple):
    """Spans set into lines. The marker, a bullet or number, stands before the indent of the first."""

    spans: tuple[Span, ...]
    style: ParagraphStyle = _PLAIN
    marker: Span | None = None


class Texts(NamedTuple):
    """Paragraphs of one look, each as `Paragraph((Span(text, look),), style)`; the last may keep with the next.

    `markers`: the words of a marker for each, in the same look; empty where none has one.
    """

    texts: Sequence[str]
    look: TextStyle
    style: ParagraphStyle
    markers: Sequence[str] = ()
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line, as long as the measure unless `length` says otherwise."""

    thickness: float = 0.5
    length: float | None = None
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """Room between two items, beside nothing at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class Together:
    """Items that no page break may part, unless they are taller than a page."""

    items: tuple["Item", ...]
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image at a size in points; where the measure is narrower, it is made smaller."""

    image: Image
    width: float
    height: float
    align: Align = Align.START
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False


class Cell(NamedTuple):
    """Items set to a width of their own, `x` from the left edge of their row."""

    x: float
    width: float
    items: tuple["Item", ...]
    level: Level = Level.TOP


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, with room above and below them inside; parted only if taller than a page.

    `shade`: the grey behind it, from 0, black, to 1, white. `rule_above`, `rule_below`: thickness of the
    rules along it, none where 0; `uprights`: where upright rules of the thickness of `rule_below` stand.
    What its cells want above and below counts only where nothing is drawn around them.
    """

    cells: tuple[Cell, ...]
    padding: float = 0.0
    shade: float | None = None
    rule_above: float = 0.0
    rule_below: float = 0.0
    uprights: tuple[float, ...] = ()
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False


Item = Paragraph | Texts | Rule | Space | Together | Picture | Row | Galley


@dataclass(frozen=True, slots=True)
class Columns:
    """Items in columns of one width, evenly filled where they end, going on over pages.

    `items` may be a generator: it is walked once, as pages fill. `head` stands again at the top of every
    column on every page, as the header of a table; with one column and rows, this is a table. `again` stands across
    the measure at the top of each further page, unless all that is left has room there only without it.
    What stands before the columns in the flow and keeps with the next keeps with their first item.
    `right_to_left`: the first column is the rightmost.
    """

    items: Iterable[Item]
    count: int = 1
    gap: float = 18.0
    fill: Fill = Fill.DOWN
    head: tuple[Item, ...] = ()
    right_to_left: bool = False
    again: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows in the flow begins a new page."""


Flow = Iterable[Item | Columns | PageBreak]


@dataclass(frozen=True, slots=True)
class Region:
    """Items at a fixed place of the first page, as a letterhead or an address in its window.

    `x`, `y`: the top left corner. The flow of the page begins below every region that `clears`.
    """

    x: float
    y: float
    width: float
    items: tuple[Item, ...]
    clears: bool = field(default=True, kw_only=True)
