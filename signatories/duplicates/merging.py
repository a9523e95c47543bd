"""Two records become one: shown first, then done, and undone row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import consents, printed_lines
from signatories.collation import fold
from signatories.database import Unit
from signatories.directory import organisations, people
from signatories.duplicates import moving
from signatories.duplicates.finding import SUBJECTS, Record
from signatories.duplicates.settling import Subject, both
from signatories.matching.differences import hand_on
from signatories.models import (
    Confirmation,
    NameKind,
    Organisation,
    OrganisationName,
    Person,
    SignOn,
    Use,
)
from signatories.texts import N_

MESSAGES = {
    "organisations": N_("Merge a duplicate into {organisation}"),
    "people": N_("Merge a duplicate into {person}"),
}
"""What the action is called, by subject; its value is the kept record's id."""

_FIELDS: Mapping[str, Sequence[str]] = {
    "organisations": (
        *("acronym", "country", "region", "kind", "language", "website", "email"),
        *("parent_id", "logo_digest", "notes"),
    ),
    "people": (
        *("form_of_address", "email", "telephone", "language", "country", "signature_digest"),
        "notes",
    ),
}

_PICTURES = {
    "organisations": (Confirmation.organisation_id, "logo_digest", Use.LOGO),
    "people": (Confirmation.signer_id, "signature_digest", Use.SIGNATURE),
}
"""Who is confirmed, which of their pictures a line shows, and what it needs a yes for."""


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging two records does. `filled` are blanks of the kept one that the other's values fill.

    `given_up` are values of the other one that the kept one has otherwise, and `twice` the letters that both have
    answered: their sign-ons stay two, with a question.
    """

    keep: Record
    other: Record
    filled: Mapping[str, Any]
    given_up: Mapping[str, Any]
    moved: Mapping[str, int]
    twice: Sequence[int]


def look(session: Session, subject: str, keep_id: int, other_id: int) -> Merging:
    """What `merge` would do. Raises NotFound, or Refused for one and the same record."""
    keep, other = both(session, subject, keep_id, other_id)
    differing = {
        name: getattr(other, name)
        for name in _FIELDS[subject]
        if getattr(other, name) and getattr(other, name) not in (getattr(keep, name), keep_id)
    }
    blank = {name for name in _FIELDS[subject] if not getattr(keep, name)}
    table = type(other).__tablename__
    return Merging(
        Record(keep_id, keep.name),
        Record(other_id, other.name),
        {name: value for name, value in differing.items() if name in blank},
        {name: value for name, value in differing.items() if name not in blank},
        moving.counts(session, table, other_id),
        moving.letters_of_both(session, subject, keep_id, other_id),
    )


def merge(unit: Unit, subject: str, keep_id: int, other_id: int) -> Merging:
    """Make two "organisations" or "people" one: what named the other names the kept one, and the other goes.

    Its name stays as a further name of an organisation. What was confirmed keeps its printed words and pictures, and
    what was given for a letter its words; who allowed another picture is asked anew. Raises NotFound, or Refused.
    """
    session = unit.session
    merging = look(session, subject, keep_id, other_id)
    keep, other = both(session, subject, keep_id, other_id)
    _keep_lines(session, subject, other)
    moving.ask_about_both(session, subject, keep_id, other_id)
    if isinstance(keep, Organisation) and isinstance(other, Organisation):
        _keep_names(keep, other)
        if "logo_digest" in merging.filled:
            keep.logo_scale, keep.logo_shift = other.logo_scale, other.logo_shift
    for name, value in merging.filled.items():
        setattr(keep, name, value)
    keep.extra = {**other.extra, **keep.extra}
    session.flush()
    _keep_pictures(session, subject, keep, other)
    moving.move(session, type(other).__tablename__, keep_id, other_id)
    moving.drop_repeated(session, subject, keep_id)
    hand_on(session, SUBJECTS[subject], keep_id, other_id)
    session.expire(other)
    session.delete(other)
    session.flush()
    _derive(session, keep)
    return merging


def _keep_lines(session: Session, subject: str, other: Subject) -> None:
    """Write down what the other's sign-ons would have printed: their signers agreed under that name."""
    for sign_on in moving.sign_ons_of(session, subject, other.id):
        if isinstance(other, Organisation):
            sign_on.printed_organisation = sign_on.printed_organisation or other.name
            sign_on.printed_acronym = sign_on.printed_acronym or other.acronym
        else:
            sign_on.printed_name = sign_on.printed_name or other.name
        sign_on.country = sign_on.country or other.country


def _keep_pictures(session: Session, subject: str, keep: Subject, other: Subject) -> None:
    """Let confirmations name the kept record; forget who allowed a picture that was printed of none of them."""
    confirmed_of, digest, use = _PICTURES[subject]
    confirmed = session.scalars(select(Confirmation).where(confirmed_of == other.id)).all()
    if getattr(keep, digest) != getattr(other, digest):
        kept = {given.sign_on_id for given in confirmed if getattr(given, digest)}
        answers = moving.sign_ons_of(session, subject, other.id)
        asked_anew = [sign_on.id for sign_on in answers if sign_on.id not in kept]
        consents.forget_pictures(session, asked_anew, [use])
    for given in confirmed:
        setattr(given, confirmed_of.key, keep.id)


def _keep_names(keep: Organisation, other: Organisation) -> None:
    known = {fold(name) for name in (keep.name, *(further.name for further in keep.names))}
    if fold(other.name) not in known:
        named = OrganisationName(name=other.name, language=other.language, kind=NameKind.OTHER)
        keep.names.append(named)
    for further in list(other.names):
        if fold(further.name) not in known | {fold(other.name)}:
            keep.names.append(further)


def _derive(session: Session, keep: Subject) -> None:
    """What the kept record is found by has grown."""
    if isinstance(keep, Organisation):
        organisations.derive_keys(keep)
        printed_lines.derive_keys_of(session, SignOn.organisation_id, keep.id)
    elif isinstance(keep, Person):
        people.derive_keys(keep)
        printed_lines.derive_keys_of(session, SignOn.signer_id, keep.id)
