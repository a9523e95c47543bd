"""What a page shows instead of an empty table: what belongs here, and how to begin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.labels import IconLabel, muted_label, strong_label

NOWHERE = Qt.AlignmentFlag(0)
WIDTH = 340  # pixels: a comfortable line of text


class EmptyState(QWidget):
    """An icon, a heading, a sentence or two, and the buttons to begin with."""

    def __init__(
        self,
        icon_name: str,
        heading: str,
        words: str,
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = IconLabel(icon_name, "muted", 5 * GRID)
        self._heading = strong_label(heading)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = muted_label(words, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFixedWidth(WIDTH)
        self._build_layout(buttons)

    def set_heading(self, heading: str) -> None:
        """Say something else, such as which search found nothing."""
        self._heading.setText(heading)

    def set_words(self, words: str) -> None:
        """Say something else beneath."""
        self._words.setText(words)

    def _build_layout(self, buttons: Sequence[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._heading)
        column.addLayout(_centred([self._words]))  # an alignment would cut wrapped text off
        column.addSpacing(GRID)
        column.addLayout(_centred(buttons, Qt.AlignmentFlag.AlignBottom))  # beside a taller field
        column.addStretch(3)


def _centred(widgets: Sequence[QWidget], at: Qt.AlignmentFlag = NOWHERE) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget, 0, at)
    row.addStretch(1)
    return row
