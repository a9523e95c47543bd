"""The header of a table: its columns moved, sized, sorted by, and ticked in a menu."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ui.models.lazy_table import LazyTableModel


class TableHeader(QHeaderView):
    """Sorts its model, and lets the reader choose columns."""

    columns_changed = Signal()  # what is shown, where or how wide

    def __init__(self, model: LazyTableModel[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._sorted = (0, Qt.SortOrder.AscendingOrder)
        self.setModel(model)
        # With the table's own selection model each repaint after Ctrl+A costs 13 s at a million rows.
        self.setSelectionModel(QItemSelectionModel(model, self))
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setSortIndicator(*self._sorted)
        self.setStretchLastSection(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for number, column in enumerate(model.columns):
            self.resizeSection(number, column.width)
            self.setSectionHidden(number, column.is_hidden)
        self.sortIndicatorChanged.connect(self._sort)
        self.customContextMenuRequested.connect(lambda at: self._popup(self.mapToGlobal(at)))
        self.sectionResized.connect(self.columns_changed)
        self.sectionMoved.connect(self.columns_changed)

    def show_sorting(self) -> None:
        """Show by which column rows are sorted, if they can be: a table that takes a header hides that."""
        self.setSortIndicatorShown(any(column.is_sortable for column in self._model.columns))

    def choose_columns(self, button: QWidget) -> None:
        """Let the reader tick columns, in a menu beneath the button."""
        self._popup(button.mapToGlobal(button.rect().bottomLeft()))

    def column_menu(self) -> QMenu:
        """Build the menu of all columns, those shown ticked; the last one cannot be hidden."""
        menu = QMenu(self.tr("Columns"), self)
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(number))
            action.toggled.connect(lambda shown, at=number: self._show_column(at, shown))
        return menu

    def _popup(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_column(self, number: int, shown: bool) -> None:
        if shown or self.hiddenSectionCount() < self.count() - 1:
            self.setSectionHidden(number, not shown)
            self.columns_changed.emit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if self._model.columns[column].is_sortable:
            self._sorted = (column, order)
            self._model.sort(column, order)
        elif column != self._sorted[0]:
            self.setSortIndicator(*self._sorted)
