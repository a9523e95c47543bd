"""Taking an action back: all of it, or row by row with a reason for each row that stays."""

from dataclasses import dataclass, field

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from signatories.database import Database, Unit, defer_foreign_keys
from signatories.errors import NotFound, Refused
from signatories.hindrances import hindrances
from signatories.history import UNDO, label, next_undo
from signatories.models import Base, Change, ChangeSet
from signatories.recording import TABLES, chunks, from_image
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


def undo(database: Database, change_set_id: int | None = None) -> Undone:
    """Take back an action: the given one, or the next one.

    A single action is taken back whole, or Refused with the name of the row that stands in the way. A bulk action is
    taken back row by row. Undoing an undo does again what it took back.
    """
    with database.work(UNDO) as unit:
        undone = _choose(unit.session, change_set_id)
        try:
            return _Undoing(unit, undone).run()
        except IntegrityError as error:
            text = N_("What was undone would clash with what was done since; nothing was changed.")
            raise Refused(text) from error


class _Undoing:
    """Applies a change set backwards. Rows are handled table by table, in the order that foreign keys ask for."""

    def __init__(self, unit: Unit, undone: ChangeSet) -> None:
        self.session = unit.session
        self.recorder = unit.recorder
        self.recorder.bulk = undone.bulk
        unit.about(undoes=undone.id)
        self.outcome = Undone(unit.recorder.begin(), undone.id)
        self.changes = list(
            self.session.scalars(
                select(Change).where(Change.change_set_id == undone.id).order_by(Change.id)
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
            raise Refused(N_("Nothing of this action can be undone."), details=self._reasons())
        self.outcome.reversed = len(possible)
        self._mark()
        return self.outcome

    def _without_hindrances(self) -> list[Change]:
        """The changes that can be reversed. A single action is refused for the first that cannot."""
        reasons = hindrances(self.session, self.changes)
        by_key = {(change.subject, change.row_id): change for change in self.changes}
        for key, reason in reasons.items():
            self._keep(by_key.pop(key), reason)
        return list(by_key.values())

    def _keep(self, change: Change, reason: str) -> None:
        image = change.after or change.before
        name = label(self.session, change.subject, change.row_id, image)
        if not self.recorder.bulk:
            raise Refused(
                N_("{name} {reason}, so this cannot be undone."), name=name, reason=message(reason)
            )
        self.outcome.kept.append(KeptRow(change.subject, change.row_id, name, message(reason)))

    def _reasons(self) -> list[Message]:
        text = N_("What it changed {reason}.")
        reasons = {str(row.reason): row.reason for row in self.outcome.kept}
        return [message(text, reason=reason) for _, reason in sorted(reasons.items())]

    def _delete(self, table: Table, changes: list[Change]) -> None:
        ids = [change.row_id for change in changes]
        self.recorder.touch(table.name, ids)
        for chunk in chunks(ids):
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


def _makes(change: Change, table: Table) -> bool:
    return change.subject == table.name and change.before is None


def _alters(change: Change, table: Table) -> bool:
    return change.subject == table.name and change.before is not None
