"""The right side of an import: counts that filter, the rows, and the row in focus; or why there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signatories.imports.lines.corrections import Correction
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.imports.verdicts import State
from ui.pages.imports.begun import Whereabouts
from ui.pages.imports.left_out_table import NOT_ROWS
from ui.pages.imports.looking import Look
from ui.pages.imports.no_rows import NoRows, Nothing
from ui.pages.imports.plan_columns import LINE
from ui.pages.imports.plan_tables import PlanTables
from ui.pages.imports.row_panel import RowPanel
from ui.pages.imports.rows_head import RowsHead
from ui.theme import GRID
from ui.widgets.tab_order import follow
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
        self._look: Look | None = None
        self._head = RowsHead()
        self._stack = QStackedWidget()
        self._nothing = NoRows()
        self._tables = PlanTables(window_state)
        self._panel = RowPanel()
        self._build_layout()
        self._head.chosen_changed.connect(self._filter)
        self._head.question_requested.connect(self.question_requested)
        self._head.duplicates_unwanted.connect(self._leave_out_duplicates)
        self._panel.corrected.connect(self._correct)
        self._panel.chosen.connect(lambda line, choice: self.chosen.emit({line: choice}))
        self._panel.answered.connect(self._take_answer)
        self._tables.row_changed.connect(self._show_row)
        self._tables.delete_requested.connect(self._leave_out)
        self._tables.take_in_requested.connect(self._take_in)
        self._tables.typed.connect(self._type)
        self._nothing.again_requested.connect(self.again_requested)
        self._nothing.letter_requested.connect(self.letter_requested)
        self._nothing.password_given.connect(self._take_password)

    @property
    def has_rows(self) -> bool:
        """Whether rows are in sight, or what was left out of them."""
        return self._look is not None

    @property
    def whereabouts(self) -> Whereabouts | None:
        """Where in the rows somebody is; None without rows."""
        rows = self._tables.rows
        if rows is None:
            return None
        column = max(rows.currentIndex().column(), 0)
        return Whereabouts(rows.current_id() or 0, column, self._head.chosen)

    def go_to(self, at: Whereabouts) -> None:
        """Go where somebody was in these rows, as far as it is still there."""
        self._head.choose(at.chosen)
        if self._tables.rows is not None:
            self._tables.rows.go_to(at.line, at.column)

    def take_focus(self) -> None:
        """Have the focus on the rows as soon as there are any."""
        (self._tables.rows or self._nothing).setFocus()

    def show_nothing(self, why: Nothing) -> None:
        """Show why there are no rows."""
        self._look = None
        self._head.show_nothing()
        self._panel.hide()
        self._nothing.show_why(why)
        self._tables.clear()
        self._stack.setCurrentWidget(self._nothing)

    def show_look(self, look: Look) -> None:
        """Show the rows of another plan; place and row in focus stay where they can.

        A focus that waited where there were no rows goes on to them.
        """
        self._look = look
        waited, before, at = self._nothing.has_focus, self._tables.rows, self.whereabouts
        rows = self._tables.show_plan(look.plan)
        self._head.show_plan(look.plan, has_lines=LINE in rows.plan_model.names)
        self._panel.show()  # lays NoRows out anew while it is in sight: hidden, it would keep its old width
        self._stack.setCurrentWidget(self._tables)
        self._filter(self._head.chosen)
        if at is not None and rows is not before:
            rows.go_to(at.line, 0)
        if waited:
            rows.setFocus()

    def take_choices(self, look: Look) -> None:
        """Show the same rows with other choices about single ones."""
        self._look = look
        if self._tables.rows is not None:
            self._tables.rows.plan_model.take_plan(look.plan)
            self._show_row()

    def _filter(self, chosen: tuple[str, ...]) -> None:
        if self._look is not None:
            self._tables.choose(chosen)
            self._panel.setVisible(NOT_ROWS not in chosen)

    def _show_row(self) -> None:
        row, look = self._tables.row, self._look
        if row is None or look is None:
            self._panel.show_row(None, ImportRequest(), 0)
            return
        alike = look.shapes[row.split.shape] if row.split else 0
        self._panel.show_row(row, look.plan.request, alike)
        follow(self._tables, self._panel)

    def _correct(self, correction: Correction) -> None:
        self.wanted.emit(lambda reading: reading.correcting(correction))

    def _take_password(self, password: str) -> None:
        self.wanted.emit(lambda reading: reading.read_anew(password=password))

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

    def _take_in(self, line: int) -> None:
        self.wanted.emit(lambda reading: reading.taking_in(line))

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._tables)
        column.addWidget(self._panel)
