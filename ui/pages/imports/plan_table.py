"""The rows of an import as they would become, with their state and what is to be looked at."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt

from signatories.imports.decisions import Decision, decide
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedRow
from signatories.imports.verdicts import State
from signatories.texts import N_, Message, message
from ui.models.lazy_table import Index, LazyTableModel
from ui.pages.imports.field_names import field_words
from ui.pages.imports.plan_columns import plan_columns
from ui.pages.imports.row_words import CHECK_SIGN, is_doubtful, is_mail, state_words, words_of
from ui.translation import translate
from ui.widgets.filter_chips import Chip
from ui.widgets.line_parts import MARKS, Piece

CHECK = "check"
"""The name of the filter for what becomes something, but is doubtful."""

OUT_SIGN = ("close", "muted")


class PlanModel(LazyTableModel[PlannedRow]):
    """A plan's rows by their line in the file; those of one state, or all."""

    def __init__(self, plan: ImportPlan) -> None:
        self._plan = plan
        super().__init__(plan_columns(plan, self._state, self._sign), self._fetch_planned)

    @property
    def names(self) -> list[str]:
        """Return the names of its columns."""
        return [column.name for column in self.columns]

    @property
    def name(self) -> str:
        """Return the name under which the widths of these columns are remembered."""
        return f"plan of {self._plan.kind}: {' '.join(self.names)}"

    def lines(self, chosen: Sequence[str]) -> "array[int]":
        """Return the lines of the rows that the chosen chips leave; in order."""
        rows, states = self._plan.rows, _states(chosen) or State
        numbers = rows.numbers(*([] if CHECK in chosen else states), doubtful=CHECK in chosen)
        wanted = frozenset(states)
        return array("q", (rows.line_of(n) for n in numbers if rows.state(n) in wanted))

    def shows_as(self, plan: ImportPlan) -> bool:
        """Whether the rows of another plan have the same columns."""
        return self._plan.kind == plan.kind and self.names == [
            column.name for column in plan_columns(plan, self._state, self._sign)
        ]

    def take_plan(self, plan: ImportPlan) -> None:
        """Show the rows of another plan with the same columns."""
        self._plan = plan
        self.forget_all()

    def is_open(self, line: int) -> bool:
        """Whether a row's texts can be typed: they say anything that is not there already, or were typed."""
        number = self._plan.rows.number_of(line)
        if number is None:
            return False  # of an earlier plan
        return line in self._plan.request.typed or self._plan.rows.state(number) is not State.SAME

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        flags = super().flags(index)
        if flags & Qt.ItemFlag.ItemIsEditable and not self.is_open(self.ids[index.row()]):
            return flags & ~Qt.ItemFlag.ItemIsEditable
        return flags

    def _state(self, row: PlannedRow) -> str:
        return _tr("Left out") if self._is_out(row) else state_words(row)

    def _sign(self, row: PlannedRow) -> tuple[str, str]:
        if self._is_out(row):
            return OUT_SIGN
        return CHECK_SIGN if is_doubtful(row) else words_of(row.state, in_mail=is_mail(row))[1]

    def _is_out(self, row: PlannedRow) -> bool:
        """Whether a row that could come in is left out, by a choice about it or about all."""
        could = row.state not in (State.SAME, State.ERROR)
        return could and decide(row, self._plan.request) is Decision.LEAVE

    def _fetch_planned(self, lines: Sequence[int]) -> Mapping[int, PlannedRow]:
        rows = self._plan.rows
        numbers = ((line, rows.number_of(line)) for line in lines)
        return {line: rows[number] for line, number in numbers if number is not None}


def chips(plan: ImportPlan, chosen: Sequence[str]) -> list[Chip]:
    """Return a filter for each state that some row is in, and one for the rows to check.

    Each counts the rows that it leaves of those that the `chosen` others do; another state is no further condition.
    """
    rows = plan.rows
    doubtful = Counter(map(rows.state, rows.numbers(doubtful=True)))
    found = []
    for state in State:
        words, sign = words_of(state, in_mail=plan.kind == "replies")
        if count := rows.count_of(state):
            left = doubtful[state] if CHECK in chosen else count
            found.append(Chip(state.value, translate(words), left, sign))
    if doubtful:
        left = sum(doubtful[state] for state in _states(chosen) or State)
        found.append(Chip(CHECK, _tr("to check"), left, CHECK_SIGN))
    return found


def told(plan: ImportPlan) -> list[Message]:
    """Return what is to be said of the whole: questions about columns stand beside their columns."""
    questions = {str(question.text) for column in plan.columns for question in column.questions}
    others = [text for text in plan.warnings if str(text) not in questions]
    asked = message(N_("%n question(s) about columns, on the left."), n=len(questions))
    return [asked, *others] if questions else others


def line_pieces(row: PlannedRow) -> Sequence[Piece]:
    """Return a row's line with its parts."""
    return row.split.pieces if row.split else ()


def legend() -> Sequence[Piece]:
    """Return what each colour of a line stands for."""
    shown: list[Piece] = []
    for field in MARKS:
        shown += [(field, field_words(field)), (None, "     ")]
    return shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)


def _states(chosen: Sequence[str]) -> list[State]:
    """The states among the names of chosen chips."""
    return [state for state in State if state.value in chosen]
