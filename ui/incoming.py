"""What comes from outside, dropped, pasted or chosen: led to the imports, for the letter in sight."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from ui.page_stack import PageStack
from ui.pages.imports import ImportsPage
from ui.pages.imports.looking import Reading, readings_of
from ui.pages.imports.table_file import ask_for_tables
from ui.places import Place
from ui.window_state import WindowState

IMPORTS = Place("imports")


class Incoming:
    """Begins imports on their page. Beside an import that is looked at, the place where that began counts."""

    def __init__(
        self, stack: PageStack, window_state: WindowState, show_place: Callable[[Place], object]
    ) -> None:
        self._stack = stack
        self._window_state = window_state
        self._show_place = show_place

    def begin(self, *readings: Reading) -> None:
        """Look at imports before they happen, one after the other."""
        came_from = self._here()
        self._show_place(IMPORTS)
        page = self._stack.page
        if isinstance(page, ImportsPage):  # unless something must be finished first
            page.begin(*readings, came_from=came_from)

    def begin_empty(self) -> None:
        """Offer to paste or to choose what to look at."""
        self.begin(Reading().asking(letter_id=self._letter_in_sight()))

    def take(self, data: QMimeData) -> None:
        """Look at what was dropped or pasted."""
        self.begin(*readings_in(data, self._letter_in_sight()))

    def choose(self, window: QWidget) -> None:
        """Ask for files to look at."""
        ask_for_tables(self._window_state, window, self._take_files)

    def _take_files(self, paths: Sequence[Path]) -> None:
        self.begin(*readings_of(paths, self._letter_in_sight()))

    def _here(self) -> Place:
        page = self._stack.page
        return page.came_from if isinstance(page, ImportsPage) else self._stack.place

    def _letter_in_sight(self) -> int | None:
        here = self._here()
        return here.record if here.page == "letter" else None


def can_be_read(data: QMimeData) -> bool:
    """Whether it is files, or a text that is not blank."""
    return data.hasUrls() or bool(data.text().strip())


def readings_in(data: QMimeData, letter_id: int | None) -> list[Reading]:
    """Files, or a text with the tables and lists that it has where it was copied; for a letter, if one is meant."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return readings_of(files, letter_id)
    return [Reading(text=data.text(), html=data.html()).asking(letter_id=letter_id)]
