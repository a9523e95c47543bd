"""The rows of an import as they would become, with their state and what is to be looked at."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from signatories.imports.planned import ImportPlan, PlannedRow, State
from signatories.texts import N_
from ui.models.columns import Column
from ui.models.lazy_table import LazyTableModel
from ui.translation import translate
from ui.widgets.filter_chips import Chip

STATES = {
    State.NEW: (N_("New"), ("add", "accent")),
    State.SAME: (N_("The same"), ("check", "muted")),
    State.UPDATE: (N_("Update"), ("edit", "accent")),
    State.DUPLICATE: (N_("Duplicate?"), ("question", "warning")),
    State.ERROR: (N_("Cannot be used"), ("error", "danger")),
}
CHECK = "check"
CHECK_SIGN = ("question", "warning")
"""What becomes something, but is doubtful: the name of its filter, and its icon."""

FIELDS = {
    "entry": N_("The whole line"),
    "name": N_("Name"),
    "role": N_("Role"),
    "organisation": N_("Organisation"),
    "acronym": N_("Acronym"),
    "country": N_("Country"),
    "email": N_("E-mail"),
    "status": N_("Status"),
    "capacity": N_("Capacity"),
    "group": N_("Group"),
    "notes": N_("Notes"),
    "person": N_("Person"),
    "form_of_address": N_("Form of address"),
    "salutation": N_("Salutation"),
    "address": N_("Address"),
    "language": N_("Language"),
    "participant": N_("Participant"),
    "signature": N_("Signature"),
    "ratification": N_("Ratification"),
    "withdrawal": N_("Withdrawal"),
}
SHOWN = {
    "sign-ons": ("name", "role", "organisation", "country"),
    "recipients": ("name", "country", "person", "salutation", "language"),
    "treaty": ("participant", "signature", "ratification", "withdrawal"),
}
WIDTHS = {"name": 176, "organisation": 248, "participant": 200, "role": 152}


class PlanModel(LazyTableModel[PlannedRow]):
    """A plan's rows by their number in the plan; those of one state, or all."""

    def __init__(self, plan: ImportPlan) -> None:
        self._plan = plan
        super().__init__(plan_columns(plan.kind), self._fetch_planned)

    def numbers(self, state: str) -> "array[int]":
        """Return the numbers of the rows in a state, of those to check, or of all."""
        rows = enumerate(self._plan.rows)
        return array("q", [number for number, row in rows if _passes(row, state)])

    def _fetch_planned(self, numbers: Sequence[int]) -> Mapping[int, PlannedRow]:
        return {number: self._plan.rows[number] for number in numbers}


def plan_columns(kind: str) -> tuple[Column[PlannedRow], ...]:
    """Return the columns for a plan of this kind."""
    columns = (
        Column[PlannedRow]("line", _tr("Line"), lambda row: str(row.line), 56, is_number=True),
        Column[PlannedRow]("state", _tr("State"), _state, 128, icon=_sign),
        *(_field_column(name) for name in SHOWN[kind]),
        Column[PlannedRow]("problems", _tr("To look at"), problems, 240, tip=problems),
    )
    return tuple(replace(column, is_sortable=False) for column in columns)


def chips(plan: ImportPlan) -> list[Chip]:
    """Return a filter for each state that some row is in, and one for the rows to check."""
    found = [
        Chip(state.value, translate(STATES[state][0]), plan.counts[state.value], STATES[state][1])
        for state in State
        if plan.counts[state.value]
    ]
    doubtful = sum(map(_is_doubtful, plan.rows))
    return [*found, Chip(CHECK, _tr("to check"), doubtful, CHECK_SIGN)] if doubtful else found


def field_words(name: str) -> str:
    """Return a field's name in the user's words; an extra column keeps its own."""
    return translate(FIELDS[name]) if name in FIELDS else name


def _field_column(name: str) -> Column[PlannedRow]:
    def text(row: PlannedRow) -> str:
        return row.fields.get(name, "")

    return Column(name, field_words(name), text, WIDTHS.get(name, 120), tip=text)


def _passes(row: PlannedRow, chosen: str) -> bool:
    return _is_doubtful(row) if chosen == CHECK else chosen in ("", row.state.value)


def _is_doubtful(row: PlannedRow) -> bool:
    return bool(row.problems) and row.state is not State.ERROR


def _sign(row: PlannedRow) -> tuple[str, str]:
    return CHECK_SIGN if _is_doubtful(row) else STATES[row.state][1]


def _state(row: PlannedRow) -> str:
    state = translate(STATES[row.state][0])
    return _tr("{state}, to check").format(state=state) if _is_doubtful(row) else state


def problems(row: PlannedRow) -> str:
    """Return all that should be looked at in a row, in words."""
    found = [translate(problem) for problem in row.problems]
    found += [f"{match.name}: {translate(match.reason)}" for match in row.matches]
    return " ".join(found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
