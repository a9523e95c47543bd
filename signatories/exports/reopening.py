"""Finished files opened again by another reader: what is in them must be what was written."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from signatories.errors import UnwritableFile
from signatories.pdfium import LOCK
from signatories.texts import N_


def check_pdf(path: Path, starts: Sequence[int], pages: int) -> None:
    """Raise UnwritableFile unless the PDF has so many pages and its outline leads to these (counted from 0)."""
    with LOCK:
        try:
            found = _outline_and_pages(path)
        except pypdfium2.PdfiumError:
            found = None
    if found != (list(starts), pages):
        raise UnwritableFile(N_("The finished PDF is not what was to be written. Try again."))


def _outline_and_pages(path: Path) -> tuple[list[int | None], int]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [_target(entry) for entry in document.get_toc()], len(document)
    finally:
        document.close()


def _target(entry: Any) -> int | None:
    target = entry.get_dest()
    return target.get_index() if target else None
