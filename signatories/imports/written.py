"""What an import wrote: its own record, and for each record the line of the file that it came from."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import select

from signatories.database import Unit
from signatories.imports.columns.column import stored
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedLot, PlannedRow
from signatories.imports.verdicts import State
from signatories.models import Base, Import, ImportedRecord, Recorded
from signatories.progress import Progress
from signatories.recording import RowWriter, among, chunks
from signatories.sources.lots import SIZE
from signatories.texts import N_

Item = TypeVar("Item")

LOTS = 12  # written together: what is asked once for all of their rows costs little then
_TABLE = Base.metadata.tables[ImportedRecord.__tablename__]


class Written:
    """Counts what rows became, and stores where records came from: chunk by chunk, so that nothing grows.

    The import itself is recorded with the first change. Without any there is no record of it.
    """

    def __init__(self, unit: Unit, plan: ImportPlan) -> None:
        self.added = 0
        self.updated = 0
        self.import_id: int | None = None
        self._unit = unit
        self._plan = plan
        self._pending = _nothing()
        self._writer = RowWriter(unit.session, _TABLE)

    def note(self, table: str, row_id: int, row: PlannedRow | None) -> None:
        """Remember which row a record came from; None: from the file as a whole, which is line 0."""
        line, digest = (row.line, row.digest) if row else (0, self._plan.source.digest)
        self.note_all(table, [row_id], [line], [digest])

    def note_all(
        self, table: str, ids: Sequence[int], lines: Iterable[int], digests: Iterable[str]
    ) -> None:
        """Remember the rows of many records of one table, by column."""
        self._pending["subject"] += [table] * len(ids)
        self._pending["row_id"] += ids
        self._pending["line"] += lines
        self._pending["digest"] += digests

    def note_rows(self, table: str, ids: Sequence[int], rows: Collection[PlannedRow]) -> None:
        """Remember the rows of many records of one table."""
        self.note_all(table, ids, [row.line for row in rows], [row.digest for row in rows])

    def chunks(self, progress: Progress) -> Iterator[list[PlannedRow]]:
        """The plan's rows to write, so many at a time; what one chunk brought is stored before the next."""
        return self._stored(chunked(self._plan.rows, LOTS * SIZE), progress)

    def lots(self, progress: Progress) -> Iterator[list[PlannedLot]]:
        """The same rows by column, some lots at a time."""
        lots = self._plan.rows.lots(self._plan.request.choices.keys())
        return self._stored(chunked(lots, LOTS), progress)

    def _stored(self, rows: Iterable[list[Item]], progress: Progress) -> Iterator[list[Item]]:
        """What some rows brought is stored before the next."""
        many = len(self._plan.rows)
        for number, some in enumerate(rows):
            progress.report(min(number * LOTS * SIZE, many), many, N_("Writing"))
            yield some
            self.store()

    def store(self) -> None:
        """Write down what was noted, if anything has been changed so far."""
        self._unit.session.flush()
        if self._unit.change_set_id is None:
            return
        self.import_id = self.import_id or self._record()
        if many := len(self._pending["row_id"]):
            self._writer.write(self._pending, many, import_id=self.import_id)
            self._pending = _nothing()

    def _record(self) -> int:
        plan = self._plan
        made = Import(
            change_set_id=self._unit.recorder.begin(),
            at=dt.datetime.now(dt.UTC),
            subject=subject_of(plan.kind),
            letter_id=plan.request.letter_id,
            source_name=str(plan.source.name),
            source_digest=plan.source.digest,
            source_format=plan.source.format,
            encoding=plan.source.encoding,
            sheet=plan.source.sheet,
            mapping=stored(plan.columns),
            counts=plan.counts,
        )
        self._unit.session.add(made)
        self._unit.session.flush()
        self._unit.about(**{"subject": plan.kind, "import": made.id})
        if typed := _typed(plan):
            self._unit.about(typed=typed)
        return made.id


def _typed(plan: ImportPlan) -> dict[str, list[str]]:
    """The fields that somebody typed in the rows that can come in, by their lines."""
    rows = plan.rows
    found = {line: rows.number_of(line) for line in sorted(plan.request.typed)}
    return {
        str(line): sorted(plan.request.typed[line])
        for line, number in found.items()
        if number is not None and rows.state(number) is not State.ERROR
    }


def insert_missing(
    unit: Unit,
    table: type[Recorded],
    names: tuple[str, ...],
    rows: Sequence[tuple[Any, ...]],
    made: Collection[int] = (),
) -> None:
    """Insert rows of the named columns where no stored row has the first two of these: its owner's id, and what of it.

    Owners in `made` have none yet.
    """
    owner, what = (getattr(table, name) for name in names[:2])
    new = {row[:2]: row for row in rows}
    for ids in chunks(sorted({row[0] for row in rows}.difference(made))):
        for there in unit.session.execute(select(owner, what).where(among(owner, ids))):
            new.pop(tuple(there), None)
    if new:
        columns = zip(names, zip(*new.values(), strict=True), strict=True)
        unit.insert_columns(table, dict(columns), len(new))


def chunked(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items, so many at a time."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def _nothing() -> dict[str, list[Any]]:
    return {name: [] for name in ("subject", "row_id", "line", "digest")}


def subject_of(kind: str) -> str:
    """What an import's record says that it brought."""
    return "recipients" if kind == "treaty" else kind
