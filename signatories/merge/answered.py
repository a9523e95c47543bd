"""The answers to a letter that its list does not show, for who looks at it or keeps it."""

from sqlalchemy.orm import Session

from signatories import queries
from signatories.models import SignOn, Version
from signatories.queries.rows import SignOnRow
from signatories.sign_ons import confirming


def every(session: Session, letter_id: int) -> tuple[SignOnRow, ...]:
    """All answers to a letter."""
    ids = queries.ids(session, queries.SIGN_ONS, SignOn.letter_id == letter_id)
    rows = queries.sign_ons(session, ids)
    return tuple(rows[sign_on_id] for sign_on_id in ids)


def unconfirmed(session: Session, version: Version) -> tuple[str, ...]:
    """The captions of who said yes, but not to this version."""
    ids = confirming.unconfirmed(session, version)
    rows = queries.sign_ons(session, ids)
    return tuple(rows[sign_on_id].caption for sign_on_id in ids)
