"""The sign-ons of a letter as rows are compared with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from signatories import countries
from signatories.matching.records import Ref
from signatories.models import Organisation, Person, Role, SignOn, SignOnStatus

_DIRECTORY_DETAILS = ("telephone", "form_of_address", "language", "website")


@dataclass(frozen=True, slots=True)
class KnownSignOn:
    """A sign-on of the letter, or of an earlier row: its references and its texts as they count now."""

    ref: Ref
    organisation: Ref | None
    person: Ref | None
    texts: Mapping[str, str]
    is_confirmed: bool = False


def stored(session: Session, letter_id: int) -> Iterator[KnownSignOn]:
    """All sign-ons of a letter in their order, with the words that count now."""
    body, person, role = aliased(Organisation), aliased(Person), aliased(Role)
    query = (
        select(
            *(SignOn, body.name, body.country, person.name, person.country, person.email),
            *(role.title, person.telephone, person.form_of_address, person.language, body.website),
        )
        .outerjoin(body, body.id == SignOn.organisation_id)
        .outerjoin(person, person.id == SignOn.signer_id)
        .outerjoin(
            role,
            (role.person_id == SignOn.signer_id) & (role.organisation_id == SignOn.organisation_id),
        )
        .where(SignOn.letter_id == letter_id)
        .order_by(SignOn.place)
    )
    for sign_on, *directory in session.execute(query):
        texts = _stored_texts(sign_on, *directory)
        confirmed = sign_on.status is SignOnStatus.CONFIRMED
        yield KnownSignOn(
            sign_on.id, sign_on.organisation_id, sign_on.signer_id, texts, is_confirmed=confirmed
        )


def _stored_texts(sign_on: SignOn, *directory: str | None) -> dict[str, str]:
    body, body_country, person, person_country, email, role, *details = directory
    shown = sign_on.printed_country
    found = countries.find(shown) if shown else None
    code = sign_on.country or body_country or person_country or ""
    confirmed = sign_on.status is SignOnStatus.CONFIRMED
    return {
        "name": sign_on.printed_name or person or "",
        "role": sign_on.printed_role or role or "",
        "organisation": sign_on.printed_organisation or body or "",
        "country": found.iso if found else shown or code,
        "email": email or "",
        # a confirmation fulfils the promise that a table holds
        "status": SignOnStatus.PROMISED.value if confirmed else sign_on.status.value,
        "capacity": sign_on.capacity.value,
        "group": sign_on.group,
        "notes": sign_on.notes,
        "condition": sign_on.condition,
        **{name: text or "" for name, text in zip(_DIRECTORY_DETAILS, details, strict=True)},
    }
