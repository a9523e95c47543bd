"""A table page whose records are added, changed and removed through one dialog."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from sqlalchemy.orm import Session

from signatories.errors import Refused
from ui.application import Application, Outcome
from ui.dialogs.record import RecordDialog
from ui.jobs import Job
from ui.pages.table_page import TablePage
from ui.pages.views_menu import ViewsButton
from ui.places import Place
from ui.theme import icon
from ui.widgets.buttons import plain_button, primary_button


class Editing(NamedTuple):
    """How records of one kind are edited: the button's words, the dialog, and the operations."""

    add_words: str
    import_words: str  # what is imported to bring many of them
    read: Callable[[Session, int], Any]  # a record's draft
    dialog: Callable[[Session, Any, QWidget], RecordDialog]  # a draft or None for a new one
    add: Callable[[Application, Any], Job]
    change: Callable[[Application, int, Any], Job]
    change_value: Callable[[Application, int, str, str], Job]  # a value's name, and its text
    remove: Callable[[Application, Sequence[int]], Job]
    has_duplicates: bool = False  # whether they are looked for


class RecordPage(TablePage):
    """Adds what is done with records: the dialog, Delete, and the menu of a row."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self.table.open_requested.connect(self.edit)
        self.table.delete_requested.connect(self.remove)
        self.model.edit_requested.connect(self.change_cell)
        self._build_row_menu()

    @cached_property
    def editing(self) -> Editing:
        """How a record is edited."""
        return self.make_editing()

    def make_editing(self) -> Editing:
        """Say how a record is edited."""
        raise NotImplementedError

    def buttons(self) -> Sequence[QPushButton]:
        """Look for duplicates, import many at once, or add one."""
        more = (self._duplicates_button(),) if self.editing.has_duplicates else ()
        return (*more, self._import_button(), self._add_button())

    def empty_buttons(self) -> Sequence[QPushButton]:
        """Begin with a table: adding one by one has its button above."""
        return (self._import_button(),)

    def beside_search(self) -> Sequence[QWidget]:
        """Offer the saved views."""
        return (ViewsButton(self),)

    def add(self) -> None:
        """Ask for a new record."""
        with self.app.reading() as session:
            dialog = self.editing.dialog(session, None, self)
        dialog.drafted.connect(self._add)
        dialog.open()

    def edit(self, record: int) -> None:
        """Ask for a record's new values."""
        self._ask(record).open()

    def change_cell(self, record: int, name: str, text: str) -> None:
        """Give a record one other value, as it was typed in the table; refused, it is asked for in the dialog."""
        job = self.editing.change_value(self.app, record, name, text)
        job.failed.connect(partial(self._ask_again, record, name, text))

    def remove(self, records: Sequence[int]) -> None:
        """Remove records; the notice offers Undo."""
        self.editing.remove(self.app, records)

    def _ask(self, record: int, **typed: str) -> RecordDialog:
        with self.app.reading() as session:
            draft = replace(self.editing.read(session, record), **typed)
            dialog = self.editing.dialog(session, draft, self)
        dialog.drafted.connect(partial(self.editing.change, self.app, record))
        return dialog

    def _ask_again(self, record: int, name: str, text: str, error: BaseException) -> None:
        if isinstance(error, Refused):
            self._ask(record, **{name: text}).open_with_problems()

    def _add(self, draft: Any) -> None:
        self.editing.add(self.app, draft).succeeded.connect(self._show_added)

    def _show_added(self, outcome: Outcome) -> None:
        self.show_record(outcome.value)

    def _build_row_menu(self) -> None:
        edit = QAction(icon("edit"), self.tr("Edit…"), self.table)
        edit.triggered.connect(self._edit_current)
        copy = QAction(icon("paste"), self.tr("Copy as a table"), self.table)
        copy.triggered.connect(self.table.copy)
        remove = QAction(icon("delete"), self.tr("Remove"), self.table)
        remove.triggered.connect(lambda: self.remove(self.table.selected_ids()))
        self.table.addActions([edit, copy, remove])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _edit_current(self) -> None:
        record = self.table.current_id()
        if record is not None:
            self.edit(record)

    def _add_button(self) -> QPushButton:
        button = primary_button(self.editing.add_words, "add")
        button.clicked.connect(self.add)
        return button

    def _duplicates_button(self) -> QPushButton:
        button = plain_button(self.tr("Duplicates…"), "question")
        button.setToolTip(self.tr("Look for records that may be one and the same"))
        place = Place(f"{self.kind.name} duplicates")
        button.clicked.connect(lambda: self.place_requested.emit(place))
        return button

    def _import_button(self) -> QPushButton:
        button = plain_button(self.editing.import_words, "import")
        button.clicked.connect(lambda: self.place_requested.emit(Place("imports")))
        return button
