"""The table of the rows to import: what is wrong in one is typed where it stands."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.pages.imports.plan_columns import LINE
from ui.pages.imports.plan_table import PlanModel, line_pieces
from ui.widgets.line_parts import LinePartsDelegate
from ui.widgets.table import Table

NARROWEST, IN_SIGHT = 120, 104  # pixels of what a row is called, and of what is to be looked at
FIELDS_OF = {LINE: "entry"}
"""The fields that are typed in a column of another name."""


class PlanRows(Table):
    """Raises what is typed, by the row's line in the file.

    As long as nobody has set a width (`fits_itself`), what a row is called leaves room for what is to be looked at.
    """

    typed = Signal(int, str, str)  # a row's line, a field, the text

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(model, model.name, parent)
        self.setAccessibleName(self.tr("Rows to import"))
        self.plan_model = model
        if LINE in model.names:
            delegate = LinePartsDelegate(line_pieces, self)
            self.setItemDelegateForColumn(model.names.index(LINE), delegate)
        self.fits_itself = True
        self.columns_changed.connect(self._keep_widths)
        self.open_requested.connect(self._edit_here)
        model.edit_requested.connect(self._take)

    def show_rows(self, chosen: Sequence[str]) -> None:
        """Show the rows that the chosen chips leave."""
        self.set_ids(self.plan_model.lines(chosen))

    def set_ids(self, ids: "array[int]") -> None:
        """Show other rows. Where the one in focus is not among them, the next in the file takes its place."""
        line, column = self.current_id() or 0, max(self.currentIndex().column(), 0)
        super().set_ids(ids)
        if not self.currentIndex().isValid():
            self.go_to(line, column)

    def go_to(self, line: int, column: int) -> None:
        """Have a row in focus, or where it is not shown, the next in the file."""
        if ids := self.plan_model.ids:
            place = self.plan_model.index(min(bisect_left(ids, line), len(ids) - 1), column)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(place, flag)
            self.scrollTo(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if self.fits_itself:
            self.blockSignals(True)  # nobody has chosen these widths: they are not remembered
            self._fit()
            self.blockSignals(False)

    def _fit(self) -> None:
        names = self.plan_model.names
        problems = names.index("problems")
        left = sum(self.columnWidth(number) for number in range(problems - 1))
        room = self.viewport().width() - left - IN_SIGHT
        wanted = self.plan_model.columns[problems - 1].width
        self.setColumnWidth(problems - 1, min(max(room, NARROWEST), wanted))

    def _keep_widths(self) -> None:
        self.fits_itself = False

    def _edit_here(self, _line: int) -> None:
        """Let the cell in focus be typed in, else the first one of its row that can be."""
        here = self.currentIndex()
        row = (here.siblingAtColumn(n) for n in range(self.plan_model.columnCount()))
        for cell in (here, *row):
            is_shown = not self.isColumnHidden(cell.column())
            if is_shown and cell.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(cell)
                self.edit(cell)
                return

    def _take(self, line: int, column: str, text: str) -> None:
        self.typed.emit(line, FIELDS_OF.get(column, column), text)
