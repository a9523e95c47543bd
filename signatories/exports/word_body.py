"""The body of a Word document: what is added to its end, in sections of one or more columns."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length

from signatories.exports.word_elements import Element, element

_GAP = "360"  # between columns, in twentieths of a point


class Body:
    """Adds to the end of a document, in the same time however long it is."""

    def __init__(self, document: Document) -> None:
        self._part: Any = document.part
        body: Any = document.element.body
        self._end: Element = body.sectPr
        self._last: Element | None = None

    def add(self, part: Element) -> None:
        """Add a paragraph or a table."""
        self._end.addprevious(part)
        self._last = part

    @contextmanager
    def columns(self, count: int) -> Iterator[None]:
        """Set what is added meanwhile in so many columns, which end at one height."""
        if count == 1:
            yield
            return
        if self._last is not None:
            self._close(1)
        yield
        self._close(count)

    def picture(self, content: BytesIO, width: Length) -> Element:
        """A picture of that width, to be drawn in a run; the same one is kept once."""
        return self._part.new_pic_inline(content, width=width)

    def _close(self, columns: int) -> None:
        """End a section with the last paragraph; a table needs an empty one behind it."""
        last = self._last
        if last is None or last.tag != qn("w:p"):
            last = element("p", element("pPr"))
            self.add(last)
        closing = deepcopy(self._end)
        for old in closing.findall(qn("w:type")) + closing.findall(qn("w:cols")):
            closing.remove(old)
        closing.insert(0, element("type", val="continuous"))
        size = closing.find(qn("w:pgMar"))
        size.addnext(element("cols", num=str(columns), space=_GAP))
        last.find(qn("w:pPr")).append(closing)
        self._end_continues()

    def _end_continues(self) -> None:
        """What follows goes on, on the same page."""
        if self._end.find(qn("w:type")) is None:
            self._end.insert(0, element("type", val="continuous"))
