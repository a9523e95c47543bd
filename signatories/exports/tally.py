"""What goes into a PDF, counted document by document and held against the list that it must show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

from signatories.errors import Refused
from signatories.exports.letter_counts import LetterCounts, LetterSum, holds
from signatories.texts import N_
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.pages import Document, Page, Placed

Shown = Mapping[int, str] | Iterator[tuple[int, str]]

_AT_ONCE = 1000  # entries that are counted together


class _List(NamedTuple):
    """A list that many documents show, kept so that no other can take its place in memory; its letters."""

    entries: Mapping[int, str]
    wanted: int


class Tally:
    """Counts finished documents. `starts`: the page on which each begins, from 0; `shown`: the sign-ons in them."""

    def __init__(self) -> None:
        self.pages = 0
        self.starts: list[int] = []
        self.shown: set[int] = set()
        self._counts = LetterCounts()
        self._lists: dict[int, _List] = {}
        self._pieces: WeakKeyDictionary[Galley, dict[tuple[int, int], int]] = WeakKeyDictionary()

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.starts)

    def add(self, document: Document, list_: Shown) -> Document:
        """Count a document; where its pages are yet to be made, while those of the returned one are walked.

        `list_`: the text of each sign-on by its id; a mapping that comes again is counted once.
        Raises Refused unless the pages hold all letters of the list.
        """
        self.starts.append(self.pages)
        wanted = self._wanted_of(list_)
        if not isinstance(document.pages, Sequence):
            return replace(document, pages=self._walked(document, wanted))
        self.pages += len(document.pages)
        if not self._holds(document.pages, wanted):
            raise _lacking(document)
        return document

    def _wanted_of(self, list_: Shown) -> int:
        if not isinstance(list_, Mapping):
            return self._wanted(list_)
        if id(list_) not in self._lists:
            self._lists[id(list_)] = _List(list_, self._wanted(list_.items()))
        return self._lists[id(list_)].wanted

    def _wanted(self, entries: Iterable[tuple[int, str]]) -> int:
        """The letters of a list, of which the sign-ons are shown."""
        letters, waiting = LetterSum(self._counts), iter(entries)
        while some := [*islice(waiting, _AT_ONCE)]:
            self.shown.update([sign_on_id for sign_on_id, _ in some])
            letters.add([word for _, text in some for word in text.split()])
        return letters.total

    def _walked(self, document: Document, wanted: int) -> Iterator[Page]:
        letters = LetterSum(self._counts)
        for page in document.pages:
            self.pages += 1
            for placed in page.placed:
                letters.add(_texts(placed))
            yield page
        if not holds(letters.total, wanted):
            raise _lacking(document)

    def _holds(self, pages: Sequence[Page], wanted: int) -> bool:
        """Whether all letters and digits of the list are there, from the end, where the list stands."""
        found = 0
        for page in reversed(pages):
            for placed in reversed(page.placed):
                if holds(found, wanted):
                    return True
                found += self._piece(placed)
        return holds(found, wanted)

    def _piece(self, placed: Placed) -> int:
        """The letters of a piece, which may stand on many pages."""
        kept = self._pieces.setdefault(placed.galley, {})
        place = (placed.first, placed.end)
        if place not in kept:
            kept[place] = sum(map(self._counts.__getitem__, _texts(placed)))
        return kept[place]


def _texts(placed: Placed) -> list[str]:
    """The words and spaces of a piece."""
    lines = placed.galley.lines[placed.first : placed.end]
    return [word.text for line in lines if isinstance(line, Line) for word in line.words]


def _lacking(document: Document) -> Refused:
    text = N_("The pages for {name} lack a part of the list of signatories; nothing was written.")
    return Refused(text, name=document.title)
