"""Reading the log row by row, whichever way its changes are kept."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording.images import Image
from signatories.recording.lots import SPAN, Lot

_COLUMNS = Change.__table__.columns
_TOGETHER = 100  # changes read at once: 4 MB of full lots


class Logged(NamedTuple):
    """What a change says of one row: its images before and after, None where it was not there, or is erased."""

    change_id: int
    subject: str
    row_id: int
    before: Image | None
    after: Image | None
    is_erased: bool


def logged(
    session: Session, *which: ColumnElement[bool], latest_first: bool = False
) -> Iterator[Logged]:
    """What the log says of each row in these changes, in its order."""
    query = select(*_COLUMNS).where(*which).execution_options(yield_per=_TOGETHER)
    for change in session.execute(
        query.order_by(_COLUMNS.id.desc() if latest_first else _COLUMNS.id)
    ):
        if change.packed is None:
            yield Logged(
                change.id,
                change.subject,
                change.row_id,
                change.before,
                change.after,
                change.salt is None,
            )
        else:
            for row_id, (salt, before, after) in Lot(change.digests, change.packed).read():
                yield Logged(change.id, change.subject, row_id, before, after, salt is None)


def last_logged(session: Session, table: str, row_id: int) -> Logged | None:
    """The latest that the log says of a row."""
    found = logged(session, about(table, row_id), latest_first=True)
    return next((entry for entry in found if entry.row_id == row_id), None)


def about(table: str, row_id: int) -> ColumnElement[bool]:
    """The changes that may speak of a row: there may be others between the first and the last row of a lot."""
    last = func.coalesce(Change.last_id, Change.row_id)
    near = Change.row_id.between(row_id - SPAN + 1, row_id)
    return (Change.subject == table) & near & (last >= row_id)
