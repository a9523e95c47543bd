"""A table of any number of rows: holds the ids in order, and reads rows when they are painted."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.models.columns import Column
from ui.theme import icon

Row = TypeVar("Row")
Fetch = Callable[[Sequence[int]], Mapping[int, Row]]
Index = QModelIndex | QPersistentModelIndex

WINDOW = 200  # rows read at once: about 1 ms by primary key, anywhere in the table
KEPT = 4000  # rows remembered: more than a screen, less than a megabyte

_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READ_ONLY | Qt.ItemFlag.ItemIsEditable


class LazyTableModel(QAbstractTableModel, Generic[Row]):
    """Rows by id. Order and filter are the business of whoever sets the ids."""

    sort_requested = Signal(str, Qt.SortOrder)  # a column's name
    edit_requested = Signal(int, str, str)  # row id, a column's name, the new text

    def __init__(
        self, columns: Sequence[Column[Row]], fetch: Fetch[Row], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._rows: OrderedDict[int, Row | None] = OrderedDict()

    @property
    def ids(self) -> "array[int]":
        """All row ids in the order shown. Do not change it in place."""
        return self._ids

    def set_ids(self, ids: "array[int]") -> None:
        """Show these rows in this order; 8 MB a million."""
        self.beginResetModel()
        self._ids = ids
        self._rows.clear()
        self.endResetModel()

    def forget(self, ids: Iterable[int]) -> None:
        """These rows were changed underneath: read them again when they are next seen."""
        known = self._rows.keys() & set(ids)
        for row_id in known:
            del self._rows[row_id]
        if known:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def forget_all(self) -> None:
        """Any row may have changed: read all again when they are next seen."""
        self.forget(list(self._rows))

    def row_at(self, number: int) -> Row | None:
        """Return the row at a place, read with its neighbours; None when it was deleted meanwhile."""
        row_id = self._ids[number]
        if row_id in self._rows:
            self._rows.move_to_end(row_id)
        else:
            self._read_window(number - number % WINDOW)
        return self._rows[row_id]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the ids in another order; they come through `set_ids`."""
        if 0 <= column < len(self.columns) and self.columns[column].is_sortable:
            self.sort_requested.emit(self.columns[column].name, order)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows: all of them, so that the scroll bar tells the truth."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns, hidden ones included."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a cell; asked very often, so it looks at nothing but the column."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.columns[index.column()].is_editable else _READ_ONLY

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Read one aspect of a cell. A row that was deleted meanwhile is a blank line."""
        if not index.isValid() or role not in _READERS:
            return None
        column = self.columns[index.column()]
        row = self.row_at(index.row())
        return None if row is None else _READERS[role](column, row)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for a new text; the cell shows it when it has been written and read again."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        name = self.columns[index.column()].name
        self.edit_requested.emit(self._ids[index.row()], name, str(value))
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title, aligned as its cells are."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section], None)
        return None

    def _read_window(self, start: int) -> None:
        window = self._ids[start : start + WINDOW]
        rows: dict[int, Row | None] = dict.fromkeys(window)
        self._rows.update(rows | dict(self._fetch(window)))
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)


def _text(column: Column[Any], row: Any) -> str:
    return column.text(row)


def _tip(column: Column[Any], row: Any) -> str | None:
    return column.tip(row) if column.tip else None


def _icon(column: Column[Any], row: Any) -> Any:
    sign = column.icon(row) if column.icon else None
    return icon(*sign) if sign else None


def _alignment(column: Column[Any], _row: Any) -> Qt.AlignmentFlag:
    return _NUMBER if column.is_number else _TEXT


_READERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.EditRole: _text,
    Qt.ItemDataRole.AccessibleTextRole: _text,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.DecorationRole: _icon,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
}
