"""The answers to a letter that its list does not show, for who looks at it or keeps it."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from signatories import queries
from signatories.models import SignatureList, SignOn, Version
from signatories.queries.rows import SignOnRow
from signatories.sign_ons import confirming, lists


def every(session: Session, letter_id: int) -> tuple[SignOnRow, ...]:
    """All answers to a letter."""
    ids = queries.ids(session, queries.SIGN_ONS, SignOn.letter_id == letter_id)
    rows = queries.sign_ons(session, ids)
    return tuple(rows[sign_on_id] for sign_on_id in ids)


def unconfirmed(session: Session, version: Version) -> tuple[str, ...]:
    """The captions of who said yes, but not to this version."""
    return _captions(session, confirming.unconfirmed(session, version))


def withdrawn(session: Session, version: Version, row: SignatureList | None) -> tuple[str, ...]:
    """The captions of who stands on a list, if there is one, and does not agree any more."""
    return _captions(session, lists.withdrawn(session, version, row)) if row else ()


def _captions(session: Session, ids: Sequence[int]) -> tuple[str, ...]:
    rows = queries.sign_ons(session, ids)
    return tuple(rows[sign_on_id].caption for sign_on_id in ids)
