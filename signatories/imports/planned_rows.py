"""The rows of a plan: only what was decided is kept in memory, the rest is read again when it is asked for."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple, Protocol, overload

from signatories.imports.digests import answer_digest, digest_of
from signatories.imports.lines.parts import Split
from signatories.imports.planned import NO_CHANGES, Match, PlannedRow, Ref, State
from signatories.imports.tables import cleaning
from signatories.sources.documents import Row
from signatories.texts import N_, Message, message

Cells = Mapping[str, str]
CellRows = Sequence[tuple[Row, Cells]]
"""Rows of a file, each with its cells by field; they may lie on disk."""

_STATES = tuple(State)
_DOUBTFUL = 0x80  # the bit beside the state's number
_WITHOUT_QUESTIONS = frozenset(n for n, state in enumerate(State) if state is not State.ERROR)
_RECENT = 20_000  # rows whose entries stay in memory: some 20 MB
_AT_ONCE = 256  # rows: some 400 kB
_SAME = message(N_("Everything given is there already."))


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


_REFUSED = Verdict(State.ERROR)


class Planner(Protocol):
    """What a kind of rows is read and compared by."""

    @property
    def subject(self) -> str:
        """What a row makes, in the words of a match: "sign-on"."""

    @property
    def places(self) -> tuple[str, ...]:
        """The fields of an entry that hold references; that of the row's own record comes first."""

    @property
    def made(self) -> Any:
        """What the rows bring beside themselves, for apply."""

    def read(self, cells: Cells) -> ReadRow:
        """Read a row by itself: the same cells always give the same."""

    def decide(self, line: int, row: ReadRow, earlier: Callable[[int], Any]) -> Verdict:
        """Compare a row without errors with the workspace and the rows before it. Called once a row, in order.

        `earlier` gives what the row at an earlier line says, as its entry.
        """

    def name(self, entry: Any) -> str:
        """What a row is called where it is the same as a record."""

    def warnings(self, rows: "PlannedRows") -> list[Message]:
        """What a reader of the plan should know beside its rows, once all are decided."""


class PlannedRows(Sequence[PlannedRow]):
    """All rows of a plan, in the order of the file. `checked` sees each verdict, by line, before it is kept."""

    def __init__(
        self, cells: CellRows, planner: Planner, checked: Callable[[int, Verdict], Verdict]
    ) -> None:
        self._checked = checked
        self._cells = cells
        self._planner = planner
        self._states = bytearray()
        self._lines = array("q")
        self._refs = tuple(array("q") for _ in planner.places)
        self._kept: dict[int, Verdict] = {}  # of rows that are not simply new or the same
        self._recent: dict[int, Any] = {}  # entries by line: rows are often compared with near ones

    def decide_all(self, report: Callable[[int], None]) -> None:
        """Read and compare every row; `report` is called with the number of each before.

        Some are read before they are compared: each loop finds its own tables in the processor's cache, and an import
        takes an eighth less.
        """
        rows, number = iter(self._cells), 0
        while chunk := list(islice(rows, _AT_ONCE)):
            read = [self._questioned(cells) for _, cells in chunk]
            for (row, _), each in zip(chunk, read, strict=True):
                report(number)
                self._decide(number, row.line, each)
                number += 1
        self._recent.clear()

    def state(self, number: int) -> State:
        """The state of a row, without reading it."""
        return _STATES[self._states[number] & ~_DOUBTFUL]

    def numbers(self, *states: State, doubtful: bool = False) -> "array[int]":
        """The numbers of the rows in any of the states, or of those that a person should look at."""
        wanted = {_STATES.index(state) for state in states}
        return array(
            "q",
            (
                number
                for number, byte in enumerate(self._states)
                if byte & ~_DOUBTFUL in wanted or (doubtful and byte & _DOUBTFUL)
            ),
        )

    def count_of(self, state: State) -> int:
        """How many rows are in a state."""
        index = _STATES.index(state)
        return self._states.count(index) + self._states.count(index | _DOUBTFUL)

    def number_of(self, line: int) -> int | None:
        """The number of the row that stands at a line of the file; None where none does."""
        number = bisect_left(self._lines, line)
        return number if number < len(self) and self._lines[number] == line else None

    def line_of(self, number: int) -> int:
        """The line of the file that a row stands at."""
        return self._lines[number]

    def source_row(self, number: int) -> Row:
        """The row as it stands in the file."""
        return self._cells[number][0]

    def entry_at(self, line: int) -> Any:
        """What the row at a line says by itself, whatever was decided about it."""
        if (recent := self._recent.get(line)) is not None:
            return recent
        return self._planner.read(self._cells[bisect_left(self._lines, line)][1]).entry

    def __len__(self) -> int:
        return len(self._states)

    @overload
    def __getitem__(self, place: int) -> PlannedRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[PlannedRow]: ...
    def __getitem__(self, place: int | slice) -> PlannedRow | list[PlannedRow]:
        numbers = range(len(self))[place]
        if isinstance(numbers, range):
            return [self._planned(number, *self._cells[number]) for number in numbers]
        return self._planned(numbers, *self._cells[numbers])

    def __iter__(self) -> Iterator[PlannedRow]:
        for number, (row, cells) in enumerate(self._cells):
            yield self._planned(number, row, cells)

    def _decide(self, number: int, line: int, read: ReadRow) -> None:
        self._lines.append(line)
        verdict = _REFUSED if read.errors else self._planner.decide(line, read, self.entry_at)
        self._recent[line] = read.entry
        if number >= _RECENT:
            self._recent.pop(self._lines[number - _RECENT], None)
        verdict = self._checked(line, verdict)
        doubtful = (read.problems or verdict.problems) and verdict.state is not State.ERROR
        self._states.append(_STATES.index(verdict.state) | (_DOUBTFUL if doubtful else 0))
        refs = verdict.refs or (None,) * len(self._refs)
        for column, ref in zip(self._refs, refs, strict=True):
            column.append(ref or 0)
        if verdict.matches or verdict.problems or verdict.changes:
            self._kept[number] = verdict._replace(refs=())

    def _questioned(self, cells: Cells) -> ReadRow:
        """What a row says by itself, and whether a name in it may only look like another."""
        read, question = self._planner.read(cells), cleaning.question_of(cells)
        return read._replace(problems=(*read.problems, question)) if question else read

    def _planned(self, number: int, row: Row, cells: Cells) -> PlannedRow:
        state, is_sure = self.state(number), self._states[number] in _WITHOUT_QUESTIONS
        read = self._planner.read(cells) if is_sure else self._questioned(cells)
        verdict = self._kept.get(number) or Verdict(state)
        refs = [column[number] or None for column in self._refs]
        matches = verdict.matches
        if state is State.SAME and not matches and refs and refs[0]:
            name = self._planner.name(read.entry)
            matches = (Match(self._planner.subject, refs[0], name, 1.0, _SAME),)
        return PlannedRow(
            row.line,
            state,
            read.fields,
            answer_digest(read.key, read.fields) if read.key else digest_of(row),
            read.confidence,
            matches,
            (*read.errors, *read.problems, *verdict.problems),
            read.split,
            None if state is State.ERROR else self._linked(read.entry, refs),
            verdict.changes,
        )

    def _linked(self, entry: Any, refs: Sequence[Ref | None]) -> Any:
        places = dict(zip(self._planner.places, refs, strict=True))
        return entry._replace(**places) if hasattr(entry, "_replace") else replace(entry, **places)


def chunks(rows: Iterable[PlannedRow], size: int) -> Iterator[list[PlannedRow]]:
    """The rows, so many at a time."""
    chunk: list[PlannedRow] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
