"""The table view of every page: keys as people expect, copying as a table, chosen columns remembered."""

from array import array
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.models.lazy_table import LazyTableModel
from ui.theme import ROW_HEIGHT
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.copied_rows import copied_rows
from ui.widgets.row_selection import count_of, rows_in, whole_rows
from ui.widgets.shown_columns import shown_columns
from ui.widgets.table_header import TableHeader

COPY_LIMIT = 100_000  # rows; more belongs into an export
KEPT_SELECTED = 10_000  # rows that stay selected when the table is read again: 0.2 s


class Table(QTableView):
    """Shows a LazyTableModel. Raises wishes; its owner fulfils them."""

    open_requested = Signal(int)  # a row's id: Enter or a double click
    delete_requested = Signal(list)  # ids of the selected rows
    search_requested = Signal(str)  # the first letter typed
    selection_counted = Signal(int)
    columns_changed = Signal()

    def __init__(
        self, model: LazyTableModel[Any], name: str, parent: QWidget | None = None
    ) -> None:
        """`name` is the key of the remembered columns, and unique among the tables."""
        super().__init__(parent)
        self.setObjectName(name)
        self._model = model
        self._waiting: array[int] | None = None  # rows that came while a cell was typed in
        self.setItemDelegate(CellDelegate(self))
        self._set_behaviour()
        self.setModel(model)
        self.header = TableHeader(model, self)
        self.header.columns_changed.connect(self.columns_changed)
        self.setHorizontalHeader(self.header)
        self.header.show_sorting()
        self.selectionModel().selectionChanged.connect(self._count_selection)
        self.doubleClicked.connect(self._open_index)

    def set_ids(self, ids: "array[int]") -> None:
        """Show other rows, and keep place, current row and what is selected where they still exist.

        While a cell is typed in they wait: Qt would throw away what was typed.
        """
        if self._is_editing():
            self._waiting = ids
            return
        self._waiting = None
        kept, scrolled = self.current_id(), self.verticalScrollBar().value()
        column = max(self.currentIndex().column(), 0)
        selected = self.selected_ids() if self.selected_count() <= KEPT_SELECTED else []
        self._model.set_ids(ids)
        if kept is not None and kept in ids:
            index = self._model.index(ids.index(kept), column)
            only_there = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, only_there)
        self._select(self._rows_of(selected))
        self.verticalScrollBar().setValue(scrolled)
        self._count_selection()

    def current_id(self) -> int | None:
        """Return the id of the row with the cursor."""
        row = self.currentIndex().row()
        return self._model.ids[row] if 0 <= row < len(self._model.ids) else None

    def selected_ids(self) -> list[int]:
        """Return the ids of all selected rows, in the order shown."""
        return [self._model.ids[row] for row in self._selected_rows()]

    def selected_count(self) -> int:
        """Count the selected rows by ranges: a million are as quick as one."""
        return count_of(self.selectionModel().selection())

    def show_id(self, row_id: int) -> bool:
        """Select a row and bring it into sight; return whether it is in the table."""
        return self.show_ids((row_id,))

    def show_ids(self, ids: Collection[int]) -> bool:
        """Select these rows, and bring the first of them into sight; return whether all are in the table."""
        rows = self._rows_of(ids)
        if rows:
            self.selectRow(rows[0])  # for the cursor: what else it selects depends on the keys held
            self.clearSelection()
            self._select(rows)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return len(rows) == len(frozenset(ids))

    def copy(self) -> None:
        """Put the selected rows on the clipboard: a table for spreadsheets and mails, tabs for others."""
        QGuiApplication.clipboard().setMimeData(copied_rows(list(self._copied())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key is known for in tables; a plain letter starts a search."""
        if self._is_editing():
            event.ignore()  # the cell's field had it before, and passes Return on
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected_count():
            self.delete_requested.emit(self.selected_ids())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_index(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2:
            self._edit_index(self.currentIndex())
        elif _is_letter(event):
            self.search_requested.emit(event.text())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Leave a cell; unless the next one is typed in, show the rows that came meanwhile."""
        super().closeEditor(editor, hint)
        if self._waiting is not None:
            self.set_ids(self._waiting)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_requested.emit(self._model.ids[index.row()])

    def _edit_index(self, index: QModelIndex) -> None:
        """Let the cell be typed in, or where it cannot be, open the row. macOS has no such key of its own."""
        if self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self._open_index(index)

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _rows_of(self, ids: Collection[int]) -> list[int]:
        wanted = frozenset(ids)
        known = self._model.ids if wanted else ()
        return [number for number, row_id in enumerate(known) if row_id in wanted]

    def _select(self, rows: Iterable[int]) -> None:
        select = QItemSelectionModel.SelectionFlag.Select
        self.selectionModel().select(whole_rows(self._model, rows), select)

    def _count_selection(self) -> None:
        self.selection_counted.emit(self.selected_count())

    def _selected_rows(self) -> Iterator[int]:
        return rows_in(self.selectionModel().selection())

    def _copied(self) -> Iterator[list[str]]:
        columns = shown_columns(self.header, self._model.columns)
        yield [column.title for column in columns]
        for count, number in enumerate(self._selected_rows()):
            row = self._model.row_at(number)
            if count < COPY_LIMIT and row is not None:
                yield [column.text(row) for column in columns]


def _is_letter(event: QKeyEvent) -> bool:
    free = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    held = event.modifiers() & ~free
    return not held and event.text().isprintable() and bool(event.text().strip())
