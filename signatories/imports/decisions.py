"""What becomes of each planned row, by its state and by what was chosen for duplicates."""

import enum
from collections.abc import Sequence
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
    return _IN_QUESTION[on_duplicate] if row.state is State.DUPLICATE else Decision.ADD


def open_questions(
    rows: Sequence[PlannedRow], ids: Sequence[int], plan: ImportPlan, table: str
) -> list[dict[str, object]]:
    """Rows for the table of questions: uncertain splits, and duplicates when asked to ask."""
    made = {row.line: row_id for row, row_id in zip(rows, ids, strict=True)}
    found: list[dict[str, object]] = []
    for row, row_id in zip(rows, ids, strict=True):
        asked = [(problem.key, problem.values) for problem in row.problems]
        if row.state is State.DUPLICATE and plan.request.on_duplicate is OnDuplicate.ASK:
            asked += [_question(match, made) for match in row.matches]
        found += [
            {"subject": table, "row_id": row_id, "key": key, "values": values}
            for key, values in asked
        ]
    return found


def _question(match: Match, made: dict[int, int]) -> tuple[str, dict[str, object]]:
    place = match.subject.replace("-", "_")
    return QUESTIONS[match.subject], {place: match.ref if match.ref > 0 else made.get(-match.ref)}


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
