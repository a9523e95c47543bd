"""Taking an action back: all of it, or row by row with a reason for each row that stays."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Table
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from signatories.database import Database, Unit, defer_foreign_keys
from signatories.directory.found_by import FoundBy
from signatories.errors import NotFound, Refused
from signatories.history import UNDO, next_undo
from signatories.history.words import label
from signatories.lasting import many_objects
from signatories.models import Base, Change, ChangeSet
from signatories.progress import SILENT, Progress
from signatories.recording import (
    TABLES,
    TOGETHER,
    Logged,
    RowWriter,
    chunks,
    from_image,
    logged,
    logged_changes,
    rewrite,
)
from signatories.texts import N_, Message, message
from signatories.undoing.hindrances import Hindrance, Key, hindrances
from signatories.undoing.steps import Step, steps_of


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row that an undo left alone, and why. `users` are the rows that name it, by table and id, if that is why."""

    table: str
    row_id: int
    label: str
    reason: Message
    users: tuple[Key, ...] = ()


@dataclass(slots=True)
class Undone:
    """What an undo did: rows reversed, and rows kept with the reason for each."""

    change_set_id: int
    undoes: int
    reversed: int = 0
    kept: list[KeptRow] = field(default_factory=list)


@many_objects()
def undo(
    database: Database, change_set_id: int | None = None, progress: Progress = SILENT
) -> Undone:
    """Take back an action: the given one, or the next one.

    A single action is taken back whole, or Refused with the name of the row that stands in the way. A bulk action is
    taken back row by row. Undoing an undo does again what it took back.
    """
    with database.work(UNDO) as unit:
        undone = _choose(unit.session, change_set_id)
        try:
            return _Undoing(unit, undone, progress).run()
        except IntegrityError as error:
            text = N_("What was undone would clash with what was done since; nothing was changed.")
            raise Refused(text) from error


class _Undoing:
    """Applies a change set backwards. Rows are handled table by table, in the order that foreign keys ask for."""

    def __init__(self, unit: Unit, undone: ChangeSet, progress: Progress) -> None:
        self.session = unit.session
        self.recorder = unit.recorder
        self.recorder.bulk = undone.bulk
        self.progress = progress
        self.done = 0
        unit.about(undoes=undone.id)
        self.outcome = Undone(unit.recorder.begin(), undone.id)
        self.steps = list(steps_of(self.session, undone))
        self.found_by = FoundBy(self.session)

    def run(self) -> Undone:
        defer_foreign_keys(self.session)
        possible = self._without_hindrances()
        if self.steps and not possible:
            raise Refused(N_("Nothing of this action can be undone."), details=self._reasons())
        tables = [table for table in Base.metadata.sorted_tables if table.name in TABLES]
        for table in reversed(tables):
            self._delete(table, [step for step in possible[table.name] if step.before is None])
        for table in tables:
            self._restore(table, [step for step in possible[table.name] if step.before is not None])
        self.found_by.derive()
        self._mark()
        return self.outcome

    def _without_hindrances(self) -> Mapping[str, list[Step]]:
        """The steps that can be reversed, by table. A single action is refused for the first that cannot."""
        found = hindrances(self.session, self.steps)
        possible: defaultdict[str, list[Step]] = defaultdict(list)
        in_the_way: dict[Key, Step] = {}
        for step in self.steps:
            key = step.subject, step.row_id
            if key in found:
                in_the_way[key] = step
            else:
                possible[step.subject].append(step)
        for some in chunks([(in_the_way[key], why) for key, why in found.items()]):
            self._keep(some)
        self.outcome.reversed = len(self.steps) - len(found)
        return possible

    def _keep(self, kept: Sequence[tuple[Step, Hindrance]]) -> None:
        rows = self._logged([step for step, _ in kept])
        for row, (_, (reason, users)) in zip(rows, kept, strict=True):
            name = label(self.session, row.subject, row.row_id, row.latest)
            said = message(reason)
            if not self.recorder.bulk:
                raise Refused(
                    N_("{name} {reason}, so this cannot be undone."), name=name, reason=said
                )
            self.outcome.kept.append(KeptRow(row.subject, row.row_id, name, said, users))

    def _reasons(self) -> list[Message]:
        text = N_("What it changed {reason}.")
        reasons = {str(row.reason): row.reason for row in self.outcome.kept}
        return [message(text, reason=reason) for _, reason in sorted(reasons.items())]

    def _delete(self, table: Table, steps: Sequence[Step]) -> None:
        """Delete rows that came, some together as the log has them."""
        came: defaultdict[int, set[int]] = defaultdict(set)
        for step in steps:
            came[step.change_id].add(step.row_id)
        for some in chunks(list(came), TOGETHER):
            for change in list(logged_changes(self.session, Change.id.in_(some))):
                self._report(len(came[change.id]))
                self.found_by.note_going(table.name, sorted(came[change.id]))
                self.recorder.delete(table.name, change.lot.part(came[change.id]))

    def _restore(self, table: Table, steps: Sequence[Step]) -> None:
        gone = RowWriter(self.session, table, with_ids=True)
        for some in chunks(steps):
            self._report(len(some))
            ids = [step.row_id for step in some]
            self.recorder.touch(table.name, ids)
            self.found_by.note(table.name, ids)
            rows = [
                (from_image(table.name, json.loads(row.before)), row.after is None)
                for row in self._logged(some)
                if row.before
            ]
            gone.write_rows([row for row, is_gone in rows if is_gone], revision=1)
            rewrite(self.session, table, [row for row, is_gone in rows if not is_gone])
            self.found_by.note(table.name, ids)

    def _logged(self, steps: Sequence[Step]) -> list[Logged]:
        """What the log says of the rows of these steps, in their order."""
        wanted = {(step.change_id, step.row_id) for step in steps}
        found = logged(self.session, Change.id.in_({change_id for change_id, _ in wanted}))
        by_row = {key: row for row in found if (key := (row.change_id, row.row_id)) in wanted}
        return [by_row[step.change_id, step.row_id] for step in steps]

    def _report(self, rows: int) -> None:
        self.progress.report(self.done, self.outcome.reversed, N_("Undoing"))
        self.done += rows

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
