"""What an action did to each row, as little of it as taking it back asks about."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from signatories.history import is_anybody_erased
from signatories.models import Change, ChangeSet
from signatories.recording import Image, Logged, logged_changes
from signatories.undoing.table_links import linking_columns

Links = Mapping[str, Any]

_THERE: Links = {}  # one for all rows that an action made


class Step(NamedTuple):
    """A row's change as it is taken back. Of its images only what other rows depend on: a hundred bytes, not thousands.

    `change_id` finds the images. `before` and `after` are None where the row was not there; of a row that the change
    made `after` says no more than that it is. `changed_in` is the stamp that the change left on the row.
    """

    change_id: int
    subject: str
    row_id: int
    before: Links | None
    after: Links | None
    changed_in: int | None
    is_erased: bool = False


def steps_of(session: Session, change_set: ChangeSet) -> Iterator[Step]:
    """What a change set did, row by row.

    The stamp on rows that an action makes is its own: only an undo gives back older ones. So nothing is read of them
    but their ids, unless some may be erased.
    """
    stamps_its_own = change_set.undoes_id is None and not is_anybody_erased(session)
    for change in logged_changes(session, Change.change_set_id == change_set.id):
        if change.action == "insert" and stamps_its_own:
            head = change.id, change.subject
            yield from (Step(*head, i, None, _THERE, change_set.id) for i in change.ids)
        else:
            yield from map(_read_step, change.rows())


def _read_step(row: Logged) -> Step:
    before, after = (json.loads(text) if text else None for text in (row.before, row.after))
    return Step(
        row.change_id,
        row.subject,
        row.row_id,
        _links(row.subject, before),
        _links(row.subject, after) if before else after and _THERE,
        after["changed_in"] if after else None,
        row.is_erased,
    )


def _links(table: str, image: Image | None) -> Links | None:
    """The values of an image that name other rows, or that only one row may have."""
    if image is None:
        return None
    return {name: image[name] for name in linking_columns(table) if image.get(name) is not None}
