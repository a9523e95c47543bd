"""The feet of pages in Word: "Page 2 of 3" in fields.

First pages have none: a field that shows its number only if another page follows needs fields within it, whose
results LibreOffice prints one after the other.
"""

import re
from typing import Any, NamedTuple

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from signatories.block.pieces import Piece
from signatories.exports.word.elements import Element, element, paragraph, runs_of
from signatories.merge import wording

_SOME_NUMBERS = re.compile("([12])")
_ANY_LETTER = "_Letter#"


class Foot(NamedTuple):
    """What the sections of a letter refer to, and the mark that its last paragraph must hold."""

    reference: Element
    mark: tuple[Element, ...] = ()


class Feet:
    """Makes footers, each in the language of what stands above it."""

    def __init__(self, document: Document) -> None:
        self._part: Any = document.part
        self._style: str = document.styles["Footer"].style_id
        self._of_letters: dict[str, bytes] = {}
        self._made = 0

    def of_file(self, language: str) -> Foot:
        """A footer that counts the pages of the whole file."""
        return Foot(self._add(self._counting("NUMPAGES", language)))

    def of_letter(self, language: str) -> Foot:
        """The footer of one of several letters, whose pages are counted from 1.

        It says on which page its mark stands: a letter may be of several sections, which Word counts one by one
        and LibreOffice not at all.
        """
        number = str(self._made)
        name = f"_Letter{number}"
        content = self._of_any_letter(language).replace(_ANY_LETTER.encode(), name.encode())
        mark = element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)
        return Foot(self._add(content), mark)

    def _of_any_letter(self, language: str) -> bytes:
        if language not in self._of_letters:
            self._of_letters[language] = self._counting(f"PAGEREF {_ANY_LETTER}", language)
        return self._of_letters[language]

    def _counting(self, pages: str, language: str) -> bytes:
        """A footer; `pages`: the field that counts them."""
        fields, words = {"1": "PAGE", "2": pages}, wording.page_of(1, 2, language)
        runs = [run for text in _SOME_NUMBERS.split(words) for run in _piece(text, fields)]
        line = paragraph(self._style, runs, words)
        line.find(qn("w:pPr")).append(element("jc", val="center"))
        content: bytes = etree.tostring(element("ftr", line), encoding="UTF-8", standalone=True)
        return content

    def _add(self, content: bytes) -> Element:
        """A reference to a new part of the file. It is named here: to look for a free name takes ever longer."""
        self._made += 1
        name = f"foot{self._made}"
        place = PackURI(f"/word/{name}.xml")
        part = Part(place, CONTENT_TYPE.WML_FOOTER, content, self._part.package)
        self._part.load_rel(RELATIONSHIP_TYPE.FOOTER, part, name)
        reference = element("footerReference", type="default")
        reference.set(qn("r:id"), name)
        return reference


def _piece(text: str, fields: dict[str, str]) -> list[Element]:
    if text not in fields:
        return runs_of([Piece(text)]) if text else []
    return [element("fldSimple", *runs_of([Piece(text)]), instr=fields[text])]
