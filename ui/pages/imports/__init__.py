"""Imports: those that were done, and a new one, looked at before anything is written."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signatories.imports.apply import ImportResult
from signatories.recording import Changes
from ui.application import Application, Outcome
from ui.notices import Tone
from ui.pages.imports.listing import ImportList
from ui.pages.imports.look_view import LookView
from ui.pages.imports.looking import Look, Reading
from ui.pages.imports.result_view import ResultView
from ui.pages.page import Page
from ui.places import Place
from ui.theme import GRID
from ui.widgets.labels import title_label

HERE = Place("imports")
PARTS = {"recipients": "recipients"}
"""Where on its letter's page an import of a kind is seen; all others are of signatories."""


class ImportsPage(Page):
    """The list; in its place the look at a new import, or an import that was done."""

    def __init__(self, app: Application) -> None:
        super().__init__(app)
        self._list = ImportList(app)
        self._look = LookView(app)
        self._stack = QStackedWidget()
        looking = QWidget()
        layout = QVBoxLayout(looking)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(title_label(self.tr("New import")))
        layout.addWidget(self._look, 1)
        self._stack.addWidget(self._list)
        self._result = ResultView(app)
        self._stack.addWidget(looking)
        self._stack.addWidget(self._result)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._came_from = HERE
        self._list.readings_requested.connect(lambda readings: self.begin(*readings))
        self._list.record_requested.connect(self.show_import)
        self._list.go_on_requested.connect(self._go_on)
        self._look.imported.connect(self._show_imported)
        self._look.given_up.connect(self._go_back)
        self._look.left.connect(self.show_front)
        self._result.closed.connect(self._close_result)
        self._result.place_requested.connect(self.place_requested)

    @property
    def title(self) -> str:
        """Return the page's name."""
        return self._list.title

    @property
    def is_looking(self) -> bool:
        """Whether a new import is being looked at."""
        return self._stack.currentIndex() == 1

    @property
    def came_from(self) -> Place:
        """Return where an import was begun that is being looked at, otherwise this page."""
        return self._came_from if self.is_looking else HERE

    def begin(self, *readings: Reading, came_from: Place | None = None) -> None:
        """Look at new imports, one after the other; cancelled, they lead back to where they were begun."""
        self._came_from = came_from or HERE
        self._stack.setCurrentIndex(1)
        self._look.begin(*readings)

    def show_import(self, import_id: int, done: Look | None = None) -> None:
        """Show an import that was done; `done` is what it was made from, right after it."""
        self._stack.setCurrentIndex(2)
        self._result.show_import(import_id, done, has_more=self._look.has_more)

    def show_record(self, record: int) -> None:
        """Begin an import for the letter of this id."""
        self.begin(Reading().asking(letter_id=record), came_from=Place("letter", record))

    def show_front(self) -> None:
        """Show the list. An import that is not finished is kept, and offered there."""
        self._stack.setCurrentIndex(0)
        self._list.offer(self._look.unfinished)

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
        name = self._look.unfinished
        if not name or self.app.jobs.working:
            return True
        said = self.tr(
            "Nothing of {name} is imported yet. Go on with it or discard it before you close."
        )
        self.app.say(said.format(name=name), Tone.WARNING, self.tr("Discard"), self._discard)
        return False

    def _discard(self) -> None:
        self._look.discard()
        self.show_front()

    def _go_on(self) -> None:
        self._stack.setCurrentIndex(1)
        self._look.resume()

    def _close_result(self) -> None:
        """Go on with the files that follow, if any."""
        if self._look.has_more:
            self._go_on()
        else:
            self._go_back()

    def _go_back(self) -> None:
        self.show_front()
        if self._came_from != HERE:
            self.place_requested.emit(self._came_from)

    def _show_imported(self, done: Look, outcome: Outcome) -> None:
        """Stay where something is to be looked at, else go on with the next file, or to what was imported."""
        result: ImportResult = outcome.value
        letter_id = done.plan.request.letter_id
        if result.import_id is not None and (result.errors or result.warnings):
            self.show_import(result.import_id, done)
        elif self._look.has_more:
            self._look.go_on()
        else:
            self.show_front()
            if letter_id is not None:
                part = PARTS.get(done.plan.kind, "signatories")
                self.place_requested.emit(Place("letter", letter_id, part))
