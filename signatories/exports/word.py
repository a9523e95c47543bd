"""A list of signatories as a Word document: real styles, lists, tables and columns, to be worked on."""

from pathlib import Path

import docx
from docx.shared import Mm

from signatories.block import wording
from signatories.block.arrangement import Section
from signatories.block.pieces import Piece
from signatories.errors import UnwritableFile
from signatories.exports import Written
from signatories.exports.characters import printable
from signatories.exports.walking import Walk
from signatories.exports.word_body import Body
from signatories.exports.word_elements import Element, paragraph, row, runs_of, table
from signatories.exports.word_entries import Entries
from signatories.exports.word_styles import Styles
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import RIGHT_TO_LEFT
from signatories.models.block import Fill, Form
from signatories.progress import Progress
from signatories.texts import N_

_A4 = Mm(210), Mm(297)
_GRIDS = frozenset({Form.CARDS, Form.LOGOS, Form.TO_SIGN})


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the whole list as a document, and open it again. Raises UnwritableFile when it reads otherwise."""
    walk = Walk(listing.whole(snapshot), progress)
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = _A4
    document.core_properties.title = printable(snapshot.text.title)
    document.core_properties.language = snapshot.text.language
    document.core_properties.author = ""
    _Writer(walk, Body(document), Styles(document), snapshot).write()
    document.save(str(path))
    if len(docx.Document(str(path)).element.body) != len(document.element.body):
        raise UnwritableFile(N_("The finished document is not what was to be written. Try again."))
    return walk.written


class _Writer:
    """Writes one list into the body of a document."""

    def __init__(self, walk: Walk, body: Body, styles: Styles, snapshot: Snapshot) -> None:
        self._walk = walk
        self._list = walk.arrangement
        self._body = body
        self._styles = styles
        self._images = snapshot.images
        language = self._list.language.partition("-")[0].lower()
        self._right_to_left = language in RIGHT_TO_LEFT

    def write(self) -> None:
        """Write the list from its heading to its footnotes."""
        if self._list.heading:
            self._say((Piece(self._list.heading),), "Heading 1")
        for text in self._list.above:
            self._say((Piece(text),))
        for section in self._list.sections:
            if section.title:
                self._say(section.title, "Heading 2")
            self._section(section)
        for text in self._list.below:
            self._say((Piece(text),))
        for number, note in enumerate(self._list.notes, start=1):
            self._say((Piece(f"{number} {note}"),))

    def _say(self, pieces: tuple[Piece, ...], style: str = "Normal") -> None:
        text = "".join(piece.text for piece in pieces)
        self._body.add(paragraph(self._styles.built_in(style), runs_of(pieces), text))

    def _section(self, section: Section) -> None:
        layout = section.layout
        columns = layout.columns
        across = layout.form in _GRIDS or (layout.form is Form.LINES and layout.fill is Fill.ACROSS)
        entries = Entries(section, self._styles, self._body, self._images)
        with self._body.columns(1 if across else columns):
            if layout.form is Form.TABLE:
                self._body.add(self._table(section, entries))
            elif layout.form is Form.RUN_IN:
                self._body.add(self._run_in(section, entries))
            elif across and columns > 1:
                self._body.add(self._grid(section, entries))
            else:
                for entry in self._walk.entries(section):
                    self._body.add(entries.paragraph(entry))

    def _table(self, section: Section, entries: Entries) -> Element:
        layout = section.layout
        rows = [row([[entries.cell(head, bold=True)] for head in section.head], heads=True)]
        for place, entry in enumerate(self._walk.entries(section)):
            rows.append(entries.row(entry, grey=layout.zebra and place % 2 == 0))
        return table(len(section.head), rows, layout.rules, right_to_left=self._right_to_left)

    def _run_in(self, section: Section, entries: Entries) -> Element:
        joint = Piece(wording.separator(section.layout.separator, self._list.language))
        runs: list[Element] = []
        words = ""
        for entry in self._walk.entries(section):
            runs += [*(runs_of([joint]) if runs else ()), *entries.runs(entry)]
            words = words or entry.text
        return paragraph(entries.style, runs, words)

    def _grid(self, section: Section, entries: Entries) -> Element:
        """Cells in rows; the last row is filled up."""
        columns = section.layout.columns
        cells = [[entries.paragraph(entry)] for entry in self._walk.entries(section)]
        cells += [[entries.cell("")] for _ in range(-len(cells) % columns)]
        rows = (row(cells[place : place + columns]) for place in range(0, len(cells), columns))
        return table(columns, rows, right_to_left=self._right_to_left)
