"""Empties images of the log for good: of a row that is erased nothing is left but that it changed, and when."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording.logged import Logged
from signatories.recording.lots import Lot


def empty_images(session: Session, rows: Iterable[Logged]) -> int:
    """Empty what the log says of these rows; return how many they were.

    With the images goes the salt: nobody can try whether they were what somebody guesses. The chain holds as before.
    """
    found: defaultdict[int, set[int]] = defaultdict(set)
    for row in rows:
        found[row.change_id].add(row.row_id)
    for change_id, ids in found.items():
        _empty(session.get_one(Change, change_id), ids)
        session.flush()
    return sum(map(len, found.values()))


def _empty(change: Change, ids: set[int]) -> None:
    if change.last_id is None:
        change.salt = change.before = change.after = None
    else:
        change.packed = Lot(change.digests or b"", change.packed or b"").emptied(ids).packed
