"""Imports: those that were done, and a new one, looked at before anything is written."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signatories.recording import Changes
from ui.application import Application
from ui.pages.imports.listing import ImportList
from ui.pages.imports.look_view import LookView
from ui.pages.imports.looking import Reading
from ui.pages.page import Page
from ui.places import Place
from ui.theme import GRID
from ui.widgets.labels import title_label


class ImportsPage(Page):
    """The list, or the look at a new import in its place."""

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
        self._stack.addWidget(looking)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._list.reading_requested.connect(self.begin)
        self._look.imported.connect(self._show_imported)
        self._look.given_up.connect(self._show_list)

    @property
    def title(self) -> str:
        """Return the page's name."""
        return self._list.title

    @property
    def is_looking(self) -> bool:
        """Whether a new import is being looked at."""
        return self._stack.currentIndex() == 1

    def begin(self, reading: Reading) -> None:
        """Look at a new import."""
        self._stack.setCurrentIndex(1)
        self._look.begin(reading)

    def show_record(self, record: int) -> None:
        """Begin an import for the letter of this id."""
        self.begin(Reading().asking(letter_id=record))

    def refresh(self, changes: Changes | None) -> None:
        """Compare the rows again with what is there now."""
        self._list.refresh(changes)
        if self.is_looking:
            self._look.look_again()

    def find_here(self) -> None:
        """Search in the list of imports."""
        if not self.is_looking:
            self._list.find_here()

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0)

    def _show_imported(self, letter_id: int | None) -> None:
        self._show_list()
        if letter_id is not None:
            self.place_requested.emit(Place("letter", letter_id))
