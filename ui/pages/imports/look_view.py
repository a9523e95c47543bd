"""An import before it happens: choices to the left, rows to the right, and the two ways out below."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from signatories import letters
from signatories.errors import UserFacingError
from signatories.imports.planned import OnDuplicate
from ui import operations
from ui.application import Application
from ui.dialogs.new_letter import NewLetterDialog
from ui.models.choices import Choice
from ui.pages.imports.begun import Begun
from ui.pages.imports.choices_panel import ChoicesPanel
from ui.pages.imports.errors_file import save_rows_with_errors
from ui.pages.imports.looking import Look, Reading, readings_of
from ui.pages.imports.no_rows import NOTHING, Nothing, WayOn
from ui.pages.imports.part_in_sight import PartInSight
from ui.pages.imports.reasons import reason
from ui.pages.imports.rows_view import RowsView
from ui.pages.imports.table_file import ask_for_tables
from ui.pages.imports.ways_out import WaysOut
from ui.theme import GRID
from ui.widgets.labels import title_label
from ui.widgets.tab_order import follow

PANEL = 320  # pixels


class LookView(QWidget):
    """Shows the part in sight, and takes what is chosen about it."""

    imported = Signal(object, object, object)  # the Part, its Look then, and the Outcome
    left = Signal()  # for now: what was begun is kept
    given_up = Signal()
    skipped = Signal()
    readings_requested = Signal(list)  # other files to begin with
    return_requested = Signal(object)  # a Batch that was put aside

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._sight = PartInSight(app, self)
        self._choices = ChoicesPanel()
        self._rows = RowsView(app.window_state)
        self._ways_out = WaysOut()
        self._build_layout()
        self._sight.looked.connect(self._show)
        self._sight.failed.connect(self._show_trouble)
        self._sight.stopped.connect(self._show_stopped)
        self._sight.writing_began.connect(self._wait)
        self._sight.writing_ended.connect(self._offer_import)
        self._sight.imported.connect(self.imported)
        self._choices.reading_changed.connect(self._ask)
        self._choices.files_requested.connect(self._choose_files)
        self._choices.return_requested.connect(self.return_requested)
        self._rows.wanted.connect(self._choices.change)
        self._rows.chosen.connect(self._take_choices)
        self._rows.question_requested.connect(self._choices.show_question)
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
        self._sight.show(begun.part)
        self._choices.begin(begun, self._letters())
        self._ways_out.offer_skip(begun.following > 0)
        if begun.part.reading.paths:
            self._rows.take_focus()
        self._ask(begun.part.reading)

    def finish(self) -> None:
        """Take what was typed without waiting for a pause."""
        self._choices.finish()

    def take_back(self, *, redo: bool) -> None:
        """Take back what was chosen last, or do it again: nothing of it is written yet."""
        self._choices.take_back(redo=redo)

    def look_again(self) -> None:
        """Compare with what is there now, with the same choices; letters made since can be chosen."""
        self._choices.offer_letters(self._letters())
        if not self._sight.is_being_written:
            self._ask(self._sight.part.reading)

    def drop(self) -> None:
        """Wait for no answer any more."""
        self._sight.drop()

    def _build_layout(self) -> None:
        right = QWidget()
        beneath = QVBoxLayout(right)
        beneath.setContentsMargins(GRID, 0, 0, 0)
        beneath.setSpacing(GRID)
        beneath.addWidget(self._rows, 1)
        beneath.addWidget(self._ways_out)
        parts = QSplitter()
        parts.addWidget(self._choices)
        parts.addWidget(right)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 3)
        parts.setChildrenCollapsible(False)
        parts.setSizes([PANEL, 2 * PANEL])
        self._app.window_state.remember_splitter(parts, "import")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(title_label(self.tr("New import")))
        whole.addWidget(parts, 1)

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
        letter_id = self._sight.part.reading.request.letter_id

        def take(paths: tuple[Path, ...]) -> None:
            self.readings_requested.emit(readings_of(paths, letter_id))

        ask_for_tables(self._app.window_state, self, take)

    def _begin_letter(self) -> None:
        """Ask for a new letter; the rows are compared again when it is there."""
        dialog = NewLetterDialog(self)
        dialog.drafted.connect(lambda draft: operations.letters.add(self._app, draft.file()))
        dialog.open()

    def _ask(self, reading: Reading) -> None:
        if reading.is_empty:
            self._show_nothing()
        elif not self._rows.has_rows:
            self._show_nothing(Nothing(self.tr("Looking at the rows…")))
        self._sight.ask(reading)

    def _show(self, found: Look) -> None:
        self._choices.show_look(found)
        had_rows, at = self._rows.has_rows, self._sight.part.at
        self._rows.show_look(found)
        if not had_rows and at is not None:
            self._rows.go_to(at)
        self._offer_import()
        follow(self._choices, self._rows, self._ways_out)

    def _take_choices(self, choices: Mapping[int, OnDuplicate | None]) -> None:
        if (chosen := self._sight.choose(choices)) is not None:
            self._choices.keep(chosen.reading)
            self._rows.take_choices(chosen)
            self._offer_import()

    def _show_trouble(self, error: BaseException) -> None:
        if isinstance(error, UserFacingError):
            how, has_letters = self._sight.part.reading.how, self._choices.has_letters
            self._show_nothing(reason(error, how, has_letters=has_letters))
            self._choices.ask(error)
        else:
            self._app.errors.show(error)

    def _show_stopped(self) -> None:
        words = self.tr("Nothing was written. What you chose on the left is kept.")
        self._show_nothing(Nothing(self.tr("Stopped"), words, WayOn.LOOK_AGAIN))

    def _show_nothing(self, why: Nothing = NOTHING) -> None:
        """Show why there are no rows; where somebody was in those of this part is kept with it."""
        part = self._sight.part
        part.at = self._rows.whereabouts or part.at
        self._rows.show_nothing(why)
        self._ways_out.show_look(None)

    def _press_import(self) -> None:
        self._choices.finish()
        self._sight.agree()

    def _wait(self) -> None:
        self._rows.setFocus()  # from the button: it cannot be pressed again meanwhile
        self._ways_out.allow_import(False)

    def _offer_import(self) -> None:
        self._ways_out.show_look(self._sight.part.look)

    def _save_errors(self) -> None:
        if (seen := self._sight.part.look) is not None:
            save_rows_with_errors(self._app, self, seen)
