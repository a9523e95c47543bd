"""Pages as plain data: paper, margins, and which lines of which galley stand where."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from signatories.typesetting.galleys import Galley
from signatories.typesetting.styles import Align, TextStyle

MILLIMETRE = 72 / 25.4
_SMALL = TextStyle(size=9)


@dataclass(frozen=True, slots=True)
class PageFormat:
    """Paper and margins. `first_top` is the top margin of the first page, where it differs.

    `foot`: how far above the paper's lower edge the footer's baseline stands.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    first_top: float | None = None
    foot: float = 12 * MILLIMETRE

    @property
    def measure(self) -> float:
        """The length of a full line."""
        return self.width - self.left - self.right


A4 = PageFormat(
    width=210 * MILLIMETRE,
    height=297 * MILLIMETRE,
    left=25 * MILLIMETRE,
    right=25 * MILLIMETRE,
    top=25 * MILLIMETRE,
    bottom=25 * MILLIMETRE,
)
US_LETTER = PageFormat(width=612, height=792, left=72, right=72, top=72, bottom=72, foot=36)


@dataclass(frozen=True, slots=True)
class Footer:
    """The line at the foot of every page of a document that has more than one.

    `text(page, pages)` is in the caller's language: `"Page 1 of 2"`.
    """

    text: Callable[[int, int], str]
    style: TextStyle = _SMALL
    align: Align = Align.CENTRE


class Placed(NamedTuple):
    """Lines `first` to `end` (excluded) of a galley; `x`, `y`: the top left corner of the first."""

    x: float
    y: float
    galley: Galley
    first: int
    end: int

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return self.y + self.galley.bottoms[self.end - 1] - self.galley.tops[self.first]


class Page(NamedTuple):
    """One page, and all that stands on it."""

    width: float
    height: float
    placed: tuple[Placed, ...]


Feet = Callable[[int, int], tuple[Placed, ...]]


class Bookmark(NamedTuple):
    """A place in a document that its outline leads to; `page`: on which of its pages, from 0."""

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Document:
    """A letter or an annex as pages. `title` names it in the outline; `language` is a BCP 47 tag.

    `bookmarks`: what the outline leads to instead, if anything; known when all pages have been walked.

    `pages` may be made while they are walked, which then can be done only once. `feet(page, pages)`
    is what stands on a page, counted from 1, in addition: to be put on it when the count is known.
    """

    title: str
    language: str
    pages: Iterable[Page]
    feet: Feet | None = None
    bookmarks: Sequence[Bookmark] = ()
