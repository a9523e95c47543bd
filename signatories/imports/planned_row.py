"""What a row of a plan would become: one by itself, and many by column as they are written."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from signatories.imports.lines.parts import Split
from signatories.imports.verdicts import NO_CHANGES, State
from signatories.matching.records import Match, Ref
from signatories.texts import Message


class PlannedRow(NamedTuple):
    """One row and what it would become. `fields` are texts as given; `entry` is what apply works with.

    `changes` are old and new by field: what the row would alter in the record that it is, or most likely is.
    """

    line: int
    state: State
    fields: Mapping[str, str]
    digest: str
    confidence: float = 1.0
    matches: tuple[Match, ...] = ()
    problems: tuple[Message, ...] = ()
    split: Split | None = None
    entry: Any = None
    changes: Mapping[str, tuple[str, str]] = NO_CHANGES

    def as_json(self) -> dict[str, Any]:
        """The row as the command line prints it."""
        return {
            "line": self.line,
            "state": self.state.value,
            "fields": dict(self.fields),
            "confidence": round(self.confidence, 2),
            "matches": [match.as_json() for match in self.matches],
            "problems": [str(problem) for problem in self.problems],
            "changes": {name: list(pair) for name, pair in self.changes.items()},
        }


class Questioned(NamedTuple):
    """What has to be known of a row that is not simply new, to decide what becomes of it and to ask about it."""

    line: int
    state: State
    matches: tuple[Match, ...]
    problems: tuple[Message, ...]


class PlannedLot(NamedTuple):
    """Rows that follow each other, by column: of most there is nothing more to decide.

    `read` is the lot as the planner read it; `refs` are the rows' references, 0 for none, for each of the planner's
    places. `others` are the rows that are not simply new, by their place in the lot; `row` makes the row at a place.
    """

    lines: Sequence[int]
    digests: Sequence[str]
    read: Any
    refs: tuple[Sequence[Ref], ...]
    others: Mapping[int, Questioned]
    row: Callable[[int], PlannedRow]
