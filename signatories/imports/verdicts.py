"""What a row says, and what it turns out to be beside what is there: between the parts of a plan."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from signatories.imports.lines.parts import Split
from signatories.imports.planned import NO_CHANGES, Match, Ref, State
from signatories.texts import Message


class ReadRow(NamedTuple):
    """What one row says by itself. With errors it cannot come in; problems are questions about it.

    `key` is what a form's answer is known by when the form's file has grown; other rows have none. `confidence` says
    how sure the parts of a split text are, or the answer of a mail; of columns there is no doubt.
    """

    fields: Mapping[str, str]
    entry: Any
    errors: tuple[Message, ...] = ()
    problems: tuple[Message, ...] = ()
    split: Split | None = None
    key: str = ""
    confidence: float = 1.0


class Verdict(NamedTuple):
    """What a row is, beside what it says. `refs` are in the order of the planner's `places`; the first is its own.

    `changes` are the fields that an update would alter, old and new.
    """

    state: State
    refs: tuple[Ref | None, ...] = ()
    matches: tuple[Match, ...] = ()
    problems: tuple[Message, ...] = ()
    changes: Mapping[str, tuple[str, str]] = NO_CHANGES


Given = tuple[int, ReadRow]
"""A row and the line that it stands at."""


class RowByRow(ABC):
    """A planner to which it makes no difference that rows come in lots."""

    def decide(self, rows: Sequence[Given], earlier: Callable[[int], Any]) -> Iterator[Verdict]:
        """Compare each row by itself."""
        return (self.decide_row(line, row, earlier) for line, row in rows)

    @abstractmethod
    def decide_row(self, line: int, row: ReadRow, earlier: Callable[[int], Any]) -> Verdict:
        """Compare one row with the workspace and the rows before it."""
