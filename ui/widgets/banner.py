"""A line across the page that stays: what is special about this file, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme import GRID
from ui.widgets.labels import IconLabel, label


class Banner(QFrame):
    """An icon, a sentence, and its buttons."""

    def __init__(
        self,
        icon_name: str,
        words: str,
        buttons: Sequence[QPushButton],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(IconLabel(icon_name, "warning"))
        row.addWidget(label(words, wrap=True), 1)
        for button in buttons:
            row.addWidget(button)
