"""Reading the log row by row, whichever way its changes are kept."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from signatories.errors import WorkspaceError
from signatories.models import Change
from signatories.recording.images import Image
from signatories.recording.lots import DAMAGED, SPAN, Lot, make_lot

TOGETHER = 100  # changes read at once: 4 MB of full lots


class Logged(NamedTuple):
    """What a change says of one row: its images before and after as JSON, None where it was not there."""

    change_id: int
    subject: str
    row_id: int
    before: str | None
    after: str | None

    @property
    def latest(self) -> Image | None:
        """The latest state of the row that it tells."""
        text = self.after or self.before
        return json.loads(text) if text else None

    @property
    def is_erased(self) -> bool:
        """Whether nothing is said any more."""
        return self.before is None and self.after is None


class LoggedChange(NamedTuple):
    """A change as the log keeps it: the rows of a lot, or as earlier versions did, one row's images."""

    id: int
    subject: str
    action: str
    row_id: int
    last_id: int | None
    digests: bytes | None
    packed: bytes | None
    before: str | None
    after: str | None

    @property
    def ids(self) -> list[int]:
        """Its rows, in order. Raises WorkspaceError where they are damaged."""
        if self.last_id is None:
            return [self.row_id]
        ids = self.lot.ids
        if (ids[:1], ids[-1:]) != ([self.row_id], [self.last_id]):
            raise WorkspaceError(DAMAGED)
        return ids

    @property
    def lot(self) -> Lot:
        """What it says of its rows."""
        if self.last_id is None:
            return make_lot([self.row_id], [self.before], [self.after])
        return Lot(self.digests or b"", self.packed or b"")

    def rows(self) -> Iterator[Logged]:
        """What it says of each row. Rows that went may stand in the lot of their coming."""
        if self.last_id is None:
            yield Logged(self.id, self.subject, self.row_id, self.before, self.after)
            return
        went = self.action == "delete"
        for row_id, before, after in self.lot.images():
            both = (before or after, None) if went else (before, after)
            yield Logged(self.id, self.subject, row_id, *both)


def logged_changes(
    session: Session, *which: ColumnElement[bool], latest_first: bool = False
) -> Iterator[LoggedChange]:
    """These changes, in the order of the log."""
    query = select(*_COLUMNS).where(*which).execution_options(yield_per=TOGETHER)
    changes = session.execute(query.order_by(Change.id.desc() if latest_first else Change.id))
    return (LoggedChange(*change) for change in changes)


def logged(
    session: Session, *which: ColumnElement[bool], latest_first: bool = False
) -> Iterator[Logged]:
    """What the log says of each row in these changes, in its order. Raises WorkspaceError where it is damaged."""
    for change in logged_changes(session, *which, latest_first=latest_first):
        yield from change.rows()


def last_logged(session: Session, table: str, row_id: int) -> Logged | None:
    """The latest that the log says of a row."""
    return next(logged_of(session, table, row_id), None)


def logged_of(session: Session, table: str, row_id: int) -> Iterator[Logged]:
    """All that the log says of a row, latest first."""
    last_id = func.coalesce(Change.last_id, Change.row_id)
    near = Change.row_id.between(row_id - SPAN + 1, row_id), last_id >= row_id
    found = logged(session, Change.subject == table, *near, latest_first=True)
    return (row for row in found if row.row_id == row_id)


_COLUMNS = (
    Change.id,
    Change.subject,
    Change.action,
    Change.row_id,
    Change.last_id,
    Change.digests,
    Change.packed,
    type_coerce(Change.before, Text),
    type_coerce(Change.after, Text),
)
