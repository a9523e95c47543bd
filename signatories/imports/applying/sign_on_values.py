"""The values that an imported sign-on, its organisation and its person are stored with."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from signatories import countries, names, printed_lines
from signatories.imports.applying import agreeing, sign_on_details
from signatories.imports.planning import own_columns, sign_on_fields
from signatories.imports.planning.sign_on_entries import OF_LINE, OF_SIGN_ON, SignOnEntry
from signatories.imports.planning.sign_on_fields import answered_at
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, SignOn, SignOnStatus
from signatories.recording import Columns
from signatories.search import keys_of, search_key
from signatories.sign_ons import answer


class KnownLine(NamedTuple):
    """A signature line as the directory gives it."""

    name: str
    role: str
    organisation: str
    acronym: str
    country_code: str | None


def organisations(entries: Sequence[SignOnEntry]) -> Columns:
    """New organisations, column by column. A country that we do not know is kept as its region."""
    called = [entry.organisation for entry in entries]
    acronyms = _texts(entries, "acronym")
    return {
        "name": called,
        "acronym": acronyms,
        "country": [entry.country_code for entry in entries],
        "region": ["" if entry.country_code else entry.text("country") for entry in entries],
        **_details(entries, Organisation),
        **keys_of(called, acronyms, languages=[""] * len(entries)),
    }


def people(entries: Sequence[SignOnEntry]) -> Columns:
    """New people, column by column. With an organisation the country given is that one's."""
    called = [entry.name for entry in entries]
    sort_names = [str(names.suggest(name)) for name in called]
    emails = _texts(entries, "email")
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


def sign_ons(entries: Sequence[SignOnEntry], known: Sequence[KnownLine]) -> Columns:
    """New sign-ons, column by column, beside the lines as the directory gives them."""
    told = {name: _texts(entries, name) for name in ("group", "condition")}
    return {
        **told,
        "notes": [sign_on_fields.notes_of(entry, entry.text("notes")) for entry in entries],
        "extra": [dict(entry.extra) for entry in entries],
        "capacity": [entry.capacity for entry in entries],
        "capacity_assumed": [entry.capacity_assumed for entry in entries],
        **_answered(entries),
        **_as_given(entries, known),
        "search_key": list(map(_search_key, entries, known)),
    }


def _texts(entries: Sequence[SignOnEntry], name: str) -> list[str]:
    return [entry.texts.get(name, "") for entry in entries]


def _as_given(entries: Sequence[SignOnEntry], known: Sequence[KnownLine]) -> Columns:
    """For this letter only what differs from the directory: the rest follows it until confirmed."""
    differing = {
        f"printed_{name}": [
            _differing(given, getattr(line, name))
            for given, line in zip(_texts(entries, name), known, strict=True)
        ]
        for name in OF_LINE
    }
    return {
        **differing,
        "printed_country": list(map(own_words, entries)),
        "country": [
            entry.country_code if entry.country_code != line.country_code else None
            for entry, line in zip(entries, known, strict=True)
        ],
    }


def own_words(entry: SignOnEntry) -> str:
    """A country's name as given, unless it is the usual one or a code: then it follows the letter's language."""
    text, code = entry.text("country"), entry.country_code
    usual = code and (text == countries.name(code, "en") or (text.isupper() and len(text) <= 3))
    return "" if usual else text


def _search_key(entry: SignOnEntry, known: KnownLine) -> str:
    """What the sign-on is found by: what it says, and where it says nothing, what the directory does."""
    role, acronym = (entry.text(name) or getattr(known, name) for name in ("role", "acronym"))
    code = entry.country_code or known.country_code
    country = own_words(entry) or (countries.name(code, "en") if code else "")
    return search_key(entry.organisation, entry.name, role, acronym, country)


def _answered(entries: Sequence[SignOnEntry]) -> Columns:
    """The status of new sign-ons, with when they were asked, answered or withdrawn: on the day given, else now."""
    now = dt.datetime.now(dt.UTC)
    statuses = list(map(sign_on_fields.status_of, entries))
    moments = [answered_at(entry) or (now if entry.status else None) for entry in entries]
    each = list(zip(statuses, moments, strict=True))
    asked = (SignOnStatus.TO_INVITE, SignOnStatus.INVITED)
    return {
        "status": statuses,
        "invited_at": [then if s is SignOnStatus.INVITED else None for s, then in each],
        "answered_at": [None if s in asked else then for s, then in each],
        "withdrawn_at": [then if s is SignOnStatus.WITHDRAWN else None for s, then in each],
    }


def change(session: Session, sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    """Give a sign-on what the row says; a blank cell clears nothing, a confirmation stays."""
    line = printed_lines.printed(session, sign_on, "en")
    for name in OF_LINE:
        given, present = entry.text(name), getattr(line, name)
        if not equal(given, present) and not (only_blanks and present):
            setattr(sign_on, f"printed_{name}", given)
    for name in OF_SIGN_ON:
        given, present = entry.text(name), getattr(sign_on, name)
        if not sign_on_fields.says(name, given, present) and not (only_blanks and present):
            setattr(sign_on, name, given)
    sign_on.notes = sign_on_fields.notes_of(entry, sign_on.notes)
    sign_on.extra = own_columns.changed(sign_on.extra, entry.extra, only_blanks=only_blanks)
    place = entry.country_code or entry.text("country")
    if place not in ("", line.country_code or line.country) and not (only_blanks and line.country):
        sign_on.country, sign_on.printed_country = entry.country_code, own_words(entry)
    if not only_blanks:
        _answer(sign_on, entry)
    _date(sign_on, entry, only_blanks=only_blanks)
    agreeing.change(session, sign_on.id, entry)
    _change_details(session, sign_on, entry, only_blanks=only_blanks)
    printed_lines.derive_keys(session, sign_on)


def _answer(sign_on: SignOn, entry: SignOnEntry) -> None:
    is_open = sign_on.status is not SignOnStatus.CONFIRMED
    if entry.status and entry.status is not sign_on.status and is_open:
        answer(sign_on, entry.status)
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
        sign_on_details.give(session.get_one(Person, signer), details, replaces=not only_blanks)
    if body and (details := sign_on_fields.details_of(entry, Organisation)):
        sign_on_details.give(session.get_one(Organisation, body), details, replaces=not only_blanks)


def _differing(given: str, known: str) -> str:
    return "" if given == known or equal(given, known) else given
