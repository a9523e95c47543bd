"""The menu's Undo and Redo: of the text field that is typed in, else of the page, else of the latest action."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from sqlalchemy.orm import Session

from signatories.history import Entry, next_redo, next_undo, taken_back
from signatories.recording import Changes
from ui.application import Application
from ui.text_undo import focused_field
from ui.translation import translate


class Next(NamedTuple):
    """The actions that undo and redo would take next."""

    undo: Entry | None = None
    redo: Entry | None = None


class Undoing(Protocol):
    """A page as far as its own steps go, which are in no history."""

    @property
    def undoes_here(self) -> bool:
        """Whether undo and redo are the page's now."""

    def take_back(self, *, redo: bool) -> None:
        """Undo its last step, or do it again."""


class UndoActions(QObject):
    """Says in the two actions what they would take back, and takes it back."""

    def __init__(
        self,
        app: Application,
        undo: QAction,
        redo: QAction,
        page: Callable[[], Undoing | None],
        parent: QObject,
    ) -> None:
        """`page` says which one is in sight."""
        super().__init__(parent)
        self._app = app
        self._page = page
        self._actions = (undo, redo)
        self._next = Next()
        undo.triggered.connect(self._undo)
        redo.triggered.connect(self._redo)
        app.changed.connect(self._read)
        app.opened.connect(self._begin_anew)
        self._read()

    def show_history(self) -> None:
        """Put into words what undo and redo would do now; called before a menu opens, for the cursor moves."""
        undo, redo = self._actions
        self._show(undo, self._next.undo, typing=focused_field() is not None)
        self._show(redo, self._next.redo, typing=focused_field(redo=True) is not None)

    def _begin_anew(self) -> None:
        self._take(Next())  # the other file may have an action of the same number
        self._read()

    def _read(self, _changes: Changes | None = None) -> None:
        self._app.read(_next).succeeded.connect(self._take)

    def _take(self, found: Next) -> None:
        self._next = found
        self.show_history()

    def _show(self, action: QAction, entry: Entry | None, *, typing: bool) -> None:
        verb = action.property("verb")
        if typing:
            action.setText(self.tr("{verb} typing").format(verb=verb))
        elif self._undoing_page() is not None:
            action.setText(self.tr("{verb} the last choice").format(verb=verb))
        else:
            action.setText(f"{verb}: {translate(entry.message)}" if entry else verb)

    def _undo(self) -> None:
        field = focused_field()
        if field is not None:
            field.undo()
        elif (page := self._undoing_page()) is not None:
            page.take_back(redo=False)
        else:
            self._take_back(self._next.undo)

    def _redo(self) -> None:
        field = focused_field(redo=True)
        if field is not None:
            field.redo()
        elif (page := self._undoing_page()) is not None:
            page.take_back(redo=True)
        else:
            self._take_back(self._next.redo)

    def _undoing_page(self) -> Undoing | None:
        page = self._page()
        return page if page is not None and page.undoes_here else None

    def _take_back(self, entry: Entry | None) -> None:
        if entry is not None:
            self._app.take_back(entry.id)


def _next(session: Session) -> Next:
    undo, redo = next_undo(session), next_redo(session)
    if redo is not None:  # it is an undo itself: said is what will be done again
        redo = replace(redo, message=taken_back(session, redo.id).action)
    return Next(undo, redo)
