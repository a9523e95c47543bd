"""Letters for both sides of the paper: each begins on a front, after a blank back where the one before needs it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from signatories.typesetting.pages import Document, Page


class Backs:
    """Adds blank backs between letters; `after`: the places, from 0, of those that one follows."""

    def __init__(self) -> None:
        self.after: set[int] = set()

    def added(self, letters: Iterable[Document]) -> Iterator[Document]:
        """The letters, each but the last with a blank page after an odd number of pages."""
        before: Document | None = None
        for place, letter in enumerate(letters):
            if before is not None:
                yield self._even(before, place - 1)
            before = letter
        if before is not None:
            yield before

    def _even(self, letter: Document, place: int) -> Document:
        pages = tuple(letter.pages)
        if len(pages) % 2 == 0:
            return letter
        self.after.add(place)
        return replace(letter, pages=(*pages, Page(pages[0].width, pages[0].height, ())))
