"""The letters of the workspace, and how far each of them is."""

from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from sqlalchemy.orm import Session

from signatories import letters
from signatories.collation import fold
from signatories.letters import LetterRow
from ui import operations
from ui.application import Application, Outcome
from ui.dialogs.new_letter import LetterDraft, NewLetterDialog
from ui.models.columns import letter_columns
from ui.pages.table_page import Kind, TablePage, Wanted
from ui.places import Place
from ui.widgets.buttons import plain_button, primary_button

ORDERS = {
    "title": lambda row: fold(row.title),
    "stage": lambda row: row.stage.value,
    "version": lambda row: row.version,
}


class LettersPage(TablePage):
    """Opens letters, and begins new ones."""

    def __init__(self, app: Application) -> None:
        super().__init__(app)
        self.table.open_requested.connect(self._open)
        self.table.delete_requested.connect(lambda ids: operations.letters.remove(app, ids))

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        return Kind(
            name="letters",
            title=self.tr("Letters"),
            icon="letters",
            columns=letter_columns(),
            ids=_ids,
            rows=_rows,
            tables=("letters", "versions", "sign_ons"),
            empty_heading=self.tr("No letters yet"),
            empty_words=self.tr(
                "A letter has a text, the signatories who agreed to it, and the recipients that it "
                "goes to. Begin with the text; everything else follows."
            ),
        )

    def buttons(self) -> Sequence[QPushButton]:
        """Begin a letter, or take one that is written already."""
        reading = plain_button(self.tr("Read a text file…"), "file")
        reading.clicked.connect(self.choose_file)
        begin = primary_button(self.tr("New letter"), "add")
        begin.clicked.connect(self.begin)
        return (reading, begin)

    def begin(self) -> None:
        """Ask for a title and a language, and open the new letter."""
        dialog = NewLetterDialog(self)
        dialog.drafted.connect(self._add)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for a letter's text, with its heading in front."""
        dialog = QFileDialog(self, self.tr("Read a letter"))
        dialog.setNameFilters([self.tr("Texts") + " (*.md *.txt)", self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.read_file(Path(name)))
        dialog.open()

    def read_file(self, path: Path) -> None:
        """Add the letter in a text file, and open it."""
        operations.letters.read(self.app, path).succeeded.connect(self._open_added)

    def _add(self, draft: LetterDraft) -> None:
        operations.letters.add(self.app, draft.file()).succeeded.connect(self._open_added)

    def _open_added(self, outcome: Outcome) -> None:
        self._open(outcome.value)

    def _open(self, letter_id: int) -> None:
        self.place_requested.emit(Place("letter", letter_id))


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    """Letters are dozens, never thousands: read them all."""
    found = [row for row in letters.listing(session) if fold(wanted.words) in fold(row.title)]
    found.sort(key=ORDERS.get(wanted.order, ORDERS["title"]), reverse=wanted.descending)
    return array("q", [row.id for row in found])


def _rows(session: Session, ids: Sequence[int]) -> Mapping[int, LetterRow]:
    return {row.id: row for row in letters.listing(session) if row.id in ids}
