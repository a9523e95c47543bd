"""Imports: those that were done, and a new one, looked at before anything is written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from signatories.imports.apply import ImportResult
from signatories.recording import Changes
from ui.application import Application, Outcome
from ui.pages.imports.begun import HERE, Batch, Begun, Part
from ui.pages.imports.listing import ImportList
from ui.pages.imports.look_view import LookView
from ui.pages.imports.looking import Look, Reading
from ui.pages.imports.reminders import Reminders
from ui.pages.imports.result_view import ResultView
from ui.pages.page import Page
from ui.places import Place
from ui.translation import translate

PARTS = {"recipients": "recipients"}
"""Where on its letter's page an import of a kind is seen; all others are of signatories."""


class ImportsPage(Page):
    """The list; in its place the look at a new import, or an import that was done."""

    def __init__(self, app: Application) -> None:
        super().__init__(app)
        self._list = ImportList(app)
        self._look = LookView(app)
        self._result = ResultView(app)
        self._stack = QStackedWidget()
        for part in (self._list, self._look, self._result):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._begun = Begun()
        self._reminders = Reminders(app, self)
        self._list.readings_requested.connect(lambda readings: self.begin(*readings))
        self._list.record_requested.connect(self.show_import)
        self._list.go_on_requested.connect(self._go_on)
        self._list.return_requested.connect(self._return_to)
        self._look.imported.connect(self._take_imported)
        self._look.given_up.connect(self._give_up)
        self._look.skipped.connect(self._skip)
        self._look.left.connect(self.show_front)
        self._look.readings_requested.connect(self._begin_others)
        self._look.return_requested.connect(self._return_to)
        self._result.closed.connect(self._close_result)
        self._reminders.return_requested.connect(self._return_to)
        self._reminders.discard_requested.connect(self._discard)
        self._result.place_requested.connect(self.place_requested)

    @property
    def title(self) -> str:
        """Return the page's name."""
        return self._list.title

    @property
    def is_looking(self) -> bool:
        """Whether a new import is being looked at."""
        return self._stack.currentWidget() is self._look

    @property
    def undoes_here(self) -> bool:
        """Return whether a new import is looked at: its choices are taken back, and not what stands in the file."""
        return self.is_looking

    def take_back(self, *, redo: bool) -> None:
        """Take back what was chosen last about the import, or do it again."""
        self._look.take_back(redo=redo)

    @property
    def came_from(self) -> Place:
        """Return where an import was begun that is being looked at, otherwise this page."""
        return self._begun.came_from if self.is_looking else HERE

    def begin(self, *readings: Reading, came_from: Place | None = None) -> None:
        """Look at new imports, one after the other; cancelled, they lead back to where they were begun.

        What was begun before is put aside, and comes back after them.
        """
        self._look.finish()
        interrupted = self._begun.begin(readings, came_from or HERE)
        self._go_on()
        self._reminders.tell_put_aside(interrupted)

    def show_import(self, import_id: int, done: Look | None = None) -> None:
        """Show an import that was done; `done` is what it was made from, right after it."""
        self._stack.setCurrentWidget(self._result)
        self._result.show_import(import_id, done, following=self._first_name)

    def show_front(self) -> None:
        """Show the list. An import that is not finished is kept, and offered there."""
        self._stack.setCurrentWidget(self._list)
        self._list.offer(self._first_name, self._begun.given_up)

    def refresh(self, changes: Changes | None) -> None:
        """Compare the rows again with what is there now."""
        self._list.refresh(changes)
        if self.is_looking:
            self._look.look_again()
        else:
            self._result.read_again()

    def find_here(self) -> None:
        """Search in the list of imports."""
        if not self.is_looking:
            self._list.find_here()

    def can_close(self) -> bool:
        """Stay open until what was begun is imported or discarded; while it is written, that ends first."""
        if not self._begun.unfinished or self.app.jobs.working:
            return True
        self._reminders.tell_unfinished(self._begun.unfinished)
        return False

    @property
    def _first_name(self) -> str:
        """The name of what comes first, an empty text without any."""
        return next((translate(part.name) for part in self._begun.unfinished), "")

    def _discard(self) -> None:
        self._look.drop()
        self._begun.give_all_up()
        self.show_front()

    def _begin_others(self, readings: Sequence[Reading]) -> None:
        self.begin(*readings, came_from=self.came_from)

    def _return_to(self, batch: Batch) -> None:
        """Bring back what was put aside, from wherever somebody has gone meanwhile."""
        self._look.finish()
        interrupted = self._begun.return_to(batch)
        self.place_requested.emit(HERE)
        if self._begun.unfinished:
            self._go_on()
        self._reminders.tell_put_aside(interrupted)

    def _go_on(self) -> None:
        """Look at what comes first."""
        self._stack.setCurrentWidget(self._look)
        self._look.show_begun(self._begun)

    def _skip(self) -> None:
        self._look.finish()
        skipped = self._begun.skip()
        self._go_on()
        self._reminders.tell_given_up(skipped)

    def _give_up(self) -> None:
        self._look.finish()
        came_from = self._begun.came_from
        given_up = self._begun.give_up()
        self._go_on_or_to(came_from)
        self._reminders.tell_given_up(given_up)

    def _close_result(self) -> None:
        self._go_on_or_to(HERE)

    def _go_on_or_to(self, place: Place) -> None:
        """Go on with what comes next, if anything does."""
        if self._begun.unfinished:
            self._go_on()
            return
        self._look.drop()
        self.show_front()
        if place != HERE and self.isVisible():  # whoever has gone elsewhere stays there
            self.place_requested.emit(place)

    def _take_imported(self, part: Part, done: Look, outcome: Outcome) -> None:
        """Let go of what is imported; what was begun meanwhile stays in sight."""
        was_in_sight = part is self._begun.part
        self._begun.end(part)
        if was_in_sight:
            self._look.show_begun(Begun())  # the rows of a large table are let go of
            self._show_imported(done, outcome.value)

    def _show_imported(self, done: Look, result: ImportResult) -> None:
        """Stay where something is to be looked at, else go on with what comes next, or to what was imported."""
        letter_id = done.plan.request.letter_id
        if result.import_id is not None and (result.errors or result.warnings):
            self.show_import(result.import_id, done)
        elif letter_id is not None:
            part = PARTS.get(done.plan.kind, "signatories")
            self._go_on_or_to(Place("letter", letter_id, part))
        else:
            self._go_on_or_to(HERE)
