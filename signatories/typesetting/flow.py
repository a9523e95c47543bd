"""What is to be set: paragraphs of styled text, rules, spaces, and what must stay together."""

from dataclasses import dataclass, field

from signatories.typesetting.galleys import Galley
from signatories.typesetting.styles import ParagraphStyle, TextStyle

_PLAIN = ParagraphStyle()


@dataclass(frozen=True, slots=True)
class Span:
    r"""A piece of text in one style. The text is printed as it is; "\n" begins a new line."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans set into lines. The marker, a bullet or number, stands before the indent of the first."""

    spans: tuple[Span, ...]
    style: ParagraphStyle = _PLAIN
    marker: Span | None = None


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


Item = Paragraph | Rule | Space | Together | Galley


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows in the flow begins a new page."""


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
