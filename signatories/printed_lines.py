"""A signatory's line as it is printed: as given for a letter, else as the directory has it; and what finds it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories import countries, extra_columns
from signatories.models import Organisation, Person, SignOn
from signatories.search import keys


@dataclass(frozen=True, slots=True)
class Printed:
    """A signatory's line as it is printed, part by part. `country` is in words, `country_code` ISO alpha-2.

    `extra` has further columns by name, such as a description, a comment or a footnote.
    """

    name: str = ""
    role: str = ""
    organisation: str = ""
    acronym: str = ""
    country: str = ""
    country_code: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


def printed(session: Session, sign_on: SignOn, language: str) -> Printed:
    """The line as it would be confirmed now: as given for this letter, else as the directory has it."""
    person = session.get(Person, sign_on.signer_id) if sign_on.signer_id else None
    body = session.get(Organisation, sign_on.organisation_id) if sign_on.organisation_id else None
    code = sign_on.country or (body and body.country) or (person and person.country) or None
    return Printed(
        name=sign_on.printed_name or (person.name if person else ""),
        role=sign_on.printed_role or _role(person, body),
        organisation=sign_on.printed_organisation or (body.name if body else ""),
        acronym=sign_on.printed_acronym or (body.acronym if body else ""),
        country=sign_on.printed_country or (countries.name(code, language) if code else ""),
        country_code=code,
        extra=extra_columns.merged(
            sign_on.capacity,
            body.extra if body else {},
            person.extra if person else {},
            sign_on.extra,
        ),
    )


def caption(session: Session, sign_on: SignOn) -> str:
    """A sign-on's short name for people: "Name, Organisation"."""
    line = printed(session, sign_on, "en")
    return ", ".join(part for part in (line.name, line.organisation) if part)


def derive_keys(session: Session, sign_on: SignOn) -> None:
    """Compute what the sign-on is found by: its line as it is now, and as it was confirmed."""
    line = printed(session, sign_on, "en")
    was = [word for given in sign_on.confirmations for word in (given.organisation, given.name)]
    found = keys(line.organisation, line.name, line.role, line.acronym, line.country, *was)
    sign_on.search_key = found["search_key"]


def derive_keys_of(session: Session, column: InstrumentedAttribute[int | None], *ids: int) -> None:
    """Compute anew what the sign-ons of changed organisations or people are found by."""
    session.flush()
    for sign_on in session.scalars(select(SignOn).where(column.in_(ids))):
        derive_keys(session, sign_on)


def _role(person: Person | None, body: Organisation | None) -> str:
    if person is None or body is None:
        return ""
    titles = (role.title for role in person.roles if role.organisation_id == body.id)
    return next(titles, "")
