"""What goes into a PDF, counted document by document and held against the list that it must show."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary, WeakSet

from signatories.errors import Refused
from signatories.exports.searching import Letters, Search
from signatories.merge.styles import runs_left
from signatories.texts import N_
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
    """Counts finished documents. `starts`: the page on which each begins, from 0; `shown`: the sign-ons found."""

    def __init__(self) -> None:
        self.pages = 0
        self.starts: list[int] = []
        self.shown: set[int] = set()
        self._letters = Letters()
        self._known: dict[int, _Known] = {}
        self._texts: WeakKeyDictionary[Galley, dict[tuple[int, int], str]] = WeakKeyDictionary()

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.starts)

    def add(self, document: Document, list_: Shown) -> Document:
        """Count a document; where its pages are yet to be made, while those of the returned one are walked.

        `list_`: the text of each sign-on by its id, in the order in which the pages show them.
        Raises Refused unless the pages hold each text whole and in its place. Of a line that is not read as it is
        printed, from left to right, they must hold the letters.
        """
        self.starts.append(self.pages)
        if not isinstance(document.pages, Sequence):
            return replace(document, pages=self._walked(document, list_))
        self.pages += len(document.pages)
        notes = _Notes()
        pieces = [placed for page in document.pages for placed in notes.without(page.placed)]
        if not self._holds(document.language, pieces, list_):
            raise _lacking(document)
        return document

    def _walked(self, document: Document, list_: Shown) -> Iterator[Page]:
        search, notes = self._search(document.language, list_), _Notes()
        for page in document.pages:
            self.pages += 1
            search.read("".join(map(self._letters.placed, notes.without(page.placed))))
            yield page
        if not self._is_complete(search):
            raise _lacking(document)

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
        search = self._search(language, list_)
        search.read("".join(map(self._text, pieces)))
        return self._is_complete(search)

    def _search(self, language: str, list_: Shown) -> Search:
        pairs = iter(list_.items()) if isinstance(list_, Mapping) else list_
        return Search(pairs, self._letters, reordered=runs_left(language))

    def _is_complete(self, search: Search) -> bool:
        complete = search.is_complete()
        self.shown.update(search.found)
        return complete

    def _text(self, placed: Placed) -> str:
        """The letters of a piece, which may stand on many pages."""
        kept = self._texts.setdefault(placed.galley, {})
        place = (placed.first, placed.end)
        if place not in kept:
            kept[place] = self._letters.placed(placed)
        return kept[place]


class _Notes(WeakSet[Galley]):
    """The footnotes of the pages so far, which come amid what goes on to the next page."""

    def without(self, placed: Sequence[Placed]) -> Sequence[Placed]:
        """What stands on the next page, but for footnotes."""
        for each in placed:
            self.update(note.galley for note in each.galley.notes)
        return [each for each in placed if each.galley not in self] if self else placed


def _ending(pieces: Sequence[Placed], length: int) -> tuple[_Piece, ...]:
    return tuple([placed[2:] for placed in pieces[len(pieces) - length :]])


def _lacking(document: Document) -> Refused:
    text = N_("The pages for {name} lack a part of the list of signatories; nothing was written.")
    return Refused(text, name=document.title)
