"""Taking an action back: all of it, or row by row with a reason for each row that stays."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import ForeignKeyConstraint, Table, delete, insert, select, update
from sqlalchemy.orm import Session

from signatories.database import Database, Unit, defer_foreign_keys
from signatories.errors import NotFound, Refused
from signatories.history import UNDO, label, next_undo
from signatories.models import Base, Change, ChangeSet
from signatories.recording import CHUNK, TABLES, Image, fetch_images, from_image
from signatories.texts import N_, Message, message


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row that an undo left alone, and why."""

    table: str
    row_id: int
    label: str
    reason: Message


@dataclass(slots=True)
class Undone:
    """What an undo did: rows reversed, and rows kept with the reason for each."""

    change_set_id: int
    undoes: int
    reversed: int = 0
    kept: list[KeptRow] = field(default_factory=list)


EDITED = N_("was edited since")
USED = N_("is used since")
ERASED = N_("was erased for good")
RETURNED = N_("exists again")


def undo(database: Database, change_set_id: int | None = None) -> Undone:
    """Take back an action: the given one, or the next one.

    A single action is taken back whole, or Refused with the name of the row that stands in the way. A bulk action is
    taken back row by row. Undoing an undo does again what it took back.
    """
    with database.reading() as session:
        undone = _choose(session, change_set_id)
        undoes, bulk = undone.id, undone.bulk
    with database.work(UNDO, bulk=bulk, undoes=undoes) as unit:
        return _Undoing(unit, undoes, bulk=bulk).run()


class _Undoing:
    """Applies a change set backwards. Rows are handled table by table, in the order that foreign keys ask for."""

    def __init__(self, unit: Unit, undoes: int, *, bulk: bool) -> None:
        self.session = unit.session
        self.recorder = unit.recorder
        self.bulk = bulk
        self.outcome = Undone(unit.recorder.begin(), undoes)
        self.changes = list(
            self.session.scalars(
                select(Change).where(Change.change_set_id == undoes).order_by(Change.id)
            )
        )

    def run(self) -> Undone:
        defer_foreign_keys(self.session)
        possible = self._without_hindrances()
        tables = [table for table in Base.metadata.sorted_tables if table.name in TABLES]
        for table in reversed(tables):
            self._delete(table, [change for change in possible if _makes(change, table)])
        for table in tables:
            self._restore(table, [change for change in possible if _alters(change, table)])
        if self.changes and not possible:
            raise Refused(
                N_("Nothing of this action can be undone: {reasons}."), reasons=self._reasons()
            )
        self.outcome.reversed = len(possible)
        self._mark()
        return self.outcome

    def _without_hindrances(self) -> list[Change]:
        possible = []
        for table, changes in _by_table(self.changes):
            stored = fetch_images(self.session, table.name, (change.row_id for change in changes))
            for change in changes:
                reason = _hindrance(change, stored.get(change.row_id))
                if reason is None:
                    possible.append(change)
                else:
                    self._keep(change, reason)
        return self._without_used(possible)

    def _without_used(self, possible: list[Change]) -> list[Change]:
        """Leave out inserted rows that rows outside this undo name. Keeping one may keep others: until all stand."""
        while True:
            used = self._used(
                {(change.subject, change.row_id) for change in possible if change.before is None}
            )
            if not used:
                return possible
            for change in possible:
                if (change.subject, change.row_id) in used:
                    self._keep(change, USED)
            possible = [
                change for change in possible if (change.subject, change.row_id) not in used
            ]

    def _used(self, leaving: set[tuple[str, int]]) -> set[tuple[str, int]]:
        by_table: dict[str, list[int]] = {}
        for table, row_id in leaving:
            by_table.setdefault(table, []).append(row_id)
        used = set()
        for child, key in _references():
            parent = key.referred_table.name
            column = child.c[key.column_keys[0]]
            for ids in _chunks(by_table.get(parent, [])):
                rows = self.session.execute(select(child.c.id, column).where(column.in_(ids)))
                used |= {
                    (parent, named) for row_id, named in rows if (child.name, row_id) not in leaving
                }
        return used

    def _keep(self, change: Change, reason: str) -> None:
        name = label(change.subject, change.row_id, change.after or change.before)
        if not self.bulk:
            raise Refused(
                N_("{name} {reason}, so this cannot be undone."), name=name, reason=reason
            )
        self.outcome.kept.append(KeptRow(change.subject, change.row_id, name, message(reason)))

    def _reasons(self) -> str:
        return ", ".join(sorted({str(row.reason) for row in self.outcome.kept}))

    def _delete(self, table: Table, changes: list[Change]) -> None:
        ids = [change.row_id for change in changes]
        self.recorder.touch(table.name, ids)
        for chunk in _chunks(ids):
            self.session.execute(delete(table).where(table.c.id.in_(chunk)))

    def _restore(self, table: Table, changes: list[Change]) -> None:
        self.recorder.touch(table.name, [change.row_id for change in changes])
        for change in changes:
            values = from_image(table.name, change.before or {})
            if change.after is None:
                self.session.execute(insert(table).values(**values, revision=1))
            else:
                row = update(table).where(table.c.id == change.row_id)
                self.session.execute(row.values(**values, revision=table.c.revision + 1))

    def _mark(self) -> None:
        """Note who is undone by whom. What an undone undo took back is in force again, and so on down."""
        this, undone = self.outcome.change_set_id, self.outcome.undoes
        self.session.get_one(ChangeSet, this).undoes_id = undone
        undoer: int | None = this
        current: ChangeSet | None = self.session.get_one(ChangeSet, undone)
        while current is not None:
            current.undone_by_id = undoer
            undoer = current.id if undoer is None else None
            current = self.session.get(ChangeSet, current.undoes_id) if current.undoes_id else None


def _choose(session: Session, change_set_id: int | None) -> ChangeSet:
    if change_set_id is None:
        entry = next_undo(session)
        if entry is None:
            raise Refused(N_("There is nothing to undo."))
        change_set_id = entry.id
    change_set = session.get(ChangeSet, change_set_id)
    if change_set is None:
        raise NotFound(N_("There is no action {id} in the history."), id=change_set_id)
    if change_set.undone_by_id is not None:
        raise Refused(N_("Action {id} is undone already."), id=change_set_id)
    return change_set


def _hindrance(change: Change, stored: Image | None) -> str | None:
    """Why a change cannot be reversed: the row must still be as the change left it."""
    if change.salt is None:
        return ERASED
    if change.after is None:
        return None if stored is None else RETURNED
    if stored is None or stored["changed_in"] != change.after["changed_in"]:
        return EDITED
    return None


def _makes(change: Change, table: Table) -> bool:
    return change.subject == table.name and change.before is None


def _alters(change: Change, table: Table) -> bool:
    return change.subject == table.name and change.before is not None


def _by_table(changes: Iterable[Change]) -> list[tuple[Table, list[Change]]]:
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.subject, []).append(change)
    return [(TABLES[name], group) for name, group in groups.items()]


def _references() -> list[tuple[Table, ForeignKeyConstraint]]:
    return [
        (table, key)
        for table in TABLES.values()
        for key in table.foreign_key_constraints
        if key.referred_table.name in TABLES
    ]


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
