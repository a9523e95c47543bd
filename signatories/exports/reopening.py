"""Finished files opened again by another reader: what is in them must be what was written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
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
    with LOCK:
        try:
            good = _is_as_written(path, starts, pages)
        except pypdfium2.PdfiumError:
            good = False
    if not good:
        raise UnwritableFile(_OTHERWISE)


class Stretch(NamedTuple):
    """Pages of a file that stand together: the number of the first, from 0, and how many."""

    path: Path
    first: int
    pages: int


@contextmanager
def page_texts(path: Path) -> Iterator[Callable[[int], str]]:
    """What reads the text of a page of a PDF, numbered from 0. Raises UnwritableFile when one cannot be read."""
    with LOCK:
        try:
            with pypdfium2.PdfDocument(path) as document:
                yield partial(_text, document)
        except pypdfium2.PdfiumError as error:
            raise UnwritableFile(_OTHERWISE) from error


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        return str(page.get_textpage().get_text_range())
    finally:
        page.close()


def _is_as_written(path: Path, starts: Sequence[int], pages: int) -> bool:
    document = pypdfium2.PdfDocument(path)
    try:
        marks = list(_outline(document))
        if len(document) != pages or len(marks) != len(starts):
            return False
        return all(_target(document, marks[each]) == starts[each] for each in _sample(len(marks)))
    finally:
        document.close()


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
