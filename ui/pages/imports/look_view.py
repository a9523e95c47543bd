"""An import before it happens: choices to the left, rows to the right, and the two ways out below."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from signatories import letters
from signatories.errors import UserFacingError
from signatories.imports.planned import OnDuplicate
from ui import operations
from ui.application import Application, Outcome
from ui.jobs import Job
from ui.models.choices import Choice
from ui.pages.imports.choices_panel import ChoicesPanel
from ui.pages.imports.looking import Look, Reading, look, readings_of
from ui.pages.imports.rejects_file import save_rows_with_errors
from ui.pages.imports.rows_view import RowsView
from ui.pages.imports.stopped import reason
from ui.pages.imports.table_file import ask_for_tables
from ui.pages.imports.ways_out import WaysOut
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.tab_order import follow

PANEL, NARROWEST = 320, 240  # pixels
QUESTION = 9 * GRID  # pixels about an answer that are in sight with it: the question above it


class LookView(QWidget):
    """Plans again at every choice, writes only when told to. An older plan's late answer is dropped."""

    imported = Signal(object, object)  # the Look, and the Outcome of importing it
    left = Signal()  # for now: what was begun is kept
    given_up = Signal()

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._reading = Reading()
        self._following: list[Reading] = []
        self._asked: Job | None = None
        self._look: Look | None = None
        self._agreed: Look | None = None  # what was to be imported when Import was pressed
        self._choices = ChoicesPanel()
        self._panel = QScrollArea(widgetResizable=True)
        self._rows = RowsView(app.window_state)
        self._ways_out = WaysOut()
        self._build_layout()
        self._choices.reading_changed.connect(self._ask)
        self._choices.files_requested.connect(self._choose_files)
        self._rows.wanted.connect(self._choices.change)
        self._rows.chosen.connect(self._take_choices)
        self._rows.question_requested.connect(self._show_question)
        self._ways_out.save_requested.connect(self._save_errors)
        self._ways_out.cancel_requested.connect(self._give_up)
        self._ways_out.skip_requested.connect(self.go_on)
        self._ways_out.import_requested.connect(self._press_import)
        self._add_keys()

    def begin(self, *readings: Reading) -> None:
        """Start with files, one after the other, with pasted text, or with an empty field to paste into."""
        reading, *self._following = readings
        self._look = None
        self._choices.begin(reading, self._letters(), len(self._following))
        self._ways_out.offer_skip(self.has_more)
        self._show_nothing()
        self._ask(reading)

    @property
    def unfinished(self) -> str:
        """Return the name of what is being looked at, or comes next, or an empty text."""
        waiting = [each for each in (self._reading, *self._following) if not each.is_empty]
        if not waiting:
            return ""
        return translate(waiting[0].name) or self.tr("the pasted text")

    @property
    def has_more(self) -> bool:
        """Whether files follow the present one."""
        return bool(self._following)

    def resume(self) -> None:
        """Go on where it was left: with what was looked at, else with the next file."""
        if self._reading.is_empty and self._following:
            self.go_on()
        else:
            self.look_again()

    def look_again(self) -> None:
        """Compare with what is there now, with the same choices; letters made since can be chosen."""
        self._choices.offer_letters(self._letters())
        self._ask(self._reading)

    def go_on(self) -> None:
        """Begin with the next file."""
        self.begin(*self._following)

    def discard(self) -> None:
        """Give up what is being looked at, and the files that follow; nothing of them is written."""
        self._following = []
        self._forget()

    def _build_layout(self) -> None:
        panel = self._panel
        panel.setWidget(self._choices)
        panel.setMinimumWidth(NARROWEST)
        panel.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        right = QWidget()
        beneath = QVBoxLayout(right)
        beneath.setContentsMargins(GRID, 0, 0, 0)
        beneath.setSpacing(GRID)
        beneath.addWidget(self._rows, 1)
        beneath.addWidget(self._ways_out)
        parts = QSplitter()
        parts.addWidget(panel)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setSizes([PANEL, 2 * PANEL])
        self._app.window_state.remember_splitter(parts, "import")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def _add_keys(self) -> None:
        """Import by Ctrl+Enter; Escape leaves the page, and keeps what was begun."""
        go = self._ways_out.press_import
        keys = {"Ctrl+Return": go, "Ctrl+Enter": go, "Esc": self.left.emit}
        for sequence, act in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _letters(self) -> list[Choice]:
        with self._app.reading() as session:
            return [Choice(str(row.id), row.title) for row in letters.listing(session)]

    def _choose_files(self) -> None:
        def take(paths: tuple[Path, ...]) -> None:
            self.begin(*readings_of(paths, self._reading.request.letter_id))

        ask_for_tables(self._app.window_state, self, take)

    def _ask(self, reading: Reading) -> None:
        self._reading = reading
        self._drop()
        if reading.is_empty:
            self._show_nothing()
            return
        if self._look is None:
            self._show_nothing(self.tr("Looking at the rows…"))
        work = partial(look, self._app.database, reading, self._look)
        self._asked = self._app.jobs.read(work, self.tr("Looking at the rows…"))
        self._asked.succeeded.connect(self._show)
        self._asked.failed.connect(self._show_trouble)
        self._asked.cancelled.connect(self._show_stopped)

    def _show(self, found: Look) -> None:
        agreed, self._agreed = self._agreed, None
        self._asked, self._look, self._reading = None, found, found.reading
        self._choices.show_look(found)
        self._rows.show_look(found)
        self._ways_out.show_look(found)
        follow(self._choices, self._rows, self._ways_out)
        if agreed is not None and found.plan.counts == agreed.plan.counts:
            self._apply()

    def _show_question(self) -> None:
        """Bring the first question about a column into sight, wherever the choices are scrolled to."""
        if (answer := self._choices.first_question) is not None:
            answer.setFocus()
            self._panel.ensureWidgetVisible(answer, 0, QUESTION)

    def _take_choices(self, choices: Mapping[int, OnDuplicate | None]) -> None:
        """Take choices about single rows: nothing has to be compared again."""
        if self._look is None:
            return
        merged = {**self._look.plan.request.choices, **choices}
        kept = {line: choice for line, choice in merged.items() if choice is not None}
        self._look = self._look.choosing(kept)
        self._reading = self._look.reading
        self._choices.keep(self._reading)
        self._rows.take_choices(self._look)
        self._ways_out.show_look(self._look)

    def _show_trouble(self, error: BaseException) -> None:
        self._asked = None
        if isinstance(error, UserFacingError):
            self._show_nothing(*reason(error, has_letters=self._choices.has_letters))
            self._choices.ask(error)
        else:
            self._app.errors.show(error)

    def _show_stopped(self) -> None:
        self._asked = None
        words = self.tr("Choose anything on the left to look at the rows again.")
        self._show_nothing(self.tr("Stopped"), words)

    def _show_nothing(self, heading: str = "", words: str = "") -> None:
        self._rows.show_nothing(heading, words)
        self._ways_out.show_look(None)

    def _press_import(self) -> None:
        """Import; rows that are just being compared again must first turn out as those in sight."""
        self._choices.finish()
        if self._asked is not None:
            self._agreed = self._look
        else:
            self._apply()

    def _apply(self) -> None:
        if self._look is not None:
            self._ways_out.allow_import(False)
            job = operations.imports.import_rows(self._app, self._look.plan)
            job.succeeded.connect(partial(self._end, self._look))
            job.ended.connect(lambda: self._ways_out.allow_import(self._look is not None))

    def _end(self, done: Look, outcome: Outcome) -> None:
        self._forget()
        self.imported.emit(done, outcome)

    def _give_up(self) -> None:
        self.discard()
        self.given_up.emit()

    def _save_errors(self) -> None:
        if self._look is not None:
            save_rows_with_errors(self._app, self, self._look)

    def _forget(self) -> None:
        self._drop()
        self._look = None
        self._reading = Reading()

    def _drop(self) -> None:
        self._agreed = None
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
