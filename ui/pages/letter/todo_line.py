"""What is still to do in one part of a letter's page, in plain sentences above it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from signatories.overview import Todo
from ui.theme import GRID, icon
from ui.translation import translate
from ui.widgets.labels import label


class TodoLine(QWidget):
    """An icon and the sentences; nothing when nothing is to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        sign.setPixmap(icon("warning", "warning").pixmap(16, 16))
        self._words = label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(sign)
        row.addWidget(self._words, 1)
        self.hide()

    def show_todo(self, todo: Sequence[Todo]) -> None:
        """Show these things to do."""
        self._words.setText("\n".join(_sentence(translate(one.text)) for one in todo))
        self.setVisible(bool(todo))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
