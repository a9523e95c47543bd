"""The entries of one section in a Word document: paragraphs of a list, cells of a table, pictures among them."""

import io
from collections.abc import Mapping

from docx.shared import Mm

from signatories.block.arrangement import Section
from signatories.block.entries import Entry
from signatories.block.pieces import Piece
from signatories.block.settings import Layout
from signatories.exports.characters import printable
from signatories.exports.word.body import Body
from signatories.exports.word.elements import Element, element, mark, paragraph, row, runs_of
from signatories.exports.word.styles import Styles
from signatories.merge import picture_sizes
from signatories.models.block import Form, Marker
from signatories.typesetting.images import Image

_TO_SIGN = "_" * 30
_WIDTH, _GAP = 146.0, 4.0  # mm: of the text, and between two cells


def side_by_side(layout: Layout) -> int:
    """How many entries stand side by side in a grid."""
    if layout.form is Form.LOGOS:
        return picture_sizes.across(layout, _WIDTH, _GAP)
    return layout.columns


class Entries:
    """Makes the entries of a section, all in its own style; `place`: which section of its list it is."""

    def __init__(
        self,
        place: int,
        section: Section,
        styles: Styles,
        body: Body,
        images: Mapping[str, Image],
    ) -> None:
        self._layout = section.layout
        self._body = body
        self._images = images
        marker = section.layout.marker
        in_list = section.layout.form not in {Form.TABLE, Form.RUN_IN}
        self.style = styles.of_section(place, section.layout, marker if in_list else Marker.NONE)
        first = section.entries[0].number if in_list and len(section.entries) else None
        self._numbering = None if first is None else styles.numbers_from(first)

    def paragraph(self, entry: Entry) -> Element:
        """An entry as a paragraph, with its number if it has one."""
        return paragraph(self.style, self._whole(entry), entry.text, self._numbering)

    def runs(self, entry: Entry) -> list[Element]:
        """The words of an entry, and the mark of its footnote."""
        runs = runs_of(entry.pieces, entry.signatory.country_code)
        return [*runs, mark(entry.note)] if entry.note else runs

    def row(self, entry: Entry, *, grey: bool, right: bool) -> Element:
        """An entry as the row of a table; `right`: whose texts stand right, whatever their direction."""
        country = entry.signatory.country_code
        cells = [self.cell(text, country=country, right=right) for text in entry.cells]
        if entry.note:
            cells[entry.noted].append(mark(entry.note))
        return row([[cell] for cell in cells], grey=grey)

    def cell(
        self, text: str, *, bold: bool = False, country: str | None = None, right: bool = False
    ) -> Element:
        """A text as the paragraph of a cell."""
        runs = runs_of([Piece(text, bold=bold)], country)
        return paragraph(self.style, runs, text, right=right)

    def _whole(self, entry: Entry) -> list[Element]:
        before: list[Element] = []
        if self._layout.form is Form.TO_SIGN:
            before = runs_of([Piece(f"\n\n{_TO_SIGN}\n")])
        scan = self._images.get(entry.signature or "")
        if scan is not None:
            before += [self._picture(scan, picture_sizes.scanned(scan)), *runs_of([Piece("\n")])]
        logo, scale = self._images.get(entry.logo or ""), entry.signatory.logo_scale
        if logo is not None and entry.only_logo:
            most = _WIDTH / side_by_side(self._layout) - _GAP
            wide = min(picture_sizes.on_wall(logo, self._layout.logo_area, scale), most)
            note = [mark(entry.note)] if entry.note else []
            return [*before, self._picture(logo, wide, entry.text), *note]
        if logo is not None:
            wide = picture_sizes.beside(logo, scale)
            before += [self._picture(logo, wide), *runs_of([Piece(" ")])]
        return [*before, *self.runs(entry)]

    def _picture(self, image: Image, wide: float, words: str = "") -> Element:
        """A picture so many millimetres wide; the words that it stands for."""
        drawn = self._body.picture(io.BytesIO(image.content), Mm(wide))
        drawn.docPr.set("descr", " ".join(printable(words).split()))
        return element("r", element("drawing", drawn))
