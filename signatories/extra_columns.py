"""Further columns of a sign-on's line: its own, and those that its organisation and its signer brought along."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.models import Capacity, Confirmation, Organisation, Person, SignOn

Columns = Mapping[str, Any]


def merged(capacity: Capacity, body: Columns, person: Columns, own: Columns) -> dict[str, str]:
    """All of a line: its own come before those of whom it speaks for, and these before the other's."""
    for_body = capacity is Capacity.ORGANISATION
    together = {**person, **body, **own} if for_body else {**body, **person, **own}
    return {name: str(value) for name, value in together.items()}


def names(session: Session, letter_id: int) -> tuple[str, ...]:
    """The names that the sign-ons of a letter know, in alphabetical order."""
    found = {name for columns in _all(session, letter_id) for name in columns or ()}
    return tuple(sorted(found, key=str.casefold))


def _all(session: Session, letter_id: int) -> Iterator[Columns | None]:
    of_letter = SignOn.letter_id == letter_id
    yield from session.scalars(select(SignOn.extra).where(of_letter))
    for column, there in (
        (Confirmation.extra, Confirmation.sign_on_id == SignOn.id),
        (Organisation.extra, Organisation.id == SignOn.organisation_id),
        (Person.extra, Person.id == SignOn.signer_id),
    ):
        yield from session.scalars(select(column).join(SignOn, there).where(of_letter))
