"""What an import wrote: its own record, and for each record the line of the file that it came from."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import select

from signatories.database import Unit
from signatories.imports.columns.column import stored
from signatories.imports.planned import ImportPlan, PlannedRow
from signatories.imports.planned_rows import chunks as row_chunks
from signatories.models import Base, Import, ImportedRecord, Recorded
from signatories.progress import Progress
from signatories.recording import RowWriter, among, chunks
from signatories.texts import N_

CHUNK = (
    3000  # rows written together, between two reports: what is asked once for all costs little then
)
_NOTED = ("subject", "row_id", "line", "digest")
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
        self._pending: list[tuple[str, int, int, str]] = []
        self._writer = RowWriter(unit.session, _TABLE, appending=True)

    def note(self, table: str, row_id: int, row: PlannedRow | None) -> None:
        """Remember which row a record came from; None: from the file as a whole, which is line 0."""
        line, digest = (row.line, row.digest) if row else (0, self._plan.source.digest)
        self._pending.append((table, row_id, line, digest))

    def note_all(
        self, table: type[Recorded], ids: Iterable[int], rows: Iterable[PlannedRow]
    ) -> None:
        """Remember the rows of many records of one table."""
        name = table.__tablename__
        self._pending += [(name, i, row.line, row.digest) for i, row in zip(ids, rows, strict=True)]

    def chunks(self, progress: Progress) -> Iterator[list[PlannedRow]]:
        """The plan's rows to write, so many at a time; what one chunk brought is stored before the next."""
        done = 0
        for chunk in row_chunks(self._plan.rows, CHUNK):
            progress.report(done, len(self._plan.rows), N_("Writing"))
            yield chunk
            self.store()
            done += len(chunk)

    def store(self) -> None:
        """Write down what was noted, if anything has been changed so far."""
        self._unit.session.flush()
        if self._unit.change_set_id is None:
            return
        self.import_id = self.import_id or self._record()
        if self._pending:
            columns = dict(zip(_NOTED, zip(*self._pending, strict=True), strict=True))
            self._writer.write(columns, len(self._pending), import_id=self.import_id)
            self._pending = []

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
        return made.id


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


def subject_of(kind: str) -> str:
    """What an import's record says that it brought."""
    return "recipients" if kind == "treaty" else kind
