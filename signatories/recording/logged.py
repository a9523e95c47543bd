"""Reading the log row by row, whichever way its changes are kept."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording.images import Image
from signatories.recording.lots import SPAN, Lot

_TOGETHER = 100  # changes read at once: 4 MB of full lots


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


def logged(
    session: Session, *which: ColumnElement[bool], latest_first: bool = False
) -> Iterator[Logged]:
    """What the log says of each row in these changes, in its order. Raises WorkspaceError where it is damaged."""
    images = (type_coerce(image, Text) for image in (Change.before, Change.after))
    columns = (
        Change.id,
        Change.subject,
        Change.row_id,
        Change.last_id,
        Change.digests,
        Change.packed,
    )
    query = select(*columns, *images).where(*which).execution_options(yield_per=_TOGETHER)
    changes = session.execute(query.order_by(Change.id.desc() if latest_first else Change.id))
    for change_id, table, row_id, last_id, digests, packed, *both in changes:
        if last_id is None:
            yield Logged(change_id, table, row_id, *both)
        else:
            for of_row in Lot(digests or b"", packed or b"").images():
                yield Logged(change_id, table, *of_row)


def last_logged(session: Session, table: str, row_id: int) -> Logged | None:
    """The latest that the log says of a row."""
    return next(logged_of(session, table, row_id), None)


def logged_of(session: Session, table: str, row_id: int) -> Iterator[Logged]:
    """All that the log says of a row, latest first."""
    last_id = func.coalesce(Change.last_id, Change.row_id)
    near = Change.row_id.between(row_id - SPAN + 1, row_id), last_id >= row_id
    found = logged(session, Change.subject == table, *near, latest_first=True)
    return (row for row in found if row.row_id == row_id)
