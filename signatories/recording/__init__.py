"""Writes down what one action does to each row, so that it can be shown, undone, and proved unaltered."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from signatories.lasting import many_objects
from signatories.models import ChangeSet, Recorded
from signatories.recording.chain import GENESIS, ChangeLog, chain_hash, is_altered, last_hash
from signatories.recording.changes import Changes
from signatories.recording.emptying import empty_images
from signatories.recording.given_ids import ids_since, latest_id
from signatories.recording.images import (
    CHUNK,
    DERIVED,
    TABLES,
    Image,
    among,
    chunks,
    fetch_image_texts,
    fetch_images,
    from_image,
    image_texts,
    state,
    stretches,
    to_plain,
)
from signatories.recording.logged import (
    TOGETHER,
    Logged,
    last_logged,
    logged,
    logged_changes,
    logged_of,
)
from signatories.recording.lots import Lot, Record
from signatories.recording.touched import Touched
from signatories.recording.writing import Columns, RowWriter, rewrite

__all__ = [
    "CHUNK",
    "DERIVED",
    "GENESIS",
    "TABLES",
    "TOGETHER",
    "Changes",
    "Columns",
    "Image",
    "Logged",
    "Recorder",
    "RowWriter",
    "among",
    "chain_hash",
    "chunks",
    "empty_images",
    "fetch_images",
    "from_image",
    "is_altered",
    "last_hash",
    "last_logged",
    "logged",
    "logged_changes",
    "logged_of",
    "rewrite",
    "stretches",
    "to_plain",
]


class Recorder:
    """Listens to a session during one action and writes its change set when asked to finish.

    Before images are read from the database when a row is first touched, after images at the end: what is recorded
    is what is stored, whichever way it was written. Of rows inserted by columns the images are made of these, and read
    only where one was changed since.
    """

    def __init__(
        self, session: Session, message: str, values: dict[str, Any], *, actor: str, bulk: bool
    ) -> None:
        self.session = session
        self.change_set_id: int | None = None
        self.at = dt.datetime.now(dt.UTC)
        self.values = values
        self.bulk = bulk
        self._head = {"message": message, "actor": actor}
        self._touched: defaultdict[str, Touched] = defaultdict(Touched)
        self._writers: dict[str, RowWriter] = {}
        self._changes = Changes()
        self._kept = False

    def begin(self) -> int:
        """Make the change set and keep it, whatever the action changes; return its id."""
        self._kept = True
        return self._stamp()

    def _stamp(self) -> int:
        """The id of the change set, made at the action's first write."""
        if self.change_set_id is None:
            row = {"at": self.at, "values": self.values, "bulk": self.bulk, **self._head}
            self.change_set_id = self.session.execute(
                insert(ChangeSet).values(row).returning(ChangeSet.id)
            ).scalar_one()
        return self.change_set_id

    def before_flush(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        """Stamp what is about to be written, and keep what it replaces."""
        written = [row for row in (*session.new, *session.dirty) if _is_written(session, row)]
        gone = [row for row in session.deleted if isinstance(row, Recorded)]
        if not written and not gone:
            return
        stamp = self._stamp()
        for table, ids in _by_table(row for row in (*written, *gone) if row.id is not None):
            self.touch(table, ids)
        for row in written:
            row.changed_in = stamp

    def after_flush(self, session: Session, _context: UOWTransaction) -> None:
        """Note the rows that are new: they have ids now."""
        for row in session.new:
            if isinstance(row, Recorded):
                self._touched[row.__tablename__].before.setdefault(row.id, None)

    def touch(self, table: str, ids: Iterable[int]) -> None:
        """Keep the present state of rows that are about to be changed (for those that write without the ORM)."""
        touched = self._touched[table]
        unseen = touched.unseen(ids)
        stored = fetch_image_texts(self.session, table, unseen) if unseen else {}
        touched.before.update({row_id: stored.get(row_id) for row_id in unseen})

    def insert(self, model: type[Recorded], rows: Sequence[dict[str, Any]]) -> list[int]:
        """Insert many rows at once; return their ids in the order of `rows`."""
        columns = self._writer(model.__tablename__).columns_of(rows)
        return list(self.insert_columns(model, columns, len(rows)))

    def insert_columns(self, model: type[Recorded], columns: Columns, many: int) -> range:
        """The same for so many rows that are given column by column; what is left out has the model's default."""
        if not many:
            return range(0)
        table, stamp = model.__tablename__, self._stamp()
        latest = latest_id(self.session, table)
        written = self._writer(table).write(columns, many, changed_in=stamp, revision=1)
        ids = ids_since(self.session, table, latest, stamp, many)
        dialect = self.session.get_bind().dialect
        self._touched[table].add_new(ids, image_texts(dialect, table, {**written, "id": ids}))
        return ids

    def change(self, model: type[Recorded], rows: Sequence[dict[str, Any]]) -> None:
        """Give many rows other values at once, each by its `id`."""
        if not rows:
            return
        table, stamp = TABLES[model.__tablename__], self._stamp()
        self.session.flush()
        self.touch(table.name, [row["id"] for row in rows])
        rewrite(self.session, table, [{**row, "changed_in": stamp} for row in rows])

    def delete(self, table: str, lot: Lot) -> None:
        """Delete rows that this action has not touched yet, and log it at once: nothing of them stays in memory.

        They stand as the lot says that they came.
        """
        ids, column = lot.ids, TABLES[table].c.id
        for some in stretches(ids):
            self.session.execute(delete(TABLES[table]).where(among(column, some)))
        self._log.append_lot(table, "delete", lot)
        self._changes.add(table, ids)

    def _append(self, table: str, records: Sequence[Record]) -> None:
        """Write changes of rows of one table into the log."""
        if records:
            self._log.append(table, records)
            self._changes.add(table, [record.row_id for record in records])

    def _append_new(self, table: str, ids: range, lot: Lot | None) -> None:
        """Write new rows into the log: as they came, or if some were changed since, as they are stored."""
        if lot is None:
            stored = fetch_image_texts(self.session, table, ids)
            self._append(table, [Record(row_id, None, image) for row_id, image in stored.items()])
        else:
            self._log.append_lot(table, "insert", lot)
            self._changes.add(table, ids)

    def _writer(self, table: str) -> RowWriter:
        """What writes rows of a table: made once, for an import inserts a few hundred rows at a time."""
        if table not in self._writers:
            self._writers[table] = RowWriter(self.session, TABLES[table])
        return self._writers[table]

    @many_objects()
    def finish(self) -> Changes:
        """Write the changes of this action into the log, and say what they touched.

        Without any there is no record of the action either.
        """
        self.session.flush()
        for table, touched in self._touched.items():
            for chunk in touched.chunks():
                stored = fetch_image_texts(self.session, table, chunk)
                pairs = [Record(i, touched.before.get(i), stored.get(i)) for i in chunk]
                self._append(table, [record for record in pairs if self._is_changed(table, record)])
            for new in touched.new_lots():
                self._append_new(table, *new)
        if self.change_set_id is not None:
            self._finish_change_set(empty=not self._changes)
        return self._changes

    @cached_property
    def _log(self) -> ChangeLog:
        return ChangeLog(self.session, self._stamp(), self.at)

    def _is_changed(self, table: str, record: Record) -> bool:
        """Whether a row's state is another one. One that was changed and changed back keeps its older stamp."""
        if record.before is None or record.after is None:
            return record.before != record.after
        before, after = json.loads(record.before), json.loads(record.after)
        if state(before) != state(after):
            return True
        row = update(TABLES[table]).where(TABLES[table].c.id == record.row_id)
        self.session.execute(row.values(changed_in=before["changed_in"]))
        return False

    def _finish_change_set(self, *, empty: bool) -> None:
        this = ChangeSet.id == self.change_set_id
        if empty and not self._kept:
            self.session.execute(delete(ChangeSet).where(this))
            self.change_set_id = None
        else:
            self.session.execute(update(ChangeSet).where(this).values({"values": self.values}))


def _is_written(session: Session, row: object) -> bool:
    if not isinstance(row, Recorded):
        return False
    return row in session.new or session.is_modified(row, include_collections=False)


def _by_table(rows: Iterable[Recorded]) -> list[tuple[str, list[int]]]:
    groups: dict[str, list[int]] = {}
    for row in rows:
        groups.setdefault(row.__tablename__, []).append(row.id)
    return list(groups.items())
