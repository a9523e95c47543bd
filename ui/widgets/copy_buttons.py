"""The buttons below a text that is there to be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget


class CopyButtons(QDialogButtonBox):
    """Close, and a button called `words` that copies all of a field."""

    def __init__(self, words: str, field: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close, parent)
        self._field = field
        copy = QPushButton(words)
        copy.clicked.connect(self._copy)
        self.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._field.toPlainText())
