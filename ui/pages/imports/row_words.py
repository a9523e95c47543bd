"""What a row of an import is, and what is to be looked at in it, in words."""

from PySide6.QtCore import QCoreApplication

from signatories.imports.planned_row import PlannedRow
from signatories.imports.verdicts import State
from signatories.matching.records import Match
from signatories.texts import N_
from ui.translation import translate

STATES = {
    State.NEW: (N_("New"), ("add", "accent")),
    State.SAME: (N_("The same"), ("check", "muted")),
    State.UPDATE: (N_("Update"), ("edit", "accent")),
    State.DUPLICATE: (N_("Duplicate?"), ("question", "warning")),
    State.ERROR: (N_("Cannot be used"), ("error", "danger")),
}
NO_ANSWER = (N_("No answer in it"), ("question", "muted"))
"""A mail that can be recorded for nobody: it asks something, or nobody is there."""

CHECK_SIGN = ("question", "warning")
"""The icon of what becomes something, but is doubtful."""


def words_of(state: State, *, in_mail: bool) -> tuple[str, tuple[str, str]]:
    """Return a state's words and its icon."""
    return NO_ANSWER if in_mail and state is State.ERROR else STATES[state]


def state_words(row: PlannedRow) -> str:
    """Return what a row is, in words."""
    state = translate(words_of(row.state, in_mail=is_mail(row))[0])
    is_said = row.state is State.DUPLICATE  # that is a question anyway
    return (
        _tr("{state}, to check").format(state=state) if is_doubtful(row) and not is_said else state
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


def is_doubtful(row: PlannedRow) -> bool:
    """Whether a row becomes something, and somebody should look at it."""
    return bool(row.problems) and row.state is not State.ERROR


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
