"""Empties images of the log for good: of a row that is erased nothing is left but that it changed, and when."""

from collections.abc import Callable, Iterator

from sqlalchemy import Text, select, type_coerce, update
from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording.images import CHUNK, chunks

IsAbout = Callable[[str, int, str], bool]
"""Whether an image is to go: its table, its row's id, and its JSON."""


def empty_images(session: Session, is_about: IsAbout, change_set_id: int) -> int:
    """Empty every change of which an image is to go, and all of one change set; return how many.

    With the images goes the salt: nobody can try whether they were what somebody guesses. The chain holds as before.
    """
    found = list(_found(session, is_about, change_set_id))
    nothing = {"salt": None, "before": None, "after": None}
    for some in chunks(found):
        session.execute(update(Change).where(Change.id.in_(some)).values(nothing))
    return len(found)


def _found(session: Session, is_about: IsAbout, change_set_id: int) -> Iterator[int]:
    before, after = (type_coerce(image, Text) for image in (Change.before, Change.after))
    query = select(Change.id, Change.change_set_id, Change.subject, Change.row_id, before, after)
    kept = query.where(Change.salt.is_not(None)).execution_options(yield_per=CHUNK)
    for change_id, its_set, table, row_id, *images in session.execute(kept):
        texts = [text for text in images if text is not None]
        about = [is_about(table, row_id, text) for text in texts]  # each is looked at
        if any(about) or its_set == change_set_id:
            yield change_id
