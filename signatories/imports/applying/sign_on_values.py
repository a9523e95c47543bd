"""The values that an imported sign-on, its organisation and its person are stored with."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from signatories import countries, extra_columns, names, printed_lines, sign_ons
from signatories.directory import people as directory
from signatories.imports.applying import agreeing, sign_on_details
from signatories.imports.planning import sign_on_fields
from signatories.imports.planning.sign_on_fields import answered_at
from signatories.imports.planning.sign_on_rows import SignOnEntry
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, SignOn, SignOnStatus
from signatories.recording import Columns
from signatories.search import keys_of, search_key


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A signature line as the directory gives it."""

    name: str
    role: str
    organisation: str
    acronym: str
    country_code: str | None


def organisations(entries: Sequence[SignOnEntry]) -> Columns:
    """New organisations, column by column. A country that we do not know is kept as its region."""
    called = [entry.organisation for entry in entries]
    acronyms = [entry.acronym for entry in entries]
    return {
        "name": called,
        "acronym": acronyms,
        "country": [entry.country_code for entry in entries],
        "region": ["" if entry.country_code else entry.country for entry in entries],
        **_details(entries, Organisation),
        **keys_of(called, acronyms, languages=[""] * len(entries)),
    }


def people(entries: Sequence[SignOnEntry]) -> Columns:
    """New people, column by column. With an organisation the country given is that one's."""
    called = [entry.name for entry in entries]
    sort_names = [str(names.suggest(name)) for name in called]
    emails = [entry.email for entry in entries]
    return {
        "name": called,
        "sort_name": sort_names,
        **_details(entries, Person),
        "country": [None if entry.organisation else entry.country_code for entry in entries],
        **keys_of(sort_names, called, emails, languages=[""] * len(entries)),
    }


def _details(
    entries: Sequence[SignOnEntry], holder: sign_on_fields.Holder
) -> dict[str, Sequence[Any]]:
    """The details of new records; those without a column of ours as extra ones."""
    details = [sign_on_fields.details_of(entry, holder) for entry in entries]
    columns = {
        name: [each.pop(name, "") for each in details] for name in sign_on_fields.COLUMNS[holder]
    }
    return {**columns, "extra": details}


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


def as_told(entry: SignOnEntry) -> dict[str, Any]:
    """What a row tells of the sign-on itself."""
    return {
        "group": entry.group,
        "notes": sign_on_fields.notes_of(entry, entry.notes),
        "condition": entry.condition,
        "extra": dict(entry.extra),
    }


def own_words(entry: SignOnEntry) -> str:
    """A country's name as given, unless it is the usual one or a code: then it follows the letter's language."""
    text, code = entry.country, entry.country_code
    usual = code and (text == countries.name(code, "en") or (text.isupper() and len(text) <= 3))
    return "" if usual else text


def found_by(entry: SignOnEntry) -> dict[str, Any]:
    """What the sign-on is found by."""
    country = countries.name(entry.country_code, "en") if entry.country_code else entry.country
    words = entry.organisation, entry.name, entry.role, entry.acronym, country
    return {"search_key": search_key(*words)}


def as_answered(entry: SignOnEntry) -> dict[str, Any]:
    """The status of a new sign-on, with when it was asked, answered or withdrawn: on the day given, else now."""
    status, day = sign_on_fields.status_of(entry), answered_at(entry)
    then = day or (dt.datetime.now(dt.UTC) if entry.status else None)
    is_asked = status in (SignOnStatus.TO_INVITE, SignOnStatus.INVITED)
    return {
        "status": status,
        "invited_at": then if status is SignOnStatus.INVITED else None,
        "answered_at": None if is_asked else then,
        "withdrawn_at": then if status is SignOnStatus.WITHDRAWN else None,
    }


def change(session: Session, sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    """Give a sign-on what the row says; a blank cell clears nothing, a confirmation stays."""
    line = printed_lines.printed(session, sign_on, "en")
    for name in sign_on_fields.OF_LINE:
        given, present = getattr(entry, name), getattr(line, name)
        if not equal(given, present) and not (only_blanks and present):
            setattr(sign_on, f"printed_{name}", given)
    for name in sign_on_fields.OF_SIGN_ON:
        given, present = getattr(entry, name), getattr(sign_on, name)
        if not sign_on_fields.says(name, given, present) and not (only_blanks and present):
            setattr(sign_on, name, given)
    sign_on.notes = sign_on_fields.notes_of(entry, sign_on.notes)
    _add_columns(sign_on, entry, only_blanks=only_blanks)
    place = entry.country_code or entry.country
    if place not in ("", line.country_code or line.country) and not (only_blanks and line.country):
        sign_on.country, sign_on.printed_country = entry.country_code, own_words(entry)
    if not only_blanks:
        _answer(sign_on, entry)
    _date(sign_on, entry, only_blanks=only_blanks)
    agreeing.change(session, sign_on.id, entry)
    _change_details(session, sign_on, entry, only_blanks=only_blanks)
    printed_lines.derive_keys(session, sign_on)


def _add_columns(sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    """Give a sign-on a row's further columns. A column keeps the name that it has there already."""
    there = extra_columns.as_found(sign_on.extra, entry.extra)
    given = {
        name: text
        for name, text in entry.extra.items()
        if not equal(text, there[name]) and not (only_blanks and there[name])
    }
    sign_on.extra = extra_columns.with_given(sign_on.extra, given)


def _answer(sign_on: SignOn, entry: SignOnEntry) -> None:
    is_open = sign_on.status is not SignOnStatus.CONFIRMED
    if entry.status and entry.status is not sign_on.status and is_open:
        sign_ons.answer(sign_on, entry.status)
    if entry.capacity and not entry.capacity_assumed:
        sign_on.capacity, sign_on.capacity_assumed = entry.capacity, False


def _date(sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    if entry.answered_on is None:
        return
    moment = "invited_at" if sign_on.status is SignOnStatus.INVITED else "answered_at"
    if not (only_blanks and getattr(sign_on, moment)):
        setattr(sign_on, moment, answered_at(entry))


def _change_details(
    session: Session, sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool
) -> None:
    signer, body = sign_on.signer_id, sign_on.organisation_id
    if signer and (details := sign_on_fields.details_of(entry, Person)):
        person = session.get_one(Person, signer)
        sign_on_details.give(person, details, replaces=not only_blanks)
        directory.derive_keys(person)
    if body and (details := sign_on_fields.details_of(entry, Organisation)):
        sign_on_details.give(session.get_one(Organisation, body), details, replaces=not only_blanks)


def _differing(given: str, known: str) -> str:
    return "" if equal(given, known) else given
