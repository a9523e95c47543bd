"""What the main window expects of a page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signatories.recording import Changes
from ui.application import Application


class Page(QWidget):
    """One page beside the sidebar. It reads through the application and writes through operations."""

    place_requested = Signal(object)  # a Place to show instead

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.app = app

    @property
    def title(self) -> str:
        """Return the page's name in words."""
        raise NotImplementedError

    @property
    def undoes_here(self) -> bool:
        """Return whether Undo and Redo are of what is being done on this page, and not of the file's history."""
        return False

    def take_back(self, *, redo: bool) -> None:
        """Undo the last step on a page that `undoes_here`, or do it again; at the first one nothing happens."""

    def refresh(self, changes: Changes | None) -> None:
        """Something was changed (None: anything may have been): show what is there now."""

    def show_front(self) -> None:
        """Show the page from its beginning: it was chosen by its name."""

    def show_record(self, record: int) -> None:
        """Bring one record into sight, where the page has records."""

    def show_part(self, part: str, rows: tuple[int, ...] = ()) -> None:
        """Bring one of the page's parts into sight, where it has several; select these `rows` of it, if any."""

    def take_focus(self) -> None:
        """Put the focus where this page's work is; it comes from a page that was left by itself."""

    def find_here(self) -> None:
        """Put the cursor where this page is searched, where it can be."""

    def can_leave(self) -> bool:
        """Return whether another page may be shown; this one is kept meanwhile."""
        return True

    def can_close(self) -> bool:
        """Return whether nothing is typed that closing would lose; otherwise say so."""
        return True
