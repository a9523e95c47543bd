"""The styles and numbers of the lists in a Word document."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from signatories.block.settings import Layout
from signatories.exports.word.elements import element
from signatories.merge.styles import GAPS, OF_SIZE
from signatories.models.block import Marker

_BASES = {
    Marker.NONE: "Normal",
    Marker.BULLETS: "List Bullet",
    Marker.NUMBERS: "List Number",
    Marker.NUMBERS_PER_GROUP: "List Number",
}


class Styles:
    """Makes the styles of a document, one for each section of its list, and the numbers of its lists."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids: dict[str, str] = {}
        self._of_sections: dict[tuple[int, Layout, Marker], str] = {}

    def built_in(self, name: str) -> str:
        """The id of a style that the document has."""
        if name not in self._ids:
            self._ids[name] = self._document.styles[name].style_id
        return self._ids[name]

    def of_section(self, place: int, layout: Layout, marker: Marker) -> str:
        """The id of the style for the entries of a list's section; the same one in every letter."""
        look = place, layout, marker
        if look not in self._of_sections:
            number = len(self._of_sections) + 1
            self._of_sections[look] = self._made(f"Signatories {number}", layout, marker)
        return self._of_sections[look]

    def numbers_from(self, first: int, style: str = "List Number") -> int:
        """The id of a list in the style of that name, whose numbers begin there."""
        numbering: Any = self._document.part.numbering_part.element
        used: Any = self._document.styles[style].element
        number = numbering.num_having_numId(used.pPr.numPr.numId.val)
        made = numbering.add_num(number.abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(first)
        found: int = made.numId
        return found

    def _made(self, name: str, layout: Layout, marker: Marker) -> str:
        styles = self._document.styles
        style: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[_BASES[marker]]
        set_size(style, layout.size)
        leading, shape = layout.size * OF_SIZE, style.paragraph_format
        shape.line_spacing, shape.line_spacing_rule = Pt(leading), WD_LINE_SPACING.AT_LEAST
        shape.space_after = Pt(leading * GAPS[layout.spacing])
        shape.keep_together = True
        each_apart = element("contextualSpacing", val="0")  # lists leave their space out
        style.element.pPr.spacing.addnext(each_apart)
        found: str = style.style_id
        return found


def set_size(style: Any, size: float) -> None:
    """Give a style a size in points: Word has one of its own for scripts from right to left."""
    style.font.size = Pt(size)
    properties = style.element.rPr
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    properties.sz.addnext(element("szCs", val=properties.sz.get(qn("w:val"))))
