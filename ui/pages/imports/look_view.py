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
from ui.application import Application
from ui.dialogs.new_letter import NewLetterDialog
from ui.jobs import Job
from ui.models.choices import Choice
from ui.pages.imports.begun import Begun, Part
from ui.pages.imports.choices_panel import ChoicesPanel
from ui.pages.imports.looking import Look, Reading, look, readings_of
from ui.pages.imports.no_rows import NOTHING, Nothing, WayOn
from ui.pages.imports.rejects_file import save_rows_with_errors
from ui.pages.imports.rows_view import RowsView
from ui.pages.imports.stopped import reason
from ui.pages.imports.table_file import ask_for_tables
from ui.pages.imports.ways_out import WaysOut
from ui.theme import GRID
from ui.widgets.tab_order import follow

PANEL, NARROWEST = 320, 240  # pixels
QUESTION = 9 * GRID  # pixels about an answer that are in sight with it: the question above it


class LookView(QWidget):
    """Plans again at every choice, writes only when told to. An older plan's late answer is dropped."""

    imported = Signal(object, object, object)  # the Part, its Look then, and the Outcome
    left = Signal()  # for now: what was begun is kept
    given_up = Signal()
    skipped = Signal()
    readings_requested = Signal(list)  # other files to begin with
    return_requested = Signal(object)  # a Batch that was put aside

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._part = Part()
        self._asked: Job | None = None
        self._agreed: Look | None = None  # what was to be imported when Import was pressed
        self._written: Part | None = None  # what is being imported
        self._choices = ChoicesPanel()
        self._panel = QScrollArea(widgetResizable=True)
        self._rows = RowsView(app.window_state)
        self._ways_out = WaysOut()
        self._build_layout()
        self._choices.reading_changed.connect(self._ask)
        self._choices.files_requested.connect(self._choose_files)
        self._choices.return_requested.connect(self.return_requested)
        self._rows.wanted.connect(self._choices.change)
        self._rows.chosen.connect(self._take_choices)
        self._rows.question_requested.connect(self._show_question)
        self._rows.again_requested.connect(self.look_again)
        self._rows.letter_requested.connect(self._begin_letter)
        self._ways_out.save_requested.connect(self._save_errors)
        self._ways_out.cancel_requested.connect(self.given_up)
        self._ways_out.skip_requested.connect(self.skipped)
        self._ways_out.import_requested.connect(self._press_import)
        self._add_keys()

    def show_begun(self, begun: Begun) -> None:
        """Look at what comes first: a file, a pasted text, or an empty field to paste into."""
        self.drop()
        self._show_nothing()
        self._part = begun.part
        self._choices.begin(begun, self._letters())
        self._ways_out.offer_skip(begun.following > 0)
        if self._part.reading.paths:
            self._rows.take_focus()
        self._ask(self._part.reading)

    def finish(self) -> None:
        """Take what was typed without waiting for a pause."""
        self._choices.finish()

    def take_back(self, *, redo: bool) -> None:
        """Take back what was chosen last, or do it again: nothing of it is written yet."""
        self._choices.take_back(redo=redo)

    def look_again(self) -> None:
        """Compare with what is there now, with the same choices; letters made since can be chosen.

        What is being imported is not looked at once more: it would only find itself.
        """
        self._choices.offer_letters(self._letters())
        if self._written is not self._part:
            self._ask(self._part.reading)

    def drop(self) -> None:
        """Wait for no answer any more."""
        self._agreed = None
        if self._asked is not None:
            self._asked.drop()
            self._asked = None

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
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 3)
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
        letter_id = self._part.reading.request.letter_id

        def take(paths: tuple[Path, ...]) -> None:
            self.readings_requested.emit(readings_of(paths, letter_id))

        ask_for_tables(self._app.window_state, self, take)

    def _begin_letter(self) -> None:
        """Ask for a new letter; the rows are compared again when it is there."""
        dialog = NewLetterDialog(self)
        dialog.drafted.connect(lambda draft: operations.letters.add(self._app, draft.file()))
        dialog.open()

    def _ask(self, reading: Reading) -> None:
        part = self._part
        part.reading = reading
        self.drop()
        if reading.is_empty:
            self._show_nothing()
            return
        if not self._rows.has_rows:
            self._show_nothing(Nothing(self.tr("Looking at the rows…")))
        work = partial(look, self._app.database, reading, part.look)
        self._asked = self._app.jobs.read(work, self.tr("Looking at the rows…"))
        self._asked.succeeded.connect(self._show)
        self._asked.failed.connect(self._show_trouble)
        self._asked.cancelled.connect(self._show_stopped)

    def _show(self, found: Look) -> None:
        agreed, self._agreed = self._agreed, None
        self._asked, self._part.look, self._part.reading = None, found, found.reading
        self._choices.show_look(found)
        had_rows = self._rows.has_rows
        self._rows.show_look(found)
        if not had_rows and self._part.at is not None:
            self._rows.go_to(self._part.at)
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
        part = self._part
        if part.look is None:
            return
        merged = {**part.look.plan.request.choices, **choices}
        kept = {line: choice for line, choice in merged.items() if choice is not None}
        part.look = part.look.choosing(kept)
        part.reading = part.look.reading
        self._choices.keep(part.reading)
        self._rows.take_choices(part.look)
        self._ways_out.show_look(part.look)

    def _show_trouble(self, error: BaseException) -> None:
        self._asked = None
        if isinstance(error, UserFacingError):
            how, has_letters = self._part.reading.how, self._choices.has_letters
            self._show_nothing(reason(error, how, has_letters=has_letters))
            self._choices.ask(error)
        else:
            self._app.errors.show(error)

    def _show_stopped(self) -> None:
        self._asked = None
        words = self.tr("Nothing was written. What you chose on the left is kept.")
        self._show_nothing(Nothing(self.tr("Stopped"), words, WayOn.LOOK_AGAIN))

    def _show_nothing(self, why: Nothing = NOTHING) -> None:
        """Show why there are no rows; where somebody was in those of this part is kept with it."""
        self._part.at = self._rows.whereabouts or self._part.at
        self._rows.show_nothing(why)
        self._ways_out.show_look(None)

    def _press_import(self) -> None:
        """Import; rows that are just being compared again must first turn out as those in sight."""
        self._choices.finish()
        if self._asked is not None:
            self._agreed = self._part.look
        else:
            self._apply()

    def _apply(self) -> None:
        part = self._part
        if part.look is not None:
            self._written = part
            self._rows.setFocus()  # from the button: it cannot be pressed again meanwhile
            self._ways_out.allow_import(False)
            job = operations.imports.import_rows(self._app, part.look.plan)
            job.succeeded.connect(partial(self.imported.emit, part, part.look))
            job.ended.connect(self._end_import)

    def _end_import(self) -> None:
        self._written = None
        self._ways_out.show_look(self._part.look)

    def _save_errors(self) -> None:
        if self._part.look is not None:
            save_rows_with_errors(self._app, self, self._part.look)
