"""The right side of an import: counts that filter, the rows, and the row in focus; or why there are none."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signatories.imports.lines.corrections import Correction
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.imports.verdicts import State
from ui.pages.imports.begun import Whereabouts
from ui.pages.imports.left_out_table import NOT_ROWS, LeftOutModel
from ui.pages.imports.looking import Look
from ui.pages.imports.no_rows import NoRows, Nothing
from ui.pages.imports.plan_columns import LINE
from ui.pages.imports.plan_rows import PlanRows
from ui.pages.imports.plan_table import PlanModel
from ui.pages.imports.row_panel import RowPanel
from ui.pages.imports.rows_head import RowsHead
from ui.theme import GRID
from ui.widgets.tab_order import follow
from ui.widgets.table import Table
from ui.window_state import WindowState


class RowsView(QWidget):
    """Raises what to do to the reading (corrections), and choices about single rows, which need no new look."""

    wanted = Signal(object)  # a Change
    chosen = Signal(object)  # choices by line: None takes one back
    question_requested = Signal()  # to show the first question about a column
    again_requested = Signal()
    letter_requested = Signal()

    def __init__(self, window_state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = window_state
        self._look: Look | None = None
        self._table: PlanRows | None = None
        self._head = RowsHead()
        self._stack = QStackedWidget()
        self._nothing = NoRows()
        self._stack.addWidget(self._nothing)
        self._panel = RowPanel()
        self._build_layout()
        self._head.chosen_changed.connect(self._filter)
        self._head.question_requested.connect(self.question_requested)
        self._head.duplicates_unwanted.connect(self._leave_out_duplicates)
        self._panel.corrected.connect(self._correct)
        self._panel.chosen.connect(lambda line, choice: self.chosen.emit({line: choice}))
        self._panel.answered.connect(self._take_answer)
        self._nothing.again_requested.connect(self.again_requested)
        self._nothing.letter_requested.connect(self.letter_requested)
        self._nothing.password_given.connect(self._take_password)

    @property
    def has_rows(self) -> bool:
        """Whether rows are in sight, or what was left out of them."""
        return self._table is not None

    @property
    def whereabouts(self) -> Whereabouts | None:
        """Where in the rows somebody is; None without rows."""
        if self._table is None:
            return None
        column = max(self._table.currentIndex().column(), 0)
        return Whereabouts(self._table.current_id() or 0, column, self._head.chosen)

    def go_to(self, at: Whereabouts) -> None:
        """Go where somebody was in these rows, as far as it is still there."""
        self._head.choose(at.chosen)
        if self._table is not None:
            self._table.go_to(at.line, at.column)

    def take_focus(self) -> None:
        """Have the focus on the rows as soon as there are any."""
        (self._table or self._nothing).setFocus()

    def show_nothing(self, why: Nothing) -> None:
        """Show why there are no rows."""
        self._look = None
        self._head.show_nothing()
        self._panel.hide()
        self._nothing.show_why(why)
        self._remove_tables(first=1)
        self._table = None
        self._stack.setCurrentWidget(self._nothing)

    def show_look(self, look: Look) -> None:
        """Show the rows of another plan; place and row in focus stay where they can.

        A focus that waited where there were no rows goes on to them.
        """
        self._look = look
        waited, before, at = self._nothing.has_focus, self._table, self.whereabouts
        table = self._show_tables(look)
        self._head.show_plan(look.plan, has_lines=LINE in table.plan_model.names)
        self._panel.show()
        self._filter(self._head.chosen)
        if at is not None and table is not before:
            table.go_to(at.line, 0)
        if waited:
            table.setFocus()

    def take_choices(self, look: Look) -> None:
        """Show the same rows with other choices about single ones."""
        self._look = look
        if self._table is not None:
            self._table.plan_model.take_plan(look.plan)
            self._show_row(self._table.currentIndex())

    def _show_tables(self, look: Look) -> PlanRows:
        """Keep the table of rows, with all that somebody is doing in it, as long as its columns are the same."""
        if self._table is not None and self._table.plan_model.shows_as(look.plan):
            self._table.plan_model.take_plan(look.plan)
        else:
            self._remove_tables(first=1)
            self._table = self._build_rows(PlanModel(look.plan))
        self._remove_tables(first=2)
        self._build_left_out(look)
        return self._table

    def _remove_tables(self, first: int) -> None:
        while (old := self._stack.widget(first)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _build_rows(self, model: PlanModel) -> PlanRows:
        table = PlanRows(model)
        table.fits_itself = not self._state.remember_table(table)
        self._stack.addWidget(table)
        table.selectionModel().currentChanged.connect(self._show_row)
        table.delete_requested.connect(self._leave_out)
        table.typed.connect(self._type)
        return table

    def _build_left_out(self, look: Look) -> None:
        self._left_out_model = LeftOutModel(look.plan.left_out)
        left_out = Table(self._left_out_model, "not rows of an import")
        self._state.remember_table(left_out)
        self._stack.addWidget(left_out)
        left_out.setAccessibleName(self.tr("What was left out"))
        left_out.setToolTip(self.tr("Press Enter to take it in as a row"))
        left_out.open_requested.connect(self._take_in)

    def _filter(self, chosen: tuple[str, ...]) -> None:
        if self._table is None:
            return
        if NOT_ROWS in chosen:
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(1)
            self._table.show_rows(chosen)
            if not self._table.currentIndex().isValid():
                self._show_row(QModelIndex())
        self._panel.setVisible(NOT_ROWS not in chosen)

    def _show_row(self, index: QModelIndex) -> None:
        row = (
            self._table.plan_model.row_at(index.row()) if self._table and index.isValid() else None
        )
        if row is None or self._look is None:
            self._panel.show_row(None, ImportRequest(), 0)
            return
        alike = self._look.shapes[row.split.shape] if row.split else 0
        self._panel.show_row(row, self._look.plan.request, alike)
        if self._table is not None:
            follow(self._table, self._panel)

    def _correct(self, correction: Correction) -> None:
        self.wanted.emit(lambda reading: reading.correcting(correction))

    def _take_password(self, password: str) -> None:
        self.wanted.emit(lambda reading: reading.reading(password=password))

    def _type(self, line: int, field: str, text: str) -> None:
        self.wanted.emit(lambda reading: reading.typing(line, field, text))

    def _take_answer(self, line: int, answer: str) -> None:
        self.wanted.emit(lambda reading: reading.answering(line, answer))

    def _leave_out(self, lines: list[int]) -> None:
        """Leave the selected rows out; when all of them are out already, take them in again."""
        if self._look is None:
            return
        choices = self._look.plan.request.choices
        are_out = all(choices.get(line) is OnDuplicate.SKIP for line in lines)
        self.chosen.emit(dict.fromkeys(lines, None if are_out else OnDuplicate.SKIP))

    def _leave_out_duplicates(self) -> None:
        if self._look is not None:
            rows = self._look.plan.rows
            lines = (rows.line_of(number) for number in rows.numbers(State.DUPLICATE))
            self.chosen.emit(dict.fromkeys(lines, OnDuplicate.SKIP))

    def _take_in(self, number: int) -> None:
        line = self._left_out_model.line_of(number)
        self.wanted.emit(lambda reading: reading.taking_in(line))

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._panel)
