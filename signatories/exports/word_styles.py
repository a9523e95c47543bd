"""The styles and numbers of a Word document that shows a list of signatories."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from signatories.block.settings import Layout
from signatories.models.block import Marker, Spacing

_SPACES = {Spacing.TIGHT: 0.0, Spacing.HALF: 0.6, Spacing.LINE: 1.2}  # of the type's size
_BASES = {
    Marker.NONE: "Normal",
    Marker.BULLETS: "List Bullet",
    Marker.NUMBERS: "List Number",
    Marker.NUMBERS_PER_GROUP: "List Number",
}


class Styles:
    """Makes the styles of a document, one for each section, and the numbers of its lists."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sections = 0

    def built_in(self, name: str) -> str:
        """The id of a style that every document has."""
        found: str = self._document.styles[name].style_id
        return found

    def of_section(self, layout: Layout, marker: Marker) -> str:
        """The id of a new style for the entries of a section."""
        self._sections += 1
        styles = self._document.styles
        style: Any = styles.add_style(f"Signatories {self._sections}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[_BASES[marker]]
        style.font.size = Pt(layout.size)
        style.paragraph_format.space_after = Pt(layout.size * _SPACES[layout.spacing])
        style.paragraph_format.keep_together = True
        found: str = style.style_id
        return found

    def numbers_from(self, first: int) -> int:
        """The id of a list whose numbers begin there."""
        numbering: Any = self._document.part.numbering_part.element
        used: Any = self._document.styles["List Number"].element
        number = numbering.num_having_numId(used.pPr.numPr.numId.val)
        made = numbering.add_num(number.abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(first)
        found: int = made.numId
        return found
