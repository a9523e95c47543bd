"""The field that lines or cells are pasted into."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class PasteField(QPlainTextEdit):
    """Shows a paste from its beginning: Qt would scroll to its end, which often is a blank line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # a long word scrolls, in one piece

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste, and bring its first line into sight."""
        first = self.document().findBlock(self.textCursor().selectionStart()).firstLineNumber()
        super().insertFromMimeData(source)
        self.verticalScrollBar().setValue(first)
