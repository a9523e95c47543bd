"""What is still to do in one part of a letter's page, in plain sentences above it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from signatories.overview import Todo
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.labels import IconLabel, label


class TodoLine(QWidget):
    """An icon and the sentences; nothing when nothing is to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(IconLabel("warning", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def show_todo(self, todo: Sequence[Todo]) -> None:
        """Show these things to do."""
        self._words.setText("\n".join(_sentence(translate(one.text)) for one in todo))
        self.setVisible(bool(todo))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
