"""Undo in text fields: the focused one is asked before the history is."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TextField = QLineEdit | QPlainTextEdit | QTextEdit


def focused_field(*, redo: bool = False) -> TextField | None:
    """Return the text field with the cursor, if it has something to undo (or to redo)."""
    field = QApplication.focusWidget()
    return field if isinstance(field, TextField) and _has_steps(field, redo=redo) else None


class UndoKeys(QObject):
    """Lets the keys for undo and redo through to the menu when the focused field has no use for them.

    Qt's text fields take these keys for themselves even when they have nothing to undo.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop a field from claiming a key that would do nothing there."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if not isinstance(watched, QWidget) or not (undo or redo) or focused_field(redo=redo):
            return False
        event.ignore()
        return True


def _has_steps(field: TextField, *, redo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() if redo else field.isUndoAvailable()
    document = field.document()
    return document.isRedoAvailable() if redo else document.isUndoAvailable()
