"""A short list that people put into an order: by dragging, or with Alt and an arrow key."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ui.theme import ROW_HEIGHT, icon

KEY = Qt.ItemDataRole.UserRole
MOST_ROWS = 8  # in sight; more are scrolled to
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Listed(NamedTuple):
    """One line: its key, its words, and whether it is ticked (None: it cannot be)."""

    key: str
    words: str
    ticked: bool | None = None


class DragList(QListWidget):
    """Tells the new order of the keys, and what was ticked. Names are plain text."""

    reordered = Signal(list)  # the keys in their new order
    ticked = Signal(list)  # the keys that are ticked now, in order
    current_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(self.tr("Drag a line, or press Alt with an arrow key"))
        self.itemChanged.connect(lambda: self.ticked.emit(self.ticked_keys()))
        self.currentItemChanged.connect(lambda *_: self.current_changed.emit())

    def show_lines(self, lines: Sequence[Listed]) -> None:
        """Show these lines. The same ones are left alone; the current one stays current."""
        if lines == self._lines():
            return
        current = self.current_key()
        with QSignalBlocker(self):
            self.clear()
            for line in lines:
                self.addItem(_item(line))
            self.set_current(current)
        self.setFixedHeight(min(max(len(lines), 1), MOST_ROWS) * ROW_HEIGHT + 2 * self.frameWidth())

    def keys(self) -> list[str]:
        """Return the keys in the order shown."""
        return [self.item(row).data(KEY) for row in range(self.count())]

    def ticked_keys(self) -> list[str]:
        """Return the keys of the ticked lines, in the order shown."""
        items = (self.item(row) for row in range(self.count()))
        return [item.data(KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def current_key(self) -> str | None:
        """Return the key of the line with the cursor, if there is one."""
        item = self.currentItem()
        return str(item.data(KEY)) if item is not None else None

    def set_current(self, key: str | None) -> None:
        """Put the cursor on a line, if it is there."""
        if key in self.keys():
            self.setCurrentRow(self.keys().index(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current line by Alt and an arrow."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move_current(step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the order after a line was dropped."""
        before = self.keys()
        with QSignalBlocker(self):
            super().dropEvent(event)
        if self.keys() != before:
            self.reordered.emit(self.keys())

    def _move_current(self, step: int) -> None:
        row = self.currentRow()
        if row < 0 or not 0 <= row + step < self.count():
            return
        with QSignalBlocker(self):
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
        self.reordered.emit(self.keys())

    def _lines(self) -> list[Listed]:
        items = [self.item(row) for row in range(self.count())]
        return [Listed(item.data(KEY), item.text(), _tick(item)) for item in items]


def _item(line: Listed) -> QListWidgetItem:
    item = QListWidgetItem(icon("grip", "muted"), line.words)
    item.setData(KEY, line.key)
    item.setSizeHint(QSize(0, ROW_HEIGHT))
    flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled  # dropped between lines, not into one
    if line.ticked is not None:
        item.setCheckState(Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked)
        flags |= Qt.ItemFlag.ItemIsUserCheckable
    item.setFlags(flags)
    return item


def _tick(item: QListWidgetItem) -> bool | None:
    if not item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
        return None
    return item.checkState() == Qt.CheckState.Checked
