"""The menu's Undo and Redo: of the text field that is typed in, else of the latest action."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from signatories.history import Entry
from ui.application import Application
from ui.text_undo import focused_field
from ui.translation import translate


class UndoActions(QObject):
    """Says in the two actions what they would take back, and takes it back."""

    def __init__(self, app: Application, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._actions = (undo, redo)
        undo.triggered.connect(self._undo)
        redo.triggered.connect(self._redo)
        app.history_changed.connect(self.show_history)

    def show_history(self) -> None:
        """Put into words what undo and redo would do now; called before a menu opens, for the cursor moves."""
        undo, redo = self._actions
        self._show(undo, self._app.history.undo, typing=focused_field() is not None)
        self._show(redo, self._app.history.redo, typing=focused_field(redo=True) is not None)

    def _show(self, action: QAction, entry: Entry | None, *, typing: bool) -> None:
        verb = action.property("verb")
        if typing:
            action.setText(self.tr("{verb} typing").format(verb=verb))
        else:
            action.setText(f"{verb}: {translate(entry.message)}" if entry else verb)

    def _undo(self) -> None:
        field = focused_field()
        if field is not None:
            field.undo()
        else:
            self._take_back(self._app.history.undo)

    def _redo(self) -> None:
        field = focused_field(redo=True)
        if field is not None:
            field.redo()
        else:
            self._take_back(self._app.history.redo)

    def _take_back(self, entry: Entry | None) -> None:
        if entry is not None:
            self._app.take_back(entry.id)
