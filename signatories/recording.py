"""Writes down what one action does to each row, so that it can be shown, undone, and proved unaltered."""

import datetime as dt
import enum
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from signatories.models import Base, Change, ChangeSet, Recorded

Image = dict[str, Any]
Record = tuple[str, int, Image | None, Image | None]  # table, id, before, after

CHUNK = 500  # rows a query: SQLite allows 999 bound values in older builds
GENESIS = "0" * 64
UNSTAMPED = frozenset(
    {"revision"}
)  # says how often a row was written, undo included: no part of its state

TABLES: dict[str, Table] = {
    name: table for name, table in Base.metadata.tables.items() if "changed_in" in table.columns
}


@dataclass
class Changes:
    """What an action changed, for windows to know what to read again: table names and their row ids."""

    rows: dict[str, set[int]] = field(default_factory=dict)

    def touches(self, *tables: str) -> frozenset[int]:
        """The changed ids of the named tables together."""
        return frozenset().union(*(self.rows.get(table, ()) for table in tables))

    def __bool__(self) -> bool:
        return any(self.rows.values())


class Recorder:
    """Listens to a session during one action and writes its change set when asked to finish.

    Before images are read from the database when a row is first touched, after images at the end: what is recorded
    is what is stored, whichever way it was written.
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
        self._before: dict[tuple[str, int], Image | None] = {}
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
                self._before.setdefault((row.__tablename__, row.id), None)

    def touch(self, table: str, ids: Iterable[int]) -> None:
        """Keep the present state of rows that are about to be changed (for those that write without the ORM)."""
        unseen = [row_id for row_id in ids if (table, row_id) not in self._before]
        stored = fetch_images(self.session, table, unseen) if unseen else {}
        self._before.update({(table, row_id): stored.get(row_id) for row_id in unseen})

    def insert(self, model: type[Recorded], rows: Sequence[dict[str, Any]]) -> list[int]:
        """Insert many rows at once; return their ids in the order of `rows`."""
        if not rows:
            return []
        stamped = [row | {"changed_in": self._stamp(), "revision": 1} for row in rows]
        statement = insert(model).returning(model.id, sort_by_parameter_order=True)
        ids = list(self.session.execute(statement, stamped).scalars())
        self._before.update({(model.__tablename__, row_id): None for row_id in ids})
        return ids

    def finish(self) -> Changes:
        """Write the changes of this action into the log, and say what they touched.

        Without any there is no record of the action either.
        """
        self.session.flush()
        records = list(self._records())
        if records:
            self._append(records)
        if self.change_set_id is not None:
            self._finish_change_set(empty=not records)
        return _changes(records)

    def _records(self) -> Iterator[Record]:
        """The rows whose state is another one now. A row that was changed and changed back keeps its older stamp."""
        for table, ids in _grouped(self._before):
            stored = fetch_images(self.session, table, ids)
            for row_id in ids:
                before, after = self._before[table, row_id], stored.get(row_id)
                if before and after and _state(before) == _state(after):
                    self._give_back_stamp(table, row_id, before)
                elif before != after:
                    yield table, row_id, before, after

    def _give_back_stamp(self, table: str, row_id: int, before: Image) -> None:
        row = update(TABLES[table]).where(TABLES[table].c.id == row_id)
        self.session.execute(row.values(changed_in=before["changed_in"]))

    def _finish_change_set(self, *, empty: bool) -> None:
        this = ChangeSet.id == self.change_set_id
        if empty and not self._kept:
            self.session.execute(delete(ChangeSet).where(this))
            self.change_set_id = None
        else:
            self.session.execute(update(ChangeSet).where(this).values({"values": self.values}))

    def _append(self, records: Iterable[Record]) -> None:
        previous = last_hash(self.session)
        rows = []
        for table, row_id, before, after in records:
            row = {
                "change_set_id": self._stamp(),
                "subject": table,
                "row_id": row_id,
                "action": _action(before, after),
                "at": self.at,
                "salt": (salt := secrets.token_bytes(16)),
                "before": before,
                "after": after,
                "digest": digest_images(salt, before, after),
                "previous_hash": previous,
            }
            row["hash"] = previous = chain_hash(row)
            rows.append(row)
        self.session.execute(insert(Change), rows)


def fetch_images(session: Session, table: str, ids: Iterable[int]) -> dict[int, Image]:
    """The rows of a table by id, as plain values that JSON can hold. Missing rows are left out."""
    columns = [column for column in TABLES[table].columns if column.name not in UNSTAMPED]
    images = {}
    for chunk in chunks(list(ids)):
        wanted = TABLES[table].c.id.in_(chunk)
        for row in session.execute(select(*columns).where(wanted)).mappings():
            images[row["id"]] = {name: to_plain(value) for name, value in row.items()}
    return images


def chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    """The ids in lists that are short enough for one query."""
    return (list(ids[start : start + CHUNK]) for start in range(0, len(ids), CHUNK))


def to_plain(value: Any) -> Any:
    """A column's value as JSON can hold it."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return value


def from_image(table: str, image: Image) -> dict[str, Any]:
    """An image as values for the table's columns again."""
    columns = TABLES[table].columns
    return {
        name: _from_plain(columns[name].type.python_type, value) for name, value in image.items()
    }


def digest_images(salt: bytes, before: Image | None, after: Image | None) -> str:
    """The salted SHA-256 of a change's images."""
    text = json.dumps([before, after], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(salt + text.encode("utf-8", "surrogatepass")).hexdigest()


def chain_hash(row: dict[str, Any]) -> str:
    """The SHA-256 of a change without its images, which erasure may empty, and of the change before it."""
    parts = (
        row[name] for name in ("previous_hash", "change_set_id", "subject", "row_id", "action")
    )
    text = "\n".join(str(part) for part in (*parts, row["at"].isoformat(), row["digest"]))
    return hashlib.sha256(text.encode()).hexdigest()


def last_hash(session: Session) -> str:
    """The end of the chain."""
    return session.scalar(select(Change.hash).order_by(Change.id.desc()).limit(1)) or GENESIS


def _is_written(session: Session, row: object) -> bool:
    if not isinstance(row, Recorded):
        return False
    return row in session.new or session.is_modified(row, include_collections=False)


def _by_table(rows: Iterable[Recorded]) -> list[tuple[str, list[int]]]:
    return _grouped((row.__tablename__, row.id) for row in rows)


def _grouped(keys: Iterable[tuple[str, int]]) -> list[tuple[str, list[int]]]:
    groups: dict[str, list[int]] = {}
    for table, row_id in keys:
        groups.setdefault(table, []).append(row_id)
    return list(groups.items())


def _changes(records: Iterable[Record]) -> Changes:
    changes = Changes()
    for table, row_id, *_ in records:
        changes.rows.setdefault(table, set()).add(row_id)
    return changes


def _state(image: Image) -> Image:
    """An image without the stamp of whoever wrote it."""
    return {name: value for name, value in image.items() if name != "changed_in"}


def _action(before: Image | None, after: Image | None) -> str:
    if before is None:
        return "insert"
    return "delete" if after is None else "update"


def _from_plain(kind: type, value: Any) -> Any:
    if value is None or isinstance(value, kind) or kind is dict:
        return value
    if issubclass(kind, enum.Enum):
        return kind(value)
    if issubclass(kind, dt.date):
        return kind.fromisoformat(value)
    if issubclass(kind, bytes):
        return kind.fromhex(value)
    raise TypeError(f"no way from {type(value)} to {kind}")
