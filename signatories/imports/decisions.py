"""What becomes of each planned row, by its state and by what was chosen for duplicates."""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from signatories.imports.planned import ImportPlan, Match, OnDuplicate, PlannedRow, State
from signatories.texts import N_, Message, message


class Decision(enum.Enum):
    """Add a record, give its cells to a stored one, give only what is blank there, or leave the row out."""

    ADD = "add"
    UPDATE = "update"
    FILL = "fill"
    LEAVE = "leave"


_CERTAIN = {OnDuplicate.SKIP: Decision.LEAVE, OnDuplicate.FILL: Decision.FILL}
_IN_QUESTION = {
    OnDuplicate.ASK: Decision.ADD,
    OnDuplicate.KEEP: Decision.ADD,
    OnDuplicate.SKIP: Decision.LEAVE,
    OnDuplicate.UPDATE: Decision.UPDATE,
    OnDuplicate.FILL: Decision.FILL,
}
_WRITING = (Decision.UPDATE, Decision.FILL)
QUESTIONS = {
    "organisation": N_("Is this the same organisation as {organisation}?"),
    "person": N_("Is this the same person as {person}?"),
    "sign-on": N_("Is this the same signatory as {sign_on}?"),
    "recipient": N_("Is this the same recipient as {recipient}?"),
}
"""What is asked about a record that may be another one; the value is that one's id."""


@dataclass
class Written:
    """What rows became: each record's table, id, line and row digest; how many rows added one or changed one."""

    records: list[tuple[str, int, int, str]] = field(default_factory=list)
    added: int = 0
    updated: int = 0

    def note(self, table: str, row_id: int, row: PlannedRow) -> None:
        """Remember which row a record came from."""
        self.records.append((table, row_id, row.line, row.digest))


def decide(row: PlannedRow, on_duplicate: OnDuplicate) -> Decision:
    """What becomes of a row."""
    if row.state in (State.ERROR, State.SAME):
        return Decision.LEAVE
    if row.state is State.UPDATE:
        return _CERTAIN.get(on_duplicate, Decision.UPDATE)
    if row.state is not State.DUPLICATE:
        return Decision.ADD
    decision = _IN_QUESTION[on_duplicate]
    return Decision.ADD if decision in _WRITING and _has_other_signer(row) else decision


def open_questions(
    rows: Sequence[PlannedRow],
    ids: Sequence[int],
    on_duplicate: OnDuplicate,
    table: str,
    id_of: Callable[[Match], int | None],
) -> list[dict[str, object]]:
    """Rows for the table of questions: uncertain splits, and duplicates when asked to ask.

    `id_of` says which record a match is. A row that was not written over a sign-on of somebody else asks about it.
    """
    found: list[dict[str, object]] = []
    for row, row_id in zip(rows, ids, strict=True):
        asked = [(problem.key, problem.values) for problem in row.problems]
        asked += [
            (QUESTIONS[match.subject], {match.subject.replace("-", "_"): id_of(match)})
            for match in _in_question(row, on_duplicate)
        ]
        found += [
            {"subject": table, "row_id": row_id, "key": key, "values": values}
            for key, values in asked
        ]
    return found


def _in_question(row: PlannedRow, on_duplicate: OnDuplicate) -> tuple[Match, ...]:
    if row.state is not State.DUPLICATE:
        return ()
    if on_duplicate is OnDuplicate.ASK:
        return row.matches
    writing = _IN_QUESTION[on_duplicate] in _WRITING
    return tuple(match for match in row.matches if writing and match.other_signer)


def _has_other_signer(row: PlannedRow) -> bool:
    return bool(row.matches) and row.matches[0].other_signer


def warnings_about(plan: ImportPlan) -> list[Message]:
    """Each row that is left out or comes in with a question, named by its line."""
    found = []
    for row in plan.rows:
        place = {"line": row.line, "file": plan.source.name}
        for problem in row.problems:
            text = N_("{file}, line {line}: {problem}")
            if row.state is State.ERROR:
                text = N_("{file}, line {line} was left out: {problem}")
            found.append(message(text, problem=problem, **place))
        if row.state is State.DUPLICATE and row.matches:
            text = N_("{file}, line {line} may be “{name}”: {reason}")
            match = row.matches[0]
            found.append(message(text, name=match.name, reason=match.reason, **place))
    return found
