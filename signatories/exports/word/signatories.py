"""A list of signatories in a Word document: paragraphs, real lists, tables and columns."""

from collections.abc import Mapping

from signatories.block import wording
from signatories.block.arrangement import Arrangement, Section
from signatories.block.pieces import Piece
from signatories.block.settings import Layout
from signatories.exports import walking
from signatories.exports.word.body import Body
from signatories.exports.word.elements import Element, paragraph, row, runs_of, table
from signatories.exports.word.entries import Entries, side_by_side
from signatories.exports.word.styles import Styles
from signatories.models.block import Fill, Form
from signatories.typesetting.direction import runs_left
from signatories.typesetting.images import Image

_RIGHT_TO_LEFT_MARK = "\u200f"
_GRIDS = frozenset({Form.CARDS, Form.LOGOS, Form.TO_SIGN})


def _is_grid(layout: Layout) -> bool:
    """Whether its entries stand side by side in rows; other columns are filled down, in a section of their own."""
    return layout.form in _GRIDS or (layout.form is Form.LINES and layout.fill is Fill.ACROSS)


class ListWriter:
    """Writes lists into the body of a document."""

    def __init__(
        self,
        body: Body,
        styles: Styles,
        images: Mapping[str, Image],
        entries: walking.Entries = walking.plain_entries,
    ) -> None:
        self._body = body
        self._styles = styles
        self._images = images
        self._entries = entries

    def write(self, list_: Arrangement) -> None:
        """Write a list from its heading to its footnotes."""
        if list_.heading:
            self._say((Piece(list_.heading),), "Heading 2")
        for text in list_.above:
            self._say((Piece(text),))
        for place, section in enumerate(list_.sections):
            if section.title:
                self._say(section.title, "Heading 3")
            entries = Entries(place, section, self._styles, self._body, self._images)
            self._section(section, entries, list_.language)
        for text in list_.below:
            self._say((Piece(text),))
        for number, note in enumerate(list_.notes, start=1):
            self._say((Piece(f"{number} {note}"),))

    def _say(self, pieces: tuple[Piece, ...], style: str = "Normal") -> None:
        text = "".join(piece.text for piece in pieces)
        self._body.add(paragraph(self._styles.built_in(style), runs_of(pieces), text))

    def _section(self, section: Section, entries: Entries, language: str) -> None:
        layout = section.layout
        with self._body.columns(1 if _is_grid(layout) else layout.columns):
            if layout.form is Form.TABLE:
                self._body.add(self._table(section, entries, language))
            elif layout.form is Form.RUN_IN:
                self._body.add(self._run_in(section, entries, language))
            elif _is_grid(layout) and side_by_side(layout) > 1:
                self._body.add(self._grid(section, entries, language))
            else:
                for entry in self._entries(section):
                    self._body.add(entries.paragraph(entry))

    def _table(self, section: Section, entries: Entries, language: str) -> Element:
        layout, right = section.layout, runs_left(language)
        heads = [[entries.cell(head, bold=True, right=right)] for head in section.head]
        rows = [row(heads, heads=True)]
        for place, entry in enumerate(self._entries(section)):
            rows.append(entries.row(entry, grey=layout.zebra and place % 2 == 0, right=right))
        return table(len(section.head), rows, layout.rules, right_to_left=right)

    def _run_in(self, section: Section, entries: Entries, language: str) -> Element:
        joint = Piece(wording.separator(section.layout.separator, language))
        runs: list[Element] = []
        for entry in self._entries(section):
            marker = [Piece(f"{entry.marker} ")] if entry.marker else []
            runs += [*runs_of([joint] if runs else []), *runs_of(marker), *entries.runs(entry)]
        direction = _RIGHT_TO_LEFT_MARK if runs_left(language) else ""
        return paragraph(entries.style, runs, direction)

    def _grid(self, section: Section, entries: Entries, language: str) -> Element:
        """Cells in rows; the last row is filled up."""
        columns = side_by_side(section.layout)
        cells = [[entries.paragraph(entry)] for entry in self._entries(section)]
        cells += [[entries.cell("")] for _ in range(-len(cells) % columns)]
        rows = (row(cells[place : place + columns]) for place in range(0, len(cells), columns))
        return table(columns, rows, right_to_left=runs_left(language))
