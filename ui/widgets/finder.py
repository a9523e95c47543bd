"""A box over the window to go anywhere by typing: a field, and what it finds beneath."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.places import Place
from ui.theme import GRID, icon
from ui.widgets.search_box import SearchBox

WIDTH, HEIGHT, FROM_TOP = 560, 400, 72
PLACE = Qt.ItemDataRole.UserRole
KEYS_OF_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Found(NamedTuple):
    """One thing found: its words, what it is, its icon, and where it is."""

    words: str
    detail: str
    icon: str
    place: Place


class Finder(QFrame):
    """Typing searches, the arrows choose, Enter goes there, Escape closes."""

    searched = Signal(str)
    chosen = Signal(object)  # a Place

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._is_waiting = self._goes_on = False  # for an answer; with Enter pressed meanwhile
        self.setObjectName("finder")
        self._field = SearchBox(self.tr("Find a letter, an organisation, a person, a page"))
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setIconSize(QSize(16, 16))
        self._list.setAccessibleName(self.tr("Found"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self._field.searched.connect(self._search)
        self._field.returnPressed.connect(self._choose_current)
        self._list.itemClicked.connect(self._choose)

    def open(self) -> None:
        """Show the box near the top of the window, empty."""
        corner = self._window.mapToGlobal(QPoint(0, 0))
        self.resize(min(WIDTH, self._window.width() - 4 * GRID), HEIGHT)
        self.move(corner + QPoint((self._window.width() - self.width()) // 2, FROM_TOP))
        self._field.clear()
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._search("")

    def show_found(self, found: Sequence[Found]) -> None:
        """List what was found, the first one marked; or say that nothing was."""
        self._is_waiting = False
        self._list.clear()
        for thing in found:
            words = f"{thing.words}   {thing.detail}" if thing.detail else thing.words
            item = QListWidgetItem(icon(thing.icon, "muted"), words)
            item.setData(PLACE, thing.place)
            self._list.addItem(item)
        if found:
            self._list.setCurrentRow(0)
        else:
            self._say_nothing_found()
        if self._goes_on:
            self._choose_current()

    def _search(self, words: str) -> None:
        self._is_waiting, self._goes_on = True, False
        self.searched.emit(words)

    def _say_nothing_found(self) -> None:
        words = self.tr("Nothing found for “{words}”").format(words=self._field.text())
        line = QListWidgetItem(icon("search", "muted"), words)
        line.setFlags(Qt.ItemFlag.NoItemFlags)  # leads nowhere
        self._list.addItem(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move in lists move in the list, while the cursor stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in KEYS_OF_LIST:
                self._list.event(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _choose_current(self) -> None:
        """Go to what is marked, once it is what the words in the field have found."""
        item = self._list.currentItem()
        self._goes_on = self._is_waiting
        if item is not None and not self._is_waiting:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        if (place := item.data(PLACE)) is not None:  # else nothing was found
            self.close()
            self.chosen.emit(place)
