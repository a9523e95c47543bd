"""Further columns of a sign-on's line: its own, and those that its organisation and its signer brought along."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.models import Capacity, Confirmation, Organisation, Person, SignOn
from signatories.texts import N_, Message, message

Columns = Mapping[str, Any]
USUAL = ("comment", "constituency", "description", "footnote", "profession")
"""Names that lists are often seen with; a block shows a description beneath a line, a footnote at the foot."""


def merged(capacity: Capacity, body: Columns, person: Columns, own: Columns) -> dict[str, str]:
    """All of a line: its own come before those of whom it speaks for, and these before the other's."""
    for_body = capacity is Capacity.ORGANISATION
    together = {**person, **body, **own} if for_body else {**body, **person, **own}
    return {name: str(value) for name, value in together.items()}


def problem(pairs: Iterable[tuple[str, str]]) -> Message | None:
    """What is wrong with columns as somebody typed them: one without a name, or twice the same."""
    seen = set()
    for name, value in pairs:
        if not name.strip():
            return message(N_("Say what the column is called that holds “{value}”."), value=value)
        if name.casefold() in seen:
            return message(N_("There are two columns “{name}”."), name=name)
        seen.add(name.casefold())
    return None


def names(session: Session, letter_id: int) -> tuple[str, ...]:
    """The names that the sign-ons of a letter know, and the usual ones, in alphabetical order."""
    found = {name for columns in _all(session, letter_id) for name in columns or ()}
    return tuple(sorted(found.union(USUAL), key=str.casefold))


def _all(session: Session, letter_id: int) -> Iterator[Columns | None]:
    of_letter = SignOn.letter_id == letter_id
    yield from session.scalars(select(SignOn.extra).where(of_letter))
    for column, there in (
        (Confirmation.extra, Confirmation.sign_on_id == SignOn.id),
        (Organisation.extra, Organisation.id == SignOn.organisation_id),
        (Person.extra, Person.id == SignOn.signer_id),
    ):
        yield from session.scalars(select(column).join(SignOn, there).where(of_letter))
