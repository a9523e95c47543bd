"""What becomes of each planned row, by its state and by what was chosen for duplicates."""

import enum
from collections.abc import Callable, Iterator, Sequence

from signatories.imports.planned import ImportPlan, ImportRequest, OnDuplicate
from signatories.imports.planned_row import PlannedRow, Questioned
from signatories.imports.verdicts import State
from signatories.matching.organisation_scores import SHARED_ACRONYM
from signatories.matching.records import Match
from signatories.texts import N_, Message, message


class Decision(enum.Enum):
    """Add a record, give its cells to a stored one, give only what is blank there, or leave the row out."""

    ADD = "add"
    UPDATE = "update"
    FILL = "fill"
    LEAVE = "leave"


_CERTAIN = {
    OnDuplicate.ASK: Decision.UPDATE,
    OnDuplicate.KEEP: Decision.UPDATE,
    OnDuplicate.SKIP: Decision.LEAVE,
    OnDuplicate.UPDATE: Decision.UPDATE,
    OnDuplicate.FILL: Decision.FILL,
}
_IN_QUESTION = {
    OnDuplicate.ASK: Decision.ADD,
    OnDuplicate.KEEP: Decision.ADD,
    OnDuplicate.SKIP: Decision.LEAVE,
    OnDuplicate.UPDATE: Decision.UPDATE,
    OnDuplicate.FILL: Decision.FILL,
}
CHANGED_SINCE = message(
    N_("The answer has changed since it was confirmed: ask again, or leave what is printed.")
)
"""Asked in place of changing what somebody confirmed."""
EDITED_SINCE = message(
    N_(
        "The answer has changed, and the sign-on was edited since it came in: look which words count."
    )
)
"""Asked in place of putting back what somebody corrected."""

_NAMED_ROWS = 1000  # each with words of its own; all are counted, and stand in the plan
_FEW_ROWS = 3  # of which the same is said: more are counted
_WRITING = (Decision.UPDATE, Decision.FILL)
QUESTIONS = {
    "organisation": N_("Is this the same organisation as {organisation}?"),
    "person": N_("Is this the same person as {person}?"),
    "sign-on": N_("Is this the same signatory as {sign_on}?"),
    "recipient": N_("Is this the same recipient as {recipient}?"),
}
"""What is asked about a record that may be another one; the value is that one's id."""


def decide(row: PlannedRow | Questioned, request: ImportRequest) -> Decision:
    """What becomes of a row: by what was chosen for its line, else by what was chosen for all."""
    decision = _by_state(row.state, request.choices.get(row.line), request.on_duplicate)
    stays_apart = bool(row.matches) and _is_too_little(row.matches[0], row.line, request)
    return Decision.ADD if decision in _WRITING and stays_apart else decision


def _is_too_little(match: Match, line: int, request: ImportRequest) -> bool:
    """Whether a row is not written over what it may be: somebody else signs there, or two names share an acronym alone.

    Of the second, what was chosen for this very row holds.
    """
    is_by_acronym = match.reason == SHARED_ACRONYM.reason and line not in request.choices
    return match.other_signer or is_by_acronym


def writes_over(best: Match, line: int, request: ImportRequest) -> bool:
    """Whether a row that may be a record, best of all this one, is written over it."""
    chosen = request.choices.get(line, request.on_duplicate)
    return _IN_QUESTION[chosen] in _WRITING and not _is_too_little(best, line, request)


def to_write(plan: ImportPlan) -> int:
    """How many rows would be written."""
    usual = {state: _by_state(state, None, plan.request.on_duplicate) for state in State}
    wanted = {state for state, decision in usual.items() if decision is not Decision.LEAVE}
    found = sum(plan.rows.count_of(state) for state in wanted)
    for line, choice in plan.request.choices.items():
        if (number := plan.rows.number_of(line)) is None:
            continue  # chosen when the table was read in another way
        state = plan.rows.state(number)
        is_left = _by_state(state, choice, plan.request.on_duplicate) is Decision.LEAVE
        found += (not is_left) - (state in wanted)
    return found


def _by_state(state: State, choice: OnDuplicate | None, usual: OnDuplicate) -> Decision:
    if state in (State.ERROR, State.SAME) or choice is OnDuplicate.SKIP:
        return Decision.LEAVE
    if state is State.UPDATE:
        return _CERTAIN[choice or usual] if choice is not OnDuplicate.KEEP else Decision.ADD
    return _IN_QUESTION[choice or usual] if state is State.DUPLICATE else Decision.ADD


def open_questions(
    rows: Sequence[PlannedRow | Questioned],
    ids: Sequence[int],
    request: ImportRequest,
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
            for match in _in_question(row, request)
        ]
        found += [
            {"subject": table, "row_id": row_id, "key": key, "values": values}
            for key, values in asked
        ]
    return found


def _in_question(row: PlannedRow | Questioned, request: ImportRequest) -> tuple[Match, ...]:
    if row.state is not State.DUPLICATE:
        return ()
    chosen = request.choices.get(row.line, request.on_duplicate)
    if chosen is OnDuplicate.ASK:
        return row.matches
    writing = _IN_QUESTION[chosen] in _WRITING
    return tuple(
        match for match in row.matches if writing and _is_too_little(match, row.line, request)
    )


def warnings_about(plan: ImportPlan) -> list[Message]:
    """Each row that is left out or comes in with a question, named by its line; of very many the first.

    What is said of the same text of more than a few rows is said of the first of them, with the number of the others.
    """
    numbers = plan.rows.numbers(State.ERROR, State.DUPLICATE, doubtful=True)
    together: dict[object, list[Message]] = {}
    for row in plan.rows.at(numbers[:_NAMED_ROWS]):
        for said in _about(plan, row):
            together.setdefault(_words(said), []).append(said)
    found = [each for said in together.values() for each in _at_once(said)]
    if (more := len(numbers) - _NAMED_ROWS) > 0:
        text = N_("{file}: %n further row(s) with a question or an error.")
        found.append(message(text, n=more, file=plan.source.name))
    return found


def _words(said: Message) -> object:
    """What is said, whatever the line; of a problem without a text of the file, each row's is its own."""
    problem = said.values.get("problem")
    is_own = isinstance(problem, Message) and not problem.values
    values = [str(value) for name, value in said.values.items() if is_own or name != "line"]
    return said.key, *values


def _at_once(said: list[Message]) -> list[Message]:
    """What is said of some rows alike, each by itself where they are few."""
    if len(said) <= _FEW_ROWS:
        return said
    text = N_("{first} So it is with %n more row(s).")
    return [message(text, first=said[0], n=len(said) - 1)]


def _about(plan: ImportPlan, row: PlannedRow) -> Iterator[Message]:
    place = {"line": row.line, "file": plan.source.name}
    for problem in row.problems:
        text = N_("{file}, line {line}: {problem}")
        if row.state is State.ERROR:
            text = N_("{file}, line {line} was left out: {problem}")
        yield message(text, problem=problem, **place)
    if row.state is State.DUPLICATE and row.matches:
        text = N_("{file}, line {line} may be “{name}”: {reason}")
        match = row.matches[0]
        yield message(text, name=match.name, reason=match.reason, **place)
