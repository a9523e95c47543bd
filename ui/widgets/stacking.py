"""Parts of a widget beneath one another."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.theme import GRID


def stack(owner: QWidget, *parts: QWidget | QLayout) -> QVBoxLayout:
    """Lay parts beneath one another, close together and up to the owner's edges."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 2)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column
