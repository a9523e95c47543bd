"""The values that an imported sign-on, its organisation and its person are stored with."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from signatories import countries, names, sign_ons
from signatories.imports.planning.sign_on_rows import SignOnEntry
from signatories.matching.records import Ref
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, SignOn, SignOnStatus
from signatories.search import keys

_OF_PERSON = ("telephone", "form_of_address", "language")


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A signature line as the directory gives it."""

    name: str
    role: str
    organisation: str
    acronym: str
    country_code: str | None


def organisation(entry: SignOnEntry) -> dict[str, Any]:
    """A new organisation. A country that we do not know is kept as its region."""
    return {
        "name": entry.organisation,
        "acronym": entry.acronym,
        "country": entry.country_code,
        "region": "" if entry.country_code else entry.country,
        "email": "" if entry.name else entry.email,
        "website": entry.website,
        "extra": {"city": entry.city} if entry.city else {},
        **keys(entry.organisation, entry.acronym),
    }


def person(entry: SignOnEntry) -> dict[str, Any]:
    """A new person. With an organisation the country given is that one's."""
    sort_name = str(names.suggest(entry.name))
    return {
        "name": entry.name,
        "sort_name": sort_name,
        "email": entry.email,
        **{name: getattr(entry, name) for name in _OF_PERSON},
        "extra": {"city": entry.city} if entry.city and not entry.organisation else {},
        "country": None if entry.organisation else entry.country_code,
        **keys(sort_name, entry.name, entry.email),
    }


def as_given(entry: SignOnEntry, known: KnownLine) -> dict[str, Any]:
    """For this letter only what differs from the directory: the rest follows it until confirmed."""
    code = entry.country_code
    return {
        "printed_name": _differing(entry.name, known.name),
        "printed_role": _differing(entry.role, known.role),
        "printed_organisation": _differing(entry.organisation, known.organisation),
        "printed_acronym": _differing(entry.acronym, known.acronym),
        "printed_country": own_words(entry),
        "country": code if code != known.country_code else None,
    }


def own_words(entry: SignOnEntry) -> str:
    """A country's name as given, unless it is the usual one or a code: then it follows the letter's language."""
    text, code = entry.country, entry.country_code
    usual = code and (text == countries.name(code, "en") or (text.isupper() and len(text) <= 3))
    return "" if usual else text


def found_by(entry: SignOnEntry) -> dict[str, Any]:
    """What the sign-on is found by."""
    country = countries.name(entry.country_code, "en") if entry.country_code else entry.country
    found = keys(entry.organisation, entry.name, entry.role, entry.acronym, country)
    return {"search_key": found["search_key"]}


def answered_at(entry: SignOnEntry) -> dt.datetime | None:
    """The day of the answer, as a moment."""
    day = entry.answered_on
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else None


def keep_details(session: Session, entry: SignOnEntry) -> None:
    """Stored people and organisations get what is given and they have not; other words are never overwritten."""
    _fill_blanks(session, Person, entry.person_ref, entry, ("email", *_OF_PERSON))
    names = ("website",) if entry.name else ("website", "email")
    _fill_blanks(session, Organisation, entry.organisation_ref, entry, names)


def _fill_blanks(
    session: Session,
    table: type[Person | Organisation],
    ref: Ref | None,
    entry: SignOnEntry,
    names: Sequence[str],
) -> None:
    given = {name: text for name in names if (text := getattr(entry, name))}
    if not given or ref is None or ref < 0:
        return
    record = session.get_one(table, ref)
    for name, text in given.items():
        if not getattr(record, name):
            setattr(record, name, text)


def change(session: Session, sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    """Give a sign-on what the row says; a blank cell clears nothing, a confirmation stays."""
    line = sign_ons.printed(session, sign_on, "en")
    for name in ("name", "role", "organisation", "acronym"):
        given, present = getattr(entry, name), getattr(line, name)
        if not equal(given, present) and not (only_blanks and present):
            setattr(sign_on, f"printed_{name}", given)
    for name in ("group", "notes", "condition"):
        given, present = getattr(entry, name), getattr(sign_on, name)
        if given and not (only_blanks and present):
            setattr(sign_on, name, given)
    if entry.country and not (only_blanks and line.country):
        sign_on.country, sign_on.printed_country = entry.country_code, own_words(entry)
    if entry.status and not only_blanks and sign_on.status is not SignOnStatus.CONFIRMED:
        sign_on.status = entry.status
    if entry.capacity and not entry.capacity_assumed and not only_blanks:
        sign_on.capacity, sign_on.capacity_assumed = entry.capacity, False
    if entry.answered_on and not (only_blanks and sign_on.answered_at):
        sign_on.answered_at = answered_at(entry)
    signer, body = sign_on.signer_id, sign_on.organisation_id
    keep_details(session, replace(entry, person_ref=signer, organisation_ref=body))
    sign_ons.derive_keys(session, sign_on)


def _differing(given: str, known: str) -> str:
    return "" if equal(given, known) else given
