"""An import that was done: what it brought, what is still open, and the way to take it back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from signatories import import_records, questions
from signatories.history import TakenBack
from signatories.import_records import ImportRecord
from signatories.imports.verdicts import State
from signatories.questions import OpenQuestion
from signatories.texts import N_
from signatories.undoing import Undone
from ui.application import Application
from ui.days import moment
from ui.pages.imports.brought import Brought
from ui.pages.imports.errors_file import save_rows_with_errors
from ui.pages.imports.looking import Look
from ui.pages.imports.questions_list import PAGES, QuestionsList
from ui.places import Place
from ui.theme import GRID, icon
from ui.translation import translate
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import muted_label, title_label

MOST_QUESTIONS = 200  # in sight
WAYS = {
    "signatories": N_("Show the signatories"),
    "organisations": N_("Show the organisations"),
    "people": N_("Show the people"),
    "recipients": N_("Show the recipients"),
}
"""What leads to the records of an import, by the page or the part of a letter's page where they are."""

Told = tuple[ImportRecord, list[OpenQuestion]]


class ResultView(QWidget):
    """Shows the record of an import, which stays when the import is undone."""

    place_requested = Signal(object)  # a Place
    closed = Signal()

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._id: int | None = None
        self._record: ImportRecord | None = None
        self._latest: tuple[int, Look] | None = None  # an import with its source still at hand
        self._title = title_label()
        self._facts = muted_label(wrap=True)
        self._list = QScrollArea(widgetResizable=True)
        self._list.setAccessibleName(self.tr("What the import brought"))
        self._undone: Undone | None = None
        self._build_layout()

    def show_import(self, import_id: int, done: Look | None = None, *, following: str = "") -> None:
        """Show an import; `done` is what it was made from, right after it; `following` is the name of what comes next.

        What it was made from stays at hand until another one is shown right after it, if it left rows behind.
        """
        going_on = self.tr("Go on with {name}").format(name=following)
        self._close.setText(going_on if following else self.tr("Close"))
        if done is not None:
            has_left = done.plan.rows.count_of(State.ERROR) > 0
            self._latest = (import_id, done) if has_left else None
        self._id, self._undone = import_id, None
        self.read_again()

    def read_again(self) -> None:
        """Show what is known of it now."""
        if self._id is not None:
            self._app.read(partial(_read, self._id)).succeeded.connect(self._show)

    def _show(self, told: Told) -> None:
        record, asked = told
        self._record = record
        self._title.setText(record.source)
        self._facts.setText(self._facts_of(record))
        is_undone = record.is_undone
        self._take_back.setText(
            self.tr("Redo this import") if is_undone else self.tr("Undo this import")
        )
        self._take_back.setIcon(icon("redo" if is_undone else "undo"))
        self._save.setVisible(record.has_errors and self._done is not None)
        place = self._place(record)
        self._go.setVisible(not is_undone and place is not None)
        self._go.setText(translate(WAYS[(place.part or place.page) if place else "signatories"]))
        self._list.setWidget(self._build_brought(record, asked))

    @property
    def _done(self) -> Look | None:
        """What the import in sight was made from, if that is still at hand."""
        return self._latest[1] if self._latest and self._latest[0] == self._id else None

    def _facts_of(self, record: ImportRecord) -> str:
        said = self.tr("Imported on {when} by {actor}")
        facts = [said.format(when=moment(record.at), actor=record.actor)]
        if record.sheet:
            facts.append(self.tr("sheet {sheet}").format(sheet=record.sheet))
        if record.letter:
            facts.append(self.tr("for {letter}").format(letter=record.letter))
        if record.is_undone:
            facts.append(self.tr("undone"))
        return " · ".join(facts)

    def _build_brought(self, record: ImportRecord, asked: Sequence[OpenQuestion]) -> Brought:
        plan = self._done.plan if self._done is not None else None
        brought = Brought(record, plan)
        if self._undone is not None:
            brought.add_kept(self._undone.kept)
        if asked:
            questions_list = QuestionsList(self._app, asked, record.questions)
            questions_list.place_requested.connect(self.place_requested)
            brought.add(questions_list)
        return brought

    def _press_take_back(self) -> None:
        if self._record is not None:
            job = self._app.take_back(self._record.undone_by or self._record.change_set_id)
            job.succeeded.connect(self._show_taken_back)

    def _show_taken_back(self, done: tuple[Undone, TakenBack]) -> None:
        undone, taken_back = done
        self._undone = None if taken_back.again else undone
        self.read_again()

    def _press_save(self) -> None:
        if self._done is not None:
            save_rows_with_errors(self._app, self, self._done)

    def _press_go(self) -> None:
        if self._record is not None and (place := self._place(self._record)) is not None:
            self.place_requested.emit(place)

    def _place(self, record: ImportRecord) -> Place | None:
        """Where the records of an import are."""
        if record.letter and record.records.get("sign_ons"):
            return Place("letter", record.letter_id, "signatories")
        return Place(record.subject) if record.subject in PAGES else None

    def _build_layout(self) -> None:
        self._close: QPushButton = plain_button(self.tr("Close"))
        self._close.clicked.connect(self.closed)
        self._save: QPushButton = plain_button(self.tr("Save the rows with errors…"), "export")
        self._save.clicked.connect(self._press_save)
        self._take_back = plain_button("", "undo")
        self._take_back.clicked.connect(self._press_take_back)
        self._go = primary_button("", "right")
        self._go.clicked.connect(self._press_go)
        ways = QHBoxLayout()
        ways.setSpacing(GRID)
        ways.addStretch(1)
        for button in (self._close, self._save, self._take_back, self._go):
            ways.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        column.setSpacing(GRID)
        for part in (self._title, self._facts):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addLayout(ways)


def _read(import_id: int, session: Session) -> Told:
    record = import_records.get(session, import_id)
    return record, questions.listing(session, import_id, MOST_QUESTIONS)
