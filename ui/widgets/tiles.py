"""One of a few things, each shown as a picture with its name."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from ui.theme import GRID, icon

PICTURE = 3 * GRID  # pixels


class Tile(NamedTuple):
    """What can be chosen: its value, its name, its picture, and more words for who asks."""

    value: Any
    words: str
    icon: str
    tip: str = ""


class Tiles(QWidget):
    """Shows all choices at once; the arrow keys go from one to the next."""

    chosen = Signal(object)  # the value of a tile, by mouse or key

    def __init__(
        self, name: str, tiles: Sequence[Tile], columns: int, parent: QWidget | None = None
    ) -> None:
        """`name` is for screen readers, said before the name of a tile."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons = {tile.value: self._button(tile) for tile in tiles}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        for place, button in enumerate(self._buttons.values()):
            grid.addWidget(button, place // columns, place % columns)

    def set_value(self, value: Any) -> None:
        """Show what is chosen."""
        self._buttons[value].setChecked(True)

    def _button(self, tile: Tile) -> QToolButton:
        button = QToolButton()
        button.setText(tile.words)
        button.setCheckable(True)
        button.setIcon(icon(tile.icon, "text"))
        button.setIconSize(QSize(PICTURE, PICTURE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(tile.tip or tile.words)
        button.setAccessibleName(tile.words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("tile", True)
        button.clicked.connect(lambda: self.chosen.emit(tile.value))
        self._group.addButton(button)
        return button
