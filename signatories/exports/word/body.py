"""The body of a Word document: what is added to its end, in sections of one or more columns, letter after letter."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO
from typing import Any, NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Length

from signatories.exports.word.elements import Element, element
from signatories.exports.word.feet import Foot
from signatories.exports.word.spoken import mark_language, turn_figures
from signatories.typesetting.direction import runs_left

_GAP = "360"  # between columns, in twentieths of a point
_OURS = ("type", "pgNumType", "cols", "titlePg")


def begins_page(section: Element) -> bool:
    """Whether a section begins on a new page, by its properties."""
    kind = section.find(qn("w:type"))
    return kind is None or kind.get(qn("w:val")) != "continuous"


class _Section(NamedTuple):
    """A stretch of the body in so many columns; `begins`: at the top of a new page. `language`: of its feet."""

    columns: int = 1
    begins: bool = True
    language: str = ""


class Body:
    """Adds to the end of a document, in the same time however long it is.

    What begins on a new page counts its pages from 1 and has feet of its own, and its first page a header of its own.
    """

    def __init__(self, document: Document, feet: Callable[[str], Foot], language: str) -> None:
        """`language`: of the document, and of what is added before a letter is begun."""
        self._part: Any = document.part
        body: Any = document.element.body
        self._end: Element = body.sectPr
        self._feet = feet
        self._foot: Foot | None = None
        self._last: Element | None = None
        self._of_document = self._language = language
        self._section = _Section(language=language)
        self._next: _Section | None = None

    def add(self, part: Element) -> None:
        """Add a paragraph or a table, in the language of its letter."""
        if self._language != self._of_document:
            mark_language(part, self._language)
        if runs_left(self._language):
            turn_figures(part)
        if self._next is not None:
            self._close(self._next)
            self._section, self._next = self._next, None
        self._append(part)

    @contextmanager
    def columns(self, count: int) -> Iterator[None]:
        """Set what is added meanwhile in so many columns, which end at one height."""
        if count == 1:
            yield
            return
        self._begin(_Section(count, begins=False))
        yield
        self._begin(_Section(begins=False))

    def begin_letter(self, language: str) -> None:
        """Let what is added next begin a letter in a language."""
        self._end_columns()
        self._language = language
        self._begin(_Section())

    def finish(self) -> None:
        """Give the last section its look; add nothing afterwards."""
        self._end_columns()
        last = self._end_with_paragraph()
        last.extend(self._shape(self._end).mark)

    def picture(self, content: BytesIO, width: Length) -> Element:
        """A picture of that width, to be drawn in a run; the same one is kept once."""
        return self._part.new_pic_inline(content, width=width)

    def link(self, address: str) -> str:
        """The id by which a link leads to an address; the same one is kept once."""
        found: str = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return found

    def _end_columns(self) -> None:
        """Add a section of no height behind columns: Word makes them equally high only above another section."""
        if self._section.columns > 1 and self._last is not None:
            height = element("spacing", before="0", after="0", line="20", lineRule="exact")
            self.add(element("p", element("pPr", height)))

    def _begin(self, section: _Section) -> None:
        """The section of what is added next: nothing is parted for one that stays empty."""
        before = self._section if self._last is None else self._next
        begins = section.begins or (before is not None and before.begins)
        wanted = _Section(section.columns, begins, self._language)
        if self._last is None:
            self._section = wanted
        else:
            self._next = wanted

    def _close(self, following: _Section) -> None:
        """End a section with the last paragraph."""
        closing, last = deepcopy(self._end), self._end_with_paragraph()
        foot = self._shape(closing)
        if following.begins:
            last.extend(foot.mark)
        last.find(qn("w:pPr")).append(closing)

    def _end_with_paragraph(self) -> Element:
        """The last paragraph; a table needs an empty one behind it."""
        if self._last is None or self._last.tag != qn("w:p"):
            self._append(element("p", element("pPr")))
        return self._last

    def _append(self, part: Element) -> None:
        self._end.addprevious(part)
        self._last = part

    def _shape(self, properties: Element) -> Foot:
        """Say of a section where it begins, in how many columns it is, and what stands at its feet; return that."""
        columns, begins, language = self._section
        for name in _OURS:
            for old in properties.findall(qn(f"w:{name}")):
                properties.remove(old)
        shape = [element("cols", num=str(columns), space=_GAP)]
        if begins or self._foot is None:
            self._foot = self._feet(language)
            shape = [element("pgNumType", start="1"), *shape, element("titlePg")]
        kind = element("type", val="nextPage" if begins else "continuous")
        headers = len(properties.findall(qn("w:headerReference")))
        properties[headers:headers] = [deepcopy(self._foot.reference), kind]
        margins = properties.find(qn("w:pgMar"))
        for each in reversed(shape):
            margins.addnext(each)
        return self._foot
