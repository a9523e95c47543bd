"""The imports that were done, latest first, and the two ways to begin another."""

from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton
from sqlalchemy.orm import Session

from signatories import queries
from signatories.collation import fold
from signatories.queries import ImportRow
from signatories.recording import Changes
from ui.models.columns import import_columns
from ui.pages.imports.looking import Reading
from ui.pages.table_page import Kind, TablePage, Wanted
from ui.widgets.buttons import plain_button, primary_button

PATTERNS = "*.csv *.tsv *.txt"


class ImportList(TablePage):
    """Lists what was imported; raises what to import next."""

    reading_requested = Signal(object)  # a Reading to begin with

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        return Kind(
            name="imports",
            title=self.tr("Imports"),
            icon="import",
            columns=import_columns(),
            ids=_ids,
            rows=_rows,
            tables=(),
            empty_heading=self.tr("Nothing was imported yet"),
            empty_words=self.tr(
                "Paste signatories out of a mail, or open a table. You see every row and what "
                "becomes of it before anything is written."
            ),
        )

    def buttons(self) -> Sequence[QPushButton]:
        """Open a table, or paste."""
        opening = plain_button(self.tr("Open a table…"), "folder")
        opening.clicked.connect(self.choose_file)
        pasting = primary_button(self.tr("Paste text"), "paste")
        pasting.clicked.connect(lambda: self.reading_requested.emit(Reading()))
        return (opening, pasting)

    def refresh(self, _changes: Changes | None) -> None:
        """Read all again: an undo changes the state of an import without touching its record."""
        self.model.forget_all()
        self.ask()

    def choose_file(self) -> None:
        """Ask for a table or a list of lines."""
        dialog = QFileDialog(self, self.tr("Open a table"))
        dialog.setNameFilters(
            [f"{self.tr('Tables and lists')} ({PATTERNS})", self.tr("All files (*)")]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(
            lambda name: self.reading_requested.emit(Reading(path=Path(name)))
        )
        dialog.open()


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    found = (row for row in queries.imports(session) if fold(wanted.words) in fold(row.source))
    return array("q", [row.id for row in found])


def _rows(session: Session, ids: Sequence[int]) -> Mapping[int, ImportRow]:
    return {row.id: row for row in queries.imports(session) if row.id in ids}
