"""Empties images of the log for good: of a row that is erased nothing is left but that it changed, and when."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Text, or_, select, type_coerce, update
from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording.lots import Lot

IsAbout = Callable[[str, int, str], bool]
"""Whether what the log says of a row is to go: its table, its id, and the JSON of what is said."""

_NOTHING = {"salt": None, "before": None, "after": None}
_TOGETHER = 100  # changes read at once: 4 MB of full lots


def empty_images(session: Session, is_about: IsAbout, change_set_id: int) -> int:
    """Empty what the log says of rows that are to go, and of all rows of one change set; return how often it did.

    With the images goes the salt: nobody can try whether they were what somebody guesses. The chain holds as before.
    """
    found = list(_found(session, is_about, change_set_id))
    for change_id, emptied, _ in found:
        session.execute(update(Change).where(Change.id == change_id).values(emptied))
    return sum(many for _, _, many in found)


def _found(
    session: Session, is_about: IsAbout, change_set_id: int
) -> Iterator[tuple[int, dict[str, Any], int]]:
    """The changes to empty, with what is left of them, and how many rows that is about."""
    images = (type_coerce(image, Text) for image in (Change.before, Change.after))
    columns = Change.id, Change.change_set_id, Change.subject, Change.row_id
    query = select(*columns, Change.digests, Change.packed, *images)
    kept = query.where(or_(Change.salt.is_not(None), Change.packed.is_not(None)))
    rows = session.execute(kept.execution_options(yield_per=_TOGETHER))
    for change_id, its_set, table, row_id, digests, packed, *both in rows:
        lot = Lot(digests, packed) if digests and packed else None
        texts = lot.texts() if lot else ((row_id, text) for text in both if text is not None)
        told = [(each, is_about(table, each, text)) for each, text in texts]  # each is looked at
        ids = {each for each, is_to_go in told if is_to_go or its_set == change_set_id}
        if ids:
            yield change_id, {"packed": lot.emptied(ids).packed} if lot else _NOTHING, len(ids)
