"""The rows of a plan: only what was decided is kept in memory, the rest is read again when it is asked for."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol

from signatories.imports.cell_lots import CellLot, CellRows, cell_lots
from signatories.imports.decided_rows import DecidedRows
from signatories.imports.on_demand import OnDemand
from signatories.imports.planned_row import PlannedLot, PlannedRow, Questioned
from signatories.imports.read_aside import LotRead, ReadAside
from signatories.imports.recent_rows import RecentRows
from signatories.imports.tables.name_questions import questions_in
from signatories.imports.verdicts import ReadLot, ReadRow, ReadRows, SoundRows, State, Verdict
from signatories.matching.records import Match, Ref
from signatories.sources.documents import Row
from signatories.texts import N_, Message, message

_SAME = message(N_("Everything given is there already."))
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

    def read(self, lot: CellLot) -> Sequence[ReadRow]:
        """Read rows, each by itself: the same cells always give the same."""

    def decide(self, rows: SoundRows[Any], earlier: Callable[[int], Any]) -> Iterable[Verdict]:
        """Compare rows without errors with the workspace and the rows before them. Called once a row, in order.

        `earlier` gives what the row at an earlier line says, as its entry.
        """

    def name(self, entry: Any) -> str:
        """What a row is called where it is the same as a record."""

    def warnings(self, rows: "PlannedRows") -> list[Message]:
        """What a reader of the plan should know beside its rows, once all are decided."""

    def settle(self) -> None:
        """Give up by what rows are compared, which is most of the memory: none is decided after that."""


class PlannedRows(OnDemand[PlannedRow]):
    """All rows of a plan, in the order of the file. `checked` sees each verdict, by line, before it is kept."""

    def __init__(
        self, cells: CellRows, planner: Planner, checked: Callable[[int, Verdict], Verdict]
    ) -> None:
        self._checked = checked
        self._cells = cells
        self._planner = planner
        self._lines = array("q")
        self._decided = DecidedRows(len(planner.places))
        self._recent = RecentRows()
        self._aside = ReadAside()

    def decide_all(self, report: Callable[[int], None]) -> None:
        """Read and compare every row; `report` is called with the number of the first of each lot before."""
        for lot in cell_lots(self._cells):
            report(len(self))
            lines = lot.lines
            read = self._questioned(lot, range(len(lines)))
            self._aside.put(LotRead.of(lot, read))
            self._recent.add(lines, read)
            self._lines.extend(lines)
            sound = SoundRows(lines, read)
            verdicts = [_REFUSED] * len(read)
            for number, verdict in zip(
                sound.numbers, self._planner.decide(sound, self.entry_at), strict=True
            ):
                verdicts[number] = verdict
            checked = [
                verdict if verdict.state is State.NEW else self._checked(line, verdict)
                for line, verdict in zip(lines, verdicts, strict=True)
            ]
            self._decided.extend(checked, read.doubtful)
        self._recent.clear()

    def state(self, number: int) -> State:
        """The state of a row, without reading it."""
        return self._decided.state(number)

    def numbers(self, *states: State, doubtful: bool = False) -> "array[int]":
        """The numbers of the rows in any of the states, or of those that a person should look at."""
        return self._decided.numbers(*states, doubtful=doubtful)

    def count_of(self, state: State) -> int:
        """How many rows are in a state."""
        return self._decided.count_of(state)

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
        row = self._recent.get(line)
        if row is None:
            number = bisect_left(self._lines, line)
            row = self._planner.read(CellLot.of([self._cells[number]]))[0]
        return row.entry

    def __len__(self) -> int:
        return len(self._decided)

    def __iter__(self) -> Iterator[PlannedRow]:
        for numbers, lot in self._lots():
            yield from self._planned(numbers, lot)

    def at(self, numbers: Sequence[int]) -> list[PlannedRow]:
        """The rows with these numbers, read together: in half the time that it takes one by one."""
        return self._planned(numbers, CellLot.of([self._cells[number] for number in numbers]))

    def lots(self, chosen: Collection[int]) -> Iterator[PlannedLot]:
        """All rows by column. Those at the `chosen` lines are not taken for simply new, whatever they are."""
        first = 0
        for lot in self._aside if self._aside.many == len(self) else self._lots_again():
            numbers = range(first, first + len(lot.lines))
            yield self._planned_lot(numbers, lot, chosen)
            first = numbers.stop

    def _lots_again(self) -> Iterator[LotRead]:
        """All rows as they were read, where that was not put aside."""
        for numbers, lot in self._lots():
            yield LotRead.of(lot, self._read_again(numbers, lot))

    def _lots(self) -> Iterator[tuple[range, CellLot]]:
        """All rows as they are read, each lot with the numbers of its rows."""
        first = 0
        for lot in cell_lots(self._cells):
            numbers = range(first, first + len(lot.rows))
            yield numbers, lot
            first = numbers.stop

    def _questioned(self, lot: CellLot, numbers: Collection[int]) -> ReadLot:
        """What rows say by themselves, and whether a name in one of these numbers may only look like another."""
        read = ReadRows.of(self._planner.read(lot))
        for number, question in questions_in(lot, numbers).items():
            read.ask(number, question)
        return read

    def _at(self, number: int) -> PlannedRow:
        return self.at([number])[0]

    def _planned(self, numbers: Sequence[int], lot: CellLot) -> list[PlannedRow]:
        """The rows of a lot, by their numbers."""
        lot_read = LotRead.of(lot, self._read_again(numbers, lot))
        return list(map(self._planned_row, numbers, *lot_read))

    def _planned_lot(self, numbers: range, lot: LotRead, chosen: Collection[int]) -> PlannedLot:
        """The same by column."""
        lines, digests, read = lot
        others = {
            place: self._questions_about(number, line, read.questions(place))
            for place, (number, line) in enumerate(zip(numbers, lines, strict=True))
            if line in chosen or not self._decided.is_simply_new(number)
        }
        return PlannedLot(
            lines,
            digests,
            read,
            self._decided.refs_by_column(numbers),
            others,
            lambda place: self._planned_row(
                numbers[place], lines[place], digests[place], read[place]
            ),
        )

    def _questions_about(self, number: int, line: int, said: Iterable[Message]) -> Questioned:
        """What a row is, and what is asked about it beside what it `said` itself."""
        verdict = self._decided.verdict(number)
        problems = (*said, *verdict.problems)
        return Questioned(line, self.state(number), verdict.matches, problems)

    def _read_again(self, numbers: Sequence[int], lot: CellLot) -> ReadLot:
        """What rows say, by their numbers; names are questioned again in those that have a question."""
        return self._questioned(lot, self._decided.places_in_question(numbers))

    def _planned_row(self, number: int, line: int, digest: str, read: ReadRow) -> PlannedRow:
        verdict = self._decided.verdict(number)
        state, matches = self.state(number), verdict.matches
        refs = self._decided.refs(number)
        if state is State.SAME and not matches and refs and refs[0]:
            name = self._planner.name(read.entry)
            matches = (Match(self._planner.subject, refs[0], name, 1.0, _SAME),)
        return PlannedRow(
            line,
            state,
            read.fields,
            digest,
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
