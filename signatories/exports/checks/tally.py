"""What goes into a PDF, counted document by document and held against the list that it must show."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary, WeakSet

from signatories.errors import Refused
from signatories.exports.checks.searching import Search, text_of
from signatories.merge import wording
from signatories.texts import N_
from signatories.typesetting.direction import runs_left
from signatories.typesetting.galleys import Galley
from signatories.typesetting.pages import Document, Page, Placed

Shown = Mapping[int, str] | Iterator[tuple[int, str]]

_MOST_ENDINGS = 64  # of the documents that show one list: they differ in where pages end
_Piece = tuple[Galley, int, int]


@dataclass(slots=True)
class _Known:
    """A list that came before, kept so that no other can take its place in memory.

    `endings`: the pieces that documents ended with in which all of it was found.
    """

    lines: Mapping[int, str]
    endings: set[tuple[_Piece, ...]] = field(default_factory=set)


class Tally:
    """Counts finished documents. `starts`: the page on which each begins, from 0.

    `shown`: the sign-ons found in them; `streamed`: how many lines were found so far in one whose pages come one by
    one.
    """

    def __init__(self) -> None:
        self.pages = 0
        self.starts: list[int] = []
        self.shown: set[int] = set()
        self.streamed = 0
        self._known: dict[int, _Known] = {}
        self._texts: WeakKeyDictionary[Galley, dict[tuple[int, int], str]] = WeakKeyDictionary()

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.starts)

    def add(self, document: Document, list_: Shown) -> Document:
        """Count a document and return it.

        `list_`: the text of each sign-on by its id, in the order in which the pages show them.
        Raises Refused unless the pages hold each text whole and in its place. Of a line that is not read as it is
        printed, from left to right, they must hold the characters.
        """
        self.starts.append(self.pages)
        pages, notes = tuple(document.pages), _Notes()
        self.pages += len(pages)
        bodies: Iterable[Sequence[Placed]] = [page.placed for page in pages]
        if len(pages) > 1:
            bodies = self._without_feet(pages, document.language)
        pieces = [placed for body in bodies for placed in notes.without(body)]
        if not self._holds(document.language, pieces, list_):
            raise _lacking(document)
        return document

    def stream(self, document: Document, told: Callable[[], Iterable[str]]) -> Document:
        """Count a document whose pages are yet to be made, while those of the returned one are walked.

        `told`: the texts of the lines that the pages since it was last asked may hold, in their order. Raises as
        `add` does, when the pages are walked.
        """
        self.starts.append(self.pages)
        return replace(document, pages=self._walked(document, told))

    def _walked(self, document: Document, told: Callable[[], Iterable[str]]) -> Iterator[Page]:
        search, notes = _search(document.language), _Notes()
        for page in document.pages:
            self.pages += 1
            search.want(told())
            search.read("".join(map(text_of, notes.without(page.placed))))
            self.streamed = search.found
            yield page
        search.want(told())
        if not search.is_complete():
            raise _lacking(document)
        self.streamed = search.found

    def _holds(self, language: str, pieces: Sequence[Placed], list_: Shown) -> bool:
        """Whether the pieces hold the list; one that comes again is looked for once in each ending."""
        known = self._known.get(id(list_))
        if known is None:
            if isinstance(list_, Mapping):
                self._known[id(list_)] = _Known(list_)
            return self._is_found(language, pieces, list_)
        for length in {len(ending) for ending in known.endings}:
            if _ending(pieces, length) in known.endings:
                return True
        if not self._is_found(language, pieces, known.lines):
            return False
        if len(known.endings) < _MOST_ENDINGS:
            known.endings.add(_ending(pieces, self._least(language, pieces, known.lines)))
        return True

    def _least(self, language: str, pieces: Sequence[Placed], lines: Mapping[int, str]) -> int:
        """How many of the last pieces are enough to hold the list."""
        return bisect(
            range(len(pieces)),
            False,
            key=lambda count: self._is_found(language, pieces[len(pieces) - count :], lines),
        )

    def _is_found(self, language: str, pieces: Sequence[Placed], list_: Shown) -> bool:
        lines = list_ if isinstance(list_, Mapping) else dict(list_)
        search = _search(language)
        search.want(lines.values())
        search.read("".join(map(self._text, pieces)))
        if not search.is_complete():
            return False
        self.shown.update(lines)
        return True

    def _without_feet(self, pages: Sequence[Page], language: str) -> Iterator[Sequence[Placed]]:
        """What stands on each page but the line that numbers it, which comes amid what goes on to the next."""
        for number, page in enumerate(pages, start=1):
            foot = "".join(wording.page_of(number, len(pages), language).split())
            is_numbered = len(page.placed) > 0 and self._text(page.placed[-1]) == foot
            yield page.placed[:-1] if is_numbered else page.placed

    def _text(self, placed: Placed) -> str:
        """The text of a piece, which may stand on many pages."""
        kept = self._texts.setdefault(placed.galley, {})
        place = (placed.first, placed.end)
        if place not in kept:
            kept[place] = text_of(placed)
        return kept[place]


class _Notes(WeakSet[Galley]):
    """The footnotes of the pages so far, which come amid what goes on to the next page."""

    def without(self, placed: Sequence[Placed]) -> Sequence[Placed]:
        """What stands on the next page, but for footnotes."""
        for each in placed:
            if each.galley.notes:
                self.update(note.galley for note in each.galley.notes)
        return [each for each in placed if each.galley not in self] if self else placed


def _search(language: str) -> Search:
    return Search(reordered=runs_left(language))


def _ending(pieces: Sequence[Placed], length: int) -> tuple[_Piece, ...]:
    return tuple([placed[2:] for placed in pieces[len(pieces) - length :]])


def _lacking(document: Document) -> Refused:
    text = N_("The pages for {name} lack a part of the list of signatories; nothing was written.")
    return Refused(text, name=document.title)
