"""Empties images of the log for good: of a row that is erased nothing is left but that it changed, and when."""

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording.logged import Logged, logged
from signatories.recording.lots import Lot

IsAbout = Callable[[str, int, str], bool]
"""Whether an image is to go: its table, its row's id, and its JSON."""


def empty_images(session: Session, is_about: IsAbout, change_set_id: int) -> int:
    """Empty what the log says of a row wherever an image is to go, and all of one change set; return how often it did.

    With the images goes the salt: nobody can try whether they were what somebody guesses. The chain holds as before.
    """
    found: defaultdict[int, set[int]] = defaultdict(set)
    for row in logged(session):
        if _is_to_go(row, is_about):
            found[row.change_id].add(row.row_id)
    for row in logged(session, Change.change_set_id == change_set_id):
        if not row.is_erased:
            found[row.change_id].add(row.row_id)
    for change_id, ids in found.items():
        _empty(session.get_one(Change, change_id), ids)
        session.flush()
    return sum(map(len, found.values()))


def _is_to_go(row: Logged, is_about: IsAbout) -> bool:
    images = filter(None, (row.before, row.after))
    told = [is_about(row.subject, row.row_id, image) for image in images]  # each is looked at
    return any(told)


def _empty(change: Change, ids: set[int]) -> None:
    if change.last_id is None:
        change.salt = change.before = change.after = None
    else:
        change.packed = Lot(change.digests or b"", change.packed or b"").emptied(ids).packed
