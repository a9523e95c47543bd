"""The imports that were done, latest first, and the ways to begin another or to go on with one."""

from array import array
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from sqlalchemy.orm import Session

from signatories import import_records
from signatories.collation import fold
from signatories.queries.rows import ImportRow
from signatories.recording import Changes
from ui.application import Application
from ui.models.import_columns import import_columns
from ui.pages.imports.begun import Batch
from ui.pages.imports.looking import Reading, readings_of
from ui.pages.imports.table_file import ask_for_tables
from ui.pages.imports.ways_back import WaysBack
from ui.pages.table_page import Kind, TablePage, Wanted
from ui.widgets.buttons import plain_button, primary_button

NARROWEST = 120  # pixels of the button that goes on with what is begun


class ImportList(TablePage):
    """Lists what was imported; raises what to import next."""

    readings_requested = Signal(list)  # what to read, one after the other
    record_requested = Signal(int)  # an import to show
    go_on_requested = Signal()
    return_requested = Signal(object)  # a Batch that was given up

    def __init__(self, app: Application) -> None:
        super().__init__(app)
        self.table.open_requested.connect(self.record_requested)
        self.table.selection_counted.connect(lambda count: self._show_import.setEnabled(count == 1))

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
                "Paste signatories out of a mail, open a table, or drop files and mails anywhere in "
                "this window. You see every row and what becomes of it before anything is written."
            ),
        )

    def buttons(self) -> Sequence[QPushButton]:
        """Show an import that was done, go on with what is not finished, open a table, or paste."""
        self._go_on = plain_button("", "import")
        self._go_on.setMinimumWidth(NARROWEST)  # a long name is cut off before it widens the window
        self._go_on.hide()
        self._go_on.clicked.connect(self.go_on_requested)
        self._show_import = plain_button(self.tr("Show this import"), "right")
        self._show_import.setToolTip(self.tr("Enter"))
        self._show_import.setEnabled(False)
        self._show_import.clicked.connect(self._show_selected)
        opening = plain_button(self.tr("Open files…"), "folder")
        opening.clicked.connect(self._choose_files)
        pasting = primary_button(self.tr("Paste text"), "paste")
        pasting.clicked.connect(lambda: self.readings_requested.emit([Reading()]))
        return (self._show_import, self._go_on, opening, pasting)

    def beneath_heading(self) -> Sequence[QWidget]:
        """Lead back to what was given up."""
        self._ways_back = WaysBack(self.tr("Given up, not imported: {name}"), beside=True)
        self._ways_back.return_requested.connect(self.return_requested)
        return (self._ways_back,)

    def refresh(self, _changes: Changes | None) -> None:
        """Read all again: an undo changes the state of an import without touching its record."""
        self.model.forget_all()
        self.ask()

    def offer(self, name: str, given_up: Sequence[Batch]) -> None:
        """Offer to go on with an import that was begun (an empty name: there is none), and what was given up."""
        self._ways_back.offer(given_up)
        self._go_on.setText(self.tr("Go on with {name}").format(name=name))
        self._go_on.setToolTip(self._go_on.text())
        self._go_on.setVisible(bool(name))

    def _show_selected(self) -> None:
        if chosen := self.table.selected_ids():
            self.record_requested.emit(chosen[0])

    def _choose_files(self) -> None:
        ask_for_tables(
            self.app.window_state,
            self,
            lambda paths: self.readings_requested.emit(readings_of(paths)),
        )


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    words = fold(wanted.words)
    found = (row for row in import_records.listing(session) if words in fold(_searched(row)))
    return array("q", [row.id for row in found])


def _rows(session: Session, ids: Sequence[int]) -> Mapping[int, ImportRow]:
    return {row.id: row for row in import_records.listing(session) if row.id in ids}


def _searched(row: ImportRow) -> str:
    return f"{row.source} {row.sheet} {row.letter}"
