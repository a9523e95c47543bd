"""The recipients that are stored, as rows are compared with them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.matching.records import Ref
from signatories.models import Recipient

TEXTS = (
    *("name", "country", "person", "form_of_address", "salutation", "address", "language"),
    "email",
)
_AT_ONCE = 1000  # rows: all of 100,000 would be in memory twice


class KnownRecipient(NamedTuple):
    """A recipient that is there, or that an earlier row would add."""

    ref: Ref
    texts: Mapping[str, str]
    country: str | None
    extra: Mapping[str, str]
    state: bool = False


def stored(session: Session, letter_id: int | None) -> Iterator[tuple[Any, ...]]:
    """The recipients of a letter, or of the workspace, as rows."""
    texts = [getattr(Recipient, name) for name in TEXTS]
    rest = Recipient.id, Recipient.country, Recipient.extra, Recipient.state
    scope = Recipient.letter_id.is_not_distinct_from(letter_id)
    query = select(*texts, *rest).where(scope).order_by(Recipient.id)
    rows = session.execute(query, execution_options={"yield_per": _AT_ONCE})
    return map(tuple, rows)


def known_of(row: tuple[Any, ...]) -> KnownRecipient:
    """A stored recipient without what is blank; `name` they all have."""
    *given, ref, country, extra, state = row
    filled = {name: text for name, text in zip(TEXTS, given, strict=True) if text}
    return KnownRecipient(ref, {"name": "", **filled}, country, extra, state)
