"""The rows of an import as they would become, with their state and what is to be looked at."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from signatories.imports.decisions import Decision, decide
from signatories.imports.planned import ImportPlan, Match, PlannedRow, State
from signatories.texts import N_, Message, message
from ui.models.columns import Column
from ui.models.lazy_table import LazyTableModel
from ui.pages.imports.field_names import cell_words, field_words
from ui.translation import translate
from ui.widgets.filter_chips import Chip
from ui.widgets.line_parts import MARKS, Piece

STATES = {
    State.NEW: (N_("New"), ("add", "accent")),
    State.SAME: (N_("The same"), ("check", "muted")),
    State.UPDATE: (N_("Update"), ("edit", "accent")),
    State.DUPLICATE: (N_("Duplicate?"), ("question", "warning")),
    State.ERROR: (N_("Cannot be used"), ("error", "danger")),
}
NO_ANSWER = (N_("No answer in it"), ("question", "muted"))
"""A mail that can be recorded for nobody: it asks something, or nobody is there."""

CHECK = "check"
CHECK_SIGN = ("question", "warning")
"""What becomes something, but is doubtful: the name of its filter, and its icon."""

OUT_SIGN = ("close", "muted")
SHOWN = {
    "sign-ons": ("name", "role", "organisation", "country"),
    "replies": ("answer", "name", "said", "organisation", "role"),
    "recipients": ("name", "country", "person", "salutation", "language"),
    "organisations": ("name", "acronym", "country", "email"),
    "people": ("name", "role", "organisation", "country", "email"),
    "treaty": ("participant", "signature", "ratification", "withdrawal"),
}
JOINED = {"given_name", "family_name"}
WIDTHS = {"name": 160, "organisation": 208, "participant": 200, "role": 136, "said": 280}
WIDER = 264
"""A name by itself, without the person or body that belongs to it."""

LINE = "text"
"""The column with a line as it stands, its parts in colour."""


class PlanModel(LazyTableModel[PlannedRow]):
    """A plan's rows by their number in the plan; those of one state, or all."""

    def __init__(self, plan: ImportPlan) -> None:
        self._plan = plan
        is_split = "entry" in plan.mapping.values() or not plan.mapping
        super().__init__(self._build_columns(is_split=is_split), self._fetch_planned)

    @property
    def names(self) -> list[str]:
        """Return the names of its columns."""
        return [column.name for column in self.columns]

    @property
    def name(self) -> str:
        """Return the name under which the widths of these columns are remembered."""
        return f"plan of {self._plan.kind}: {' '.join(self.names)}"

    def numbers(self, chosen: str) -> "array[int]":
        """Return the numbers of the rows in a state, of those to check, or of all."""
        if chosen == CHECK:
            return self._plan.rows.numbers(doubtful=True)
        return self._plan.rows.numbers(*([State(chosen)] if chosen else State))

    def take_choices(self, plan: ImportPlan) -> None:
        """Show the same rows with other choices about single ones."""
        self._plan = plan
        self.forget_all()

    def _build_columns(self, *, is_split: bool) -> tuple[Column[PlannedRow], ...]:
        first, others = shown_fields(self._plan)
        problem = Column[PlannedRow]("problems", _tr("To look at"), problems, 240, tip=problems)
        shown = [_field_column(name) for name in first]
        if len(first) == 1:
            shown = [replace(shown[0], width=WIDER)]
        sure: list[Column[PlannedRow]] = []
        if is_split and self._plan.kind == "sign-ons":
            line = Column[PlannedRow](LINE, _tr("As it stands"), _text, 280, tip=_text)
            shown = [line, *(replace(column, is_hidden=True) for column in shown)]
            sure = [Column("confidence", _tr("Sure"), _confidence, 64, is_number=True)]
        number = _tr("Mail") if self._plan.kind == "replies" else _tr("Line")
        columns = (
            Column[PlannedRow]("line", number, lambda row: str(row.line), 56, is_number=True),
            Column[PlannedRow]("state", _tr("State"), self._state, 136, icon=self._sign),
            *shown[:1],
            problem,
            *shown[1:],
            *sure,
            *(_field_column(name) for name in others),
        )
        return tuple(replace(column, is_sortable=False) for column in columns)

    def _state(self, row: PlannedRow) -> str:
        return _tr("Left out") if self._is_out(row) else state_words(row)

    def _sign(self, row: PlannedRow) -> tuple[str, str]:
        if self._is_out(row):
            return OUT_SIGN
        return CHECK_SIGN if _is_doubtful(row) else _words_of(row.state, in_mail=is_mail(row))[1]

    def _is_out(self, row: PlannedRow) -> bool:
        """Whether a row that could come in is left out, by a choice about it or about all."""
        could = row.state not in (State.SAME, State.ERROR)
        return could and decide(row, self._plan.request) is Decision.LEAVE

    def _fetch_planned(self, numbers: Sequence[int]) -> Mapping[int, PlannedRow]:
        return {number: self._plan.rows[number] for number in numbers}


def chips(plan: ImportPlan) -> list[Chip]:
    """Return a filter for each state that some row is in, and one for the rows to check."""
    counts = plan.counts
    found = []
    for state in State:
        words, sign = _words_of(state, in_mail=plan.kind == "replies")
        if counts[state.value]:
            found.append(Chip(state.value, translate(words), counts[state.value], sign))
    doubtful = len(plan.rows.numbers(doubtful=True))
    return [*found, Chip(CHECK, _tr("to check"), doubtful, CHECK_SIGN)] if doubtful else found


def shown_fields(plan: ImportPlan) -> tuple[list[str], list[str]]:
    """Return the fields that rows of this plan can have: what matters most, and the others.

    Where no column was named, as in lines and mails, nothing but a row itself tells its fields.
    """
    usual = SHOWN[plan.kind]
    given = dict.fromkeys(plan.mapping.values())
    if not given or "entry" in given:
        return list(usual), []
    joined = "person" if plan.kind == "recipients" else "name"
    first = [name for name in usual if name in given or (name == joined and JOINED & set(given))]
    return first, [name for name in given if name not in (*first, *JOINED)]


def told(plan: ImportPlan) -> list[Message]:
    """Return what is to be said of the whole: questions about columns stand beside their columns."""
    questions = {str(question.text) for column in plan.columns for question in column.questions}
    others = [text for text in plan.warnings if str(text) not in questions]
    asked = message(N_("%n question(s) about columns, on the left."), n=len(questions))
    return [asked, *others] if questions else others


def state_words(row: PlannedRow) -> str:
    """Return what a row is, in words."""
    state = translate(_words_of(row.state, in_mail=is_mail(row))[0])
    is_said = row.state is State.DUPLICATE  # that is a question anyway
    return (
        _tr("{state}, to check").format(state=state) if _is_doubtful(row) and not is_said else state
    )


def is_mail(row: PlannedRow) -> bool:
    """Whether a row is a mail that was read as an answer."""
    return "answer" in row.fields


def problems(row: PlannedRow) -> str:
    """Return all that should be looked at in a row, in words."""
    found = [translate(problem) for problem in row.problems]
    found += [match_words(match) for match in row.matches]
    return " ".join(found)


def match_words(match: Match) -> str:
    """Return what a row may be already, in words: a record, or a row further up."""
    name = (
        match.name
        if match.ref > 0
        else f"{_tr('Line {line}').format(line=-match.ref)}, {match.name}"
    )
    return f"{name}: {translate(match.reason)}"


def line_pieces(row: PlannedRow) -> Sequence[Piece]:
    """Return a row's line with its parts."""
    return row.split.pieces if row.split else ()


def legend() -> Sequence[Piece]:
    """Return what each colour of a line stands for."""
    shown: list[Piece] = []
    for field in MARKS:
        shown += [(field, field_words(field)), (None, "     ")]
    return shown


def _words_of(state: State, *, in_mail: bool) -> tuple[str, tuple[str, str]]:
    return NO_ANSWER if in_mail and state is State.ERROR else STATES[state]


def _field_column(name: str) -> Column[PlannedRow]:
    def text(row: PlannedRow) -> str:
        return cell_words(name, row)

    return Column(name, field_words(name), text, WIDTHS.get(name, 120), tip=text)


def _text(row: PlannedRow) -> str:
    return row.split.text if row.split else ""


def _confidence(row: PlannedRow) -> str:
    return _tr("{percent} %").format(percent=round(100 * row.confidence)) if row.split else ""


def _is_doubtful(row: PlannedRow) -> bool:
    return bool(row.problems) and row.state is not State.ERROR


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
