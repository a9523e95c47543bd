"""A field beneath its caption, shown and hidden with it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.calm_wheel import CalmWheel
from ui.widgets.labels import small_label

Stepped = TypeVar("Stepped", bound=QAbstractSpinBox)


class Captioned(QWidget):
    """The caption names the field for screen readers as well."""

    def __init__(self, caption: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = small_label(caption)
        words.setBuddy(field)
        field.setAccessibleName(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(words)
        column.addWidget(field)


def narrow(combo: QComboBox) -> QComboBox:
    """Let a panel decide how wide a field is, not its longest choice, and the wheel pass over it; return it."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    _calm(combo)
    return combo


def stepped(field: Stepped) -> Stepped:
    """Set a number or a day off from the border, and let the wheel pass over it; return the field."""
    _calm(field)
    field.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)
    return field


def _calm(field: QWidget) -> None:
    """Let the wheel neither change a field nor take the cursor there."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(CalmWheel(field))
