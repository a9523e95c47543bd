"""Set text as plain data: glyphs, words, lines, and galleys of lines that pages show pieces of."""

from dataclasses import dataclass
from typing import NamedTuple

from signatories.typesetting.fonts import Face
from signatories.typesetting.images import Image
from signatories.typesetting.styles import TextStyle


class Glyph(NamedTuple):
    """One glyph. Lengths are thousandths of the type size; x to the right, y upwards.

    `text`: its share of the characters of its cluster; none when there are more glyphs than characters.
    Read one by one in reading order, glyphs spell the text, brackets in right-to-left text as seen.
    """

    number: int
    advance: float
    dx: float
    dy: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """A text that cannot be told apart further, and its glyphs from left to right as printed. Shared by words."""

    text: str
    glyphs: tuple[Glyph, ...]


class GlyphRun(NamedTuple):
    """Clusters of one face that run one way, from left to right as printed."""

    face: Face
    clusters: tuple[Cluster, ...]
    right_to_left: bool


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped piece of text without an inner break, or one space. Shared by all lines that show it."""

    text: str
    style: TextStyle
    width: float
    runs: tuple[GlyphRun, ...]


class Line(NamedTuple):
    """Words and spaces from left to right as printed. `stretch` is added to each space.

    `x`: from the galley's left edge; `baseline`: below the line's top. `space`: what stands between any two of the
    words, where no spaces are among them.
    """

    x: float
    baseline: float
    words: tuple[Word, ...]
    stretch: float = 0.0
    space: Word | None = None

    @property
    def printed(self) -> tuple[Word, ...]:
        """All words and spaces."""
        if self.space is None:
            return self.words
        return tuple([each for word in self.words for each in (word, self.space)][:-1])


class Stroke(NamedTuple):
    """A rule: its left end from the galley's left edge, its middle below the line's top."""

    x: float
    middle: float
    length: float
    thickness: float


class Upright(NamedTuple):
    """An upright rule: its middle from the galley's left edge, its upper end below the line's top."""

    x: float
    top: float
    height: float
    thickness: float


class Picture(NamedTuple):
    """An image, scaled to a size. `x`, `top`: its upper left corner, from the galley's and the line's."""

    x: float
    top: float
    width: float
    height: float
    image: Image


class Shade(NamedTuple):
    """A filled box behind what follows it. `grey`: from 0, black, to 1, white."""

    x: float
    top: float
    length: float
    height: float
    grey: float


Shown = Line | Stroke | Upright | Picture | Shade


class Note(NamedTuple):
    """A footnote, set, and the number of the line in its galley that calls for it."""

    line: int
    galley: "Galley"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Galley:
    """Lines set to one measure, one below the other, with the places where a page may end.

    Line i reaches from `tops[i]` to `bottoms[i]`, measured from the top of line 0; neither ever falls.
    What stands side by side in a row shares its top and bottom. `breaks[i]`: a page may end after line i.
    `before`, `after`: the room wanted above and below, dropped at the top of a page. `notes`: by line,
    what is to stand at the foot of the page that shows the line.
    Two galleys are equal only if they are the same: exporters draw a galley that comes again only once.
    """

    lines: tuple[Shown, ...]
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    breaks: tuple[bool, ...]
    before: float = 0.0
    after: float = 0.0
    notes: tuple[Note, ...] = ()

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return self.bottoms[-1] if self.bottoms else 0.0
