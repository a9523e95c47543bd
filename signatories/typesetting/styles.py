"""How text looks and how lines stand."""

import enum
from dataclasses import dataclass


class Align(enum.Enum):
    """Where lines stand between the margins. Start is left, or right in right-to-left text."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    JUSTIFY = "justify"


class Level(enum.Enum):
    """Where something stands in the height of its row."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Fill(enum.Enum):
    """How entries fill columns: one column after the other, or row by row."""

    DOWN = "down"
    ACROSS = "across"


class Direction(enum.Enum):
    """Where a paragraph's lines begin. Auto: as its first strong letter says."""

    AUTO = "auto"
    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Family(enum.Enum):
    """The main face. What it lacks is taken from the sans face of the script."""

    SERIF = "serif"
    SANS = "sans"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How letters look. `language` (BCP 47) and `country` (ISO alpha-2) choose among Han shapes.

    `link`: the address that they lead to in a file, "" for none. `heads`: what the outline of a file calls the place
    where they stand, "" where it leads elsewhere.
    """

    size: float = 11.0
    bold: bool = False
    italic: bool = False
    family: Family = Family.SERIF
    language: str = "en"
    country: str | None = None
    link: str = ""
    heads: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph's lines stand. Between two paragraphs the larger of the two spaces is kept.

    A page shows at least two lines of a paragraph that it begins or ends, and the whole of one that
    is `keep_together`. After `keep_with_next` no page ends. Spaces are dropped at the top of a page.
    `smallest`: the share of its size down to which text is made smaller rather than broken in a word.
    """

    leading: float = 14.5
    align: Align = Align.START
    direction: Direction = Direction.AUTO
    space_before: float = 0.0
    space_after: float = 0.0
    indent: float = 0.0
    first_indent: float = 0.0
    keep_together: bool = False
    keep_with_next: bool = False
    smallest: float = 1.0
