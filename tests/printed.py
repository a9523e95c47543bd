"""What stands on paper: PDFs read back by another engine than the one that wrote them."""

import re
import unicodedata
from pathlib import Path

import pypdfium2


def pages_of(path: Path) -> list[str]:
    """Each page's text. What was broken into lines is one line again."""
    document = pypdfium2.PdfDocument(path)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)).strip() for text in texts]


def bookmarks_of(path: Path) -> list[str]:
    """The outline's titles."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [entry.get_title() for entry in document.get_toc()]
    finally:
        document.close()
