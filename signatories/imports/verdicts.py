"""What a row says, and what it turns out to be beside what is there: between the parts of a plan."""

import enum
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, overload

from signatories.imports.lines.parts import Split
from signatories.matching.records import Match, Ref
from signatories.texts import Message

NO_CHANGES: Mapping[str, tuple[str, str]] = MappingProxyType({})


class State(enum.Enum):
    """What a row is, compared with the workspace and the rows above it."""

    NEW = "new"
    SAME = "same"
    UPDATE = "update"
    DUPLICATE = "duplicate"
    ERROR = "error"


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


class ReadLot(Sequence[ReadRow]):
    """Some rows as they were read. Most have no error and no problem: that is known without making them."""

    @property
    @abstractmethod
    def refused(self) -> Collection[int]:
        """The numbers of the rows with an error."""

    @property
    @abstractmethod
    def doubtful(self) -> Collection[int]:
        """The numbers of the rows with a problem."""

    @abstractmethod
    def ask(self, number: int, question: Message) -> None:
        """Add a problem to a row."""

    def key(self, _number: int) -> str:
        """What a form's answer is known by in a later file; other rows have none."""
        return ""

    def fields(self, number: int) -> Mapping[str, str]:
        """The texts of a row as given."""
        return self[number].fields

    def questions(self, number: int) -> tuple[Message, ...]:
        """The errors of a row and its problems."""
        row = self[number]
        return *row.errors, *row.problems

    @abstractmethod
    def made(self, numbers: Sequence[int]) -> Iterator[ReadRow]:
        """The rows with these numbers."""

    @overload
    def __getitem__(self, place: int) -> ReadRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[ReadRow]: ...
    def __getitem__(self, place: int | slice) -> ReadRow | list[ReadRow]:
        numbers = range(len(self))[place]
        return (
            list(self.made(numbers)) if isinstance(numbers, range) else next(self.made([numbers]))
        )

    def __iter__(self) -> Iterator[ReadRow]:
        return self.made(range(len(self)))


class ReadRows(ReadLot):
    """Rows that are made already."""

    def __init__(self, rows: Iterable[ReadRow]) -> None:
        self._rows = list(rows)

    @classmethod
    def of(cls, rows: Sequence[ReadRow]) -> ReadLot:
        """Some rows as a lot, if they are none."""
        return rows if isinstance(rows, ReadLot) else cls(rows)

    @property
    def refused(self) -> Collection[int]:
        """The numbers of the rows with an error."""
        return {number for number, row in enumerate(self._rows) if row.errors}

    @property
    def doubtful(self) -> Collection[int]:
        """The numbers of the rows with a problem."""
        return {number for number, row in enumerate(self._rows) if row.problems}

    def ask(self, number: int, question: Message) -> None:
        """Add a problem to a row."""
        row = self._rows[number]
        self._rows[number] = row._replace(problems=(*row.problems, question))

    def key(self, number: int) -> str:
        """What a row has as its key."""
        return self._rows[number].key

    def made(self, numbers: Sequence[int]) -> Iterator[ReadRow]:
        """The rows with these numbers."""
        return map(self._rows.__getitem__, numbers)

    def __len__(self) -> int:
        return len(self._rows)


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


Read = TypeVar("Read", bound=ReadLot)


class SoundRows(Sequence[Given], Generic[Read]):
    """The rows of a lot that have no errors: those of `read` with the numbers `numbers`, which stand at `lines`."""

    def __init__(self, lines: Sequence[int], read: Read) -> None:
        refused, numbers = read.refused, range(len(read))
        self.read = read
        self.numbers: Sequence[int] = (
            [n for n in numbers if n not in refused] if refused else numbers
        )
        self.lines = [lines[number] for number in self.numbers]

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> Given: ...
    @overload
    def __getitem__(self, place: slice) -> list[Given]: ...
    def __getitem__(self, place: int | slice) -> Given | list[Given]:
        if isinstance(place, slice):
            return list(zip(self.lines[place], self.read.made(self.numbers[place]), strict=True))
        return self.lines[place], self.read[self.numbers[place]]

    def __iter__(self) -> Iterator[Given]:
        return zip(self.lines, self.read.made(self.numbers), strict=True)


class RowByRow(ABC):
    """A planner to which it makes no difference that rows come in lots."""

    def decide(self, rows: Sequence[Given], earlier: Callable[[int], Any]) -> Iterator[Verdict]:
        """Compare each row by itself."""
        return (self.decide_row(line, row, earlier) for line, row in rows)

    @abstractmethod
    def decide_row(self, line: int, row: ReadRow, earlier: Callable[[int], Any]) -> Verdict:
        """Compare one row with the workspace and the rows before it."""
