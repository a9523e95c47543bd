"""The tables of a plan, one of them in sight: its rows, or what was left out as none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedRow
from ui.pages.imports.left_out_table import NOT_ROWS, LeftOutModel
from ui.pages.imports.plan_rows import PlanRows
from ui.pages.imports.plan_table import PlanModel
from ui.widgets.table import Table
from ui.window_state import WindowState


class PlanTables(QStackedWidget):
    """Raises what is done to rows, by their lines in the file."""

    row_changed = Signal()  # another row is in focus, or none
    typed = Signal(int, str, str)  # a row's line, a field, the text
    delete_requested = Signal(list)  # the lines of the selected rows
    take_in_requested = Signal(int)  # the line of what was left out as no row

    def __init__(self, window_state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = window_state
        self.rows: PlanRows | None = None
        self._left_out_model = LeftOutModel()
        self._left_out = self._build_left_out()

    @property
    def row(self) -> PlannedRow | None:
        """The row in focus."""
        if self.rows is None or not (index := self.rows.currentIndex()).isValid():
            return None
        return self.rows.plan_model.row_at(index.row())

    def show_plan(self, plan: ImportPlan) -> PlanRows:
        """Take another plan, and return the table of its rows; `choose` shows them.

        That stays, with all that somebody is doing in it, as long as its columns are the same.
        """
        self._left_out_model.take_rows(plan.left_out)
        if self.rows is not None and self.rows.plan_model.shows_as(plan):
            self.rows.plan_model.take_plan(plan)
        else:
            self._let_go_of_rows()
            self.rows = self._build_rows(PlanModel(plan))
        return self.rows

    def choose(self, chosen: Sequence[str]) -> None:
        """Show the rows that the chosen chips leave, or what was left out."""
        if NOT_ROWS in chosen:
            self.setCurrentWidget(self._left_out)
        elif self.rows is not None:
            self.setCurrentWidget(self.rows)
            self.rows.show_rows(chosen)
            if not self.rows.currentIndex().isValid():
                self.row_changed.emit()

    def clear(self) -> None:
        """Let go of the plan."""
        self._let_go_of_rows()
        self._left_out_model.take_rows(())

    def _let_go_of_rows(self) -> None:
        if self.rows is not None:
            self.removeWidget(self.rows)
            self.rows.deleteLater()
            self.rows = None

    def _build_rows(self, model: PlanModel) -> PlanRows:
        rows = PlanRows(model)
        rows.fits_itself = not self._state.remember_table(rows)
        self.addWidget(rows)
        rows.selectionModel().currentChanged.connect(self.row_changed)
        rows.delete_requested.connect(self.delete_requested)
        rows.typed.connect(self.typed)
        return rows

    def _build_left_out(self) -> Table:
        left_out = Table(self._left_out_model, "not rows of an import")
        self._state.remember_table(left_out)
        self.addWidget(left_out)
        left_out.setAccessibleName(self.tr("What was left out"))
        left_out.setToolTip(self.tr("Press Enter to take it in as a row"))
        left_out.open_requested.connect(self._take_in)
        return left_out

    def _take_in(self, number: int) -> None:
        self.take_in_requested.emit(self._left_out_model.line_of(number))
