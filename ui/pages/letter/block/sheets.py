"""Pages of a document as a PDF, as far as they are wanted: the first ones before the others are set."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from signatories.exports import pdf
from signatories.exports.pdf import About
from signatories.progress import Progress
from signatories.texts import Message
from signatories.typesetting.pages import Document, Page


class Sheets:
    """Sets each page once, whenever it is first wanted. To be used in one thread at a time."""

    def __init__(
        self, document: Document, misfits: Callable[[], tuple[Message, ...]], expected: int = 0
    ) -> None:
        """`expected` is how many pages there may be, for the feet of the first ones."""
        self._document = document
        self._misfits = misfits
        self._expected = expected
        self._coming: Iterator[Page] = iter(document.pages)
        self._made: list[Page] = []
        self.is_whole = False
        self.misfits: tuple[Message, ...] = ()  # what did not fit, once all pages are set

    def __len__(self) -> int:
        return len(self._made)

    def first(self, count: int, progress: Progress) -> bytes:
        """Return a PDF of so many pages, or of all if there are fewer. Raises Cancelled when asked to stop."""
        while len(self._made) < count and not self.is_whole:
            self._set_next(progress)
        return self._written()

    def all(self, progress: Progress) -> bytes:
        """Return a PDF of all pages."""
        while not self.is_whole:
            self._set_next(progress)
        return self._written()

    def _set_next(self, progress: Progress) -> None:
        progress.report(len(self._made), self._expected or None)
        page = next(self._coming, None)
        if page is None:
            self.is_whole = True
            self.misfits = self._misfits()
        else:
            self._made.append(page)

    def _written(self) -> bytes:
        document, feet = self._document, self._document.feet
        total = len(self._made) if self.is_whole else self._expected
        if feet is not None:
            document = replace(document, feet=lambda page, pages: feet(page, max(total, pages)))
        document = replace(document, pages=tuple(self._made))
        with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
            path = Path(folder) / "block.pdf"
            pdf.write(path, [document], About(document.title, language=document.language))
            return path.read_bytes()
