"""The sidebar: the pages with their counts, and the letters beneath theirs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QIcon,
    QPainter,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ui.places import Place
from ui.theme import GRID, colour, icon
from ui.widgets.buttons import plain_button

PLACE = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1
ROW = 32
WIDTH = 240
LETTERS = "letters"

Index = QModelIndex | QPersistentModelIndex
Entry = tuple[str, str, str]  # a page's name, its words, its icon


class Sidebar(QFrame):
    """Raises where to go; the window goes there and marks it here."""

    place_chosen = Signal(object)  # a Place
    search_requested = Signal()

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._pages = {name: self._add_page(name, words, sign) for name, words, sign in entries}
        self._search = self._build_search()
        self._tree = self._build_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 2 * GRID, GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._search)
        layout.addWidget(self._tree, 1)
        self.setFocusProxy(self._tree)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each page has."""
        for name, item in self._pages.items():
            count = counts.get(name) or None  # a nought says nothing that the page does not say
            item.setData(count, COUNT)
            item.setData(f"{item.text()} {count or ''}", Qt.ItemDataRole.AccessibleTextRole)

    def set_letters(self, letters: Sequence[tuple[int, str]]) -> None:
        """Show the letters (id, title) beneath their page."""
        parent = self._pages[LETTERS]
        shown = [
            (_record(parent.child(row)), parent.child(row).text())
            for row in range(parent.rowCount())
        ]
        if shown == list(letters):
            return
        here = self.current_place()
        parent.removeRows(0, parent.rowCount())
        for number, title in letters:
            letter = _item(title, Place("letter", number))
            letter.setIcon(_blank())
            parent.appendRow(letter)
        self._tree.expandAll()
        if here is not None:
            self.mark(here)

    def current_place(self) -> Place | None:
        """Return the place that is marked."""
        place = self._tree.currentIndex().data(PLACE)
        return place if isinstance(place, Place) else None

    def mark(self, place: Place) -> None:
        """Mark a place as the one that is shown, or none where the sidebar does not have it."""
        for item in self._items():
            if item.data(PLACE) in (Place(place.page, place.record), Place(place.page)):
                self._tree.setCurrentIndex(item.index())
                return
        self._tree.setCurrentIndex(QModelIndex())

    def _items(self) -> list[QStandardItem]:
        parent = self._pages[LETTERS]
        letters = [parent.child(row) for row in range(parent.rowCount())]
        return [*letters, *self._pages.values()]

    def _add_page(self, name: str, words: str, sign: str) -> QStandardItem:
        item = _item(words, Place(name))
        item.setIcon(icon(sign, "muted"))
        self._model.appendRow(item)
        return item

    def _build_search(self) -> QPushButton:
        button = plain_button(self.tr("Search everything"), "search")
        button.setToolTip(self.tr("Find a letter, an organisation or a person (Ctrl+K)"))
        button.setProperty("field", True)
        button.clicked.connect(self.search_requested)
        return button

    def _build_tree(self) -> QTreeView:
        tree = QTreeView(headerHidden=True, rootIsDecorated=False, indentation=0)
        tree.setObjectName("sidebar")
        tree.setAccessibleName(self.tr("Pages"))
        tree.setModel(self._model)
        tree.setItemDelegate(_Delegate(tree))
        tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        tree.setItemsExpandable(False)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setMouseTracking(True)
        tree.clicked.connect(self._choose)
        tree.activated.connect(self._choose)
        return tree

    def _choose(self, index: QModelIndex) -> None:
        self.place_chosen.emit(index.data(PLACE))


class _Delegate(QStyledItemDelegate):
    """Adds the count at the right of a page's name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        count = index.data(COUNT)
        if count is None:
            super().paint(painter, option, index)
            return
        words = f"{count:,}".replace(",", "\u2009")
        width = QFontMetrics(option.font).horizontalAdvance(words) + 2 * GRID
        super().paint(painter, option, index)
        place = QRect(option.rect).adjusted(0, 0, -GRID, 0)
        place.setLeft(place.right() - width)
        painter.save()
        painter.setPen(colour("muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def _item(words: str, place: Place) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(place, PLACE)
    item.setToolTip(words)
    return item


def _blank() -> QIcon:
    """Room for an icon: a letter's title begins where the names of the pages do."""
    room = QPixmap(16, 16)
    room.fill(Qt.GlobalColor.transparent)
    return QIcon(room)


def _record(item: QStandardItem) -> int:
    record: int = item.data(PLACE).record
    return record
