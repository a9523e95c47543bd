"""Finished files opened again by another reader: what is in them must be what was written."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from signatories.errors import UnwritableFile
from signatories.pdfium import LOCK
from signatories.texts import N_

# PDFium finds the page of an entry by going through all before it: of ten thousand, all took 0.3 s.
_MANY = 1_000  # entries of which all are followed
_SAMPLE = 8  # how many are followed of more
_OTHERWISE = N_(
    "The finished PDF is not what was to be written, and was not kept. "
    "Make it in another folder, such as one on this computer."
)


def check_pdf(path: Path, starts: Sequence[int], pages: int) -> None:
    """Raise UnwritableFile unless the PDF has so many pages and its outline leads to these (counted from 0)."""
    with reopened(path) as file:
        file.check(starts, pages)


class Stretch(NamedTuple):
    """Pages of a file that stand together: the number of the first, from 0, and how many."""

    path: Path
    first: int
    pages: int


class Reopened:
    """A PDF as another reader has it."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def check(self, starts: Sequence[int], pages: int) -> None:
        """Raise UnwritableFile unless it has so many pages and its outline leads to these (counted from 0)."""
        marks = list(_outline(self._document))
        if len(self._document) != pages or len(marks) != len(starts):
            raise UnwritableFile(_OTHERWISE)
        places = _sample(len(marks))
        if any(_target(self._document, marks[each]) != starts[each] for each in places):
            raise UnwritableFile(_OTHERWISE)

    def text(self, number: int) -> str:
        """The text of a page, numbered from 0."""
        page = self._document[number]
        try:
            return str(page.get_textpage().get_text_range())
        finally:
            page.close()


@contextmanager
def reopened(path: Path) -> Iterator[Reopened]:
    """A PDF, open until this ends. Raises UnwritableFile when it, or what is asked for of it, cannot be read."""
    with LOCK:
        try:
            with pypdfium2.PdfDocument(path) as document:
                yield Reopened(document)
        except pypdfium2.PdfiumError as error:
            raise UnwritableFile(_OTHERWISE) from error


def _outline(document: pypdfium2.PdfDocument) -> Iterator[Any]:
    """The entries of the outline, which has one level."""
    mark = raw.FPDFBookmark_GetFirstChild(document, None)
    while mark:
        yield mark
        mark = raw.FPDFBookmark_GetNextSibling(document, mark)


def _target(document: pypdfium2.PdfDocument, mark: Any) -> int:
    """The page that an entry leads to; -1 where it leads nowhere."""
    return int(raw.FPDFDest_GetDestPageIndex(document, raw.FPDFBookmark_GetDest(document, mark)))


def _sample(count: int) -> Iterator[int]:
    """All numbers below the count, or some from the first to the last."""
    some = count if count <= _MANY else _SAMPLE
    return (each * (count - 1) // max(some - 1, 1) for each in range(some))
