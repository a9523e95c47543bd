"""An import before it happens: choices to the left, rows to the right, and the two ways out below."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from signatories import letters
from signatories.errors import UserFacingError
from signatories.imports.plan_treaty import TreatyNotNamed
from signatories.imports.planned import ImportPlan
from signatories.texts import N_, message
from ui import operations
from ui.application import Application, Outcome
from ui.jobs import Job
from ui.models.choices import Choice
from ui.pages.imports.choices_panel import ChoicesPanel
from ui.pages.imports.looking import Look, Reading, look
from ui.pages.imports.plan_table import PlanModel, chips, problems
from ui.pages.imports.table_file import ask_for_table
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import small_label
from ui.widgets.table import Table

PANEL = 312  # pixels


class LookView(QWidget):
    """Plans again at every choice, writes only when told to. An older plan's late answer is dropped."""

    imported = Signal(object)  # the letter's id, or None
    given_up = Signal()

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._reading = Reading()
        self._asked: Job | None = None
        self._look: Look | None = None
        self._agreed: Look | None = None  # what was to be imported when Import was pressed
        self._model: PlanModel | None = None
        self._table: Table | None = None
        self._choices = ChoicesPanel()
        self._chips = FilterChips()
        self._warnings = small_label(role="warning", wrap=True)
        self._question = small_label(wrap=True)
        self._question.setFixedHeight(4 * GRID)  # two lines; the table must not move
        self._rows = QStackedWidget()
        self._nothing = EmptyState("paste", "", "")
        self._import = primary_button(self.tr("Import"), "import")
        self._build_layout()
        self._choices.reading_changed.connect(self._ask)
        self._choices.file_requested.connect(self._choose_file)
        self._chips.chosen_changed.connect(self._filter)

    def begin(self, reading: Reading) -> None:
        """Start with a file, with pasted text, or with an empty field to paste into."""
        with self._app.reading() as session:
            choices = [Choice(str(row.id), row.title) for row in letters.listing(session)]
        self._choices.begin(reading, choices)
        self._show_nothing()
        self._ask(reading)

    @property
    def unfinished(self) -> str:
        """Return the name of what is being looked at, or an empty text."""
        if self._reading.is_empty:
            return ""
        return self._reading.name or self.tr("the pasted text")

    def look_again(self) -> None:
        """Compare with what is there now, with the same choices."""
        self._ask(self._reading)

    def _build_layout(self) -> None:
        panel = QScrollArea(widgetResizable=True)
        panel.setWidget(self._choices)
        panel.setFixedWidth(PANEL)
        panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self._rows.addWidget(self._nothing)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        for part in (self._chips, self._warnings):
            right.addWidget(part)
        right.addWidget(self._rows, 1)
        right.addWidget(self._question)
        right.addLayout(self._build_ways_out())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * GRID)
        whole.addWidget(panel)
        whole.addLayout(right, 1)

    def _build_ways_out(self) -> QHBoxLayout:
        cancel = plain_button(self.tr("Cancel"))
        cancel.clicked.connect(self._give_up)
        self._import.clicked.connect(self._press_import)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._import)
        return row

    def _choose_file(self) -> None:
        def take(path: Path) -> None:
            self.begin(Reading(path=path).asking(letter_id=self._reading.request.letter_id))

        ask_for_table(self._app.window_state, self, take)

    def _ask(self, reading: Reading) -> None:
        self._reading = reading
        self._drop()
        if reading.is_empty:
            self._show_nothing()
            return
        work = partial(look, self._app.database, reading)
        self._asked = self._app.jobs.read(work, self.tr("Looking at the rows…"))
        self._asked.succeeded.connect(self._show)
        self._asked.failed.connect(self._show_trouble)

    def _show(self, found: Look) -> None:
        agreed, self._agreed = self._agreed, None
        self._asked, self._look = None, found
        self._choices.show_look(found)
        self._chips.set_chips(chips(found.plan))
        self._warnings.setText("\n".join(translate(text) for text in found.plan.warnings))
        self._warnings.setVisible(bool(found.plan.warnings))
        self._show_rows(found.plan)
        count = found.to_write
        self._import.setText(translate(message(N_("Import %n row(s)"), n=count)))
        self._import.setEnabled(count > 0 or found.brings_states)
        if agreed is not None and found.plan.counts == agreed.plan.counts:
            self._apply()

    def _show_rows(self, plan: ImportPlan) -> None:
        old = self._table
        self._model = PlanModel(plan)
        self._table = Table(self._model, f"plan of {plan.kind}")
        self._table.setAccessibleName(self.tr("Rows to import"))
        self._app.window_state.remember_table(self._table)
        self._table.selectionModel().currentChanged.connect(self._show_question)
        self._rows.addWidget(self._table)
        self._rows.setCurrentWidget(self._table)
        self._filter(self._chips.chosen)
        if old is not None:
            self._rows.removeWidget(old)
            old.deleteLater()

    def _filter(self, state: str) -> None:
        if self._table is not None and self._model is not None:
            self._table.set_ids(self._model.numbers(state))

    def _show_question(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row()) if self._model and index.isValid() else None
        self._question.setText(problems(row) if row else "")

    def _show_trouble(self, error: BaseException) -> None:
        self._asked = None
        if isinstance(error, UserFacingError):
            self._show_nothing(translate(error.title), translate(error.message))
            if isinstance(error, TreatyNotNamed):
                self._choices.ask_title("")
        else:
            self._app.errors.show(error)

    def _show_nothing(self, heading: str = "", words: str = "") -> None:
        self._look = None
        self._chips.set_chips([])
        self._warnings.hide()
        self._question.clear()
        self._nothing.set_heading(heading or self.tr("Nothing to import yet"))
        self._nothing.set_words(words or self.tr("Every row appears here before it is written."))
        self._rows.setCurrentWidget(self._nothing)
        self._import.setText(self.tr("Import"))
        self._import.setEnabled(False)

    def _press_import(self) -> None:
        """Import; rows that are just being compared again must first turn out as those in sight."""
        self._choices.finish()
        if self._asked is not None:
            self._agreed = self._look
        else:
            self._apply()

    def _apply(self) -> None:
        if self._look is not None:
            self._import.setEnabled(False)
            job = operations.import_rows(self._app, self._look.plan)
            job.succeeded.connect(self._end)
            job.failed.connect(lambda _error: self._import.setEnabled(True))

    def _end(self, _outcome: Outcome) -> None:
        letter_id = self._reading.request.letter_id
        self._drop()
        self._reading = Reading()
        self.imported.emit(letter_id)

    def _give_up(self) -> None:
        self._drop()
        self._reading = Reading()
        self.given_up.emit()

    def _drop(self) -> None:
        self._agreed = None
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
