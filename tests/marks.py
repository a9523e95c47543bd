"""Marks found in finished files, by readers that know nothing of who wrote them."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import docx
import openpyxl
import pypdfium2
from docx.oxml.ns import qn

_MARK = re.compile(r"[RS]xqx[a-j]xqx|Z[soprcw]\d+z", re.IGNORECASE)


def marks_in(text: str) -> list[str]:
    """The marks of a text, in its order. Names are broken into lines wherever they must."""
    return [mark.lower() for mark in _MARK.findall("".join(text.split()))]


def of_pdf(path: Path) -> str:
    """The text of all pages."""
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def of_document(path: Path) -> str:
    """The text of a Word document, tables where they stand."""
    document = docx.Document(str(path))
    return "".join(each.text or "" for each in document.element.body.iter(qn("w:t")))


def of_page(path: Path) -> str:
    """The text of a web page, without its head."""
    reader = _Text()
    reader.feed(path.read_text(encoding="utf-8"))
    return "".join(reader.texts)


def of_workbook(path: Path) -> str:
    """The cells of the first sheet, row by row."""
    return "\n".join("\t".join(map(str, row)) for row in rows_of(path))


def rows_of(path: Path, sheet: int = 0) -> list[tuple[object, ...]]:
    """The rows of a sheet below its heading."""
    workbook = openpyxl.load_workbook(path)
    return list(workbook.worksheets[sheet].iter_rows(min_row=2, values_only=True))


def of_text(path: Path) -> str:
    """The text itself."""
    return path.read_text(encoding="utf-8")


READERS: dict[str, Callable[[Path], str]] = {
    "pdf": of_pdf,
    "docx": of_document,
    "html": of_page,
    "txt": of_text,
    "xlsx": of_workbook,
}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in_body = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self._in_body |= tag == "body"

    def handle_data(self, data: str) -> None:
        if self._in_body:
            self.texts.append(data)
