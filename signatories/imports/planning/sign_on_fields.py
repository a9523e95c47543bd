"""The fields of a sign-on's row: who keeps each, and when what is given says what is there already."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from signatories.imports.planning.sign_on_entries import (
    OF_BODY,
    OF_PERSON,
    TEXTS,
    SignOnEntry,
)
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, SignOnStatus, Use

Holder = type[Person] | type[Organisation]

NAMING = (Use.LETTER, Use.PUBLIC_LIST)
"""What somebody is asked who is asked whether their name may be published."""

DETAILS: Mapping[str, Holder] = {
    **dict.fromkeys(OF_PERSON, Person),
    **dict.fromkeys(OF_BODY, Organisation),
}
"""What the directory keeps of a row, and of whom where the row names both a person and an organisation."""

COLUMNS: Mapping[Holder, tuple[str, ...]] = {
    Person: OF_PERSON,
    Organisation: ("email", "language", "website"),
}
"""The details that have a column; the others are kept in `extra`."""

_COMPARED = (*TEXTS, "status", "capacity", "date", "tag", "consent")
_NOT_PRINTED = {*DETAILS, "tag", "notes", "consent"}


def texts_of(entry: SignOnEntry) -> dict[str, str]:
    """What a row gives, as text and without what is blank: a country by its code, where it has one."""
    told = {
        "notes": notes_of(entry, entry.text("notes")),
        "country": entry.country_code,
        "status": entry.status.value if entry.status else "",
        "capacity": "" if entry.capacity_assumed or not entry.capacity else entry.capacity.value,
        "date": entry.answered_on.isoformat() if entry.answered_on else "",
        "tag": "; ".join(entry.tags),
        "consent": "" if entry.consent is None else _answer(entry.consent),
    }
    return {name: text for name in _COMPARED if (text := told.get(name) or entry.text(name))}


def consent_of(uses: Mapping[Use, bool]) -> str:
    """Whether somebody agreed to be named, as a cell says it; blank where nobody asked."""
    said = [uses[use] for use in NAMING if use in uses]
    return _answer(all(said)) if said else ""


def _answer(agrees: bool) -> str:
    return "yes" if agrees else "no"


def answered_at(entry: SignOnEntry) -> dt.datetime | None:
    """The day of the answer, as a moment."""
    day = entry.answered_on
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else None


def notes_of(entry: SignOnEntry, notes: str) -> str:
    """Notes with the cells of a row that could not be read, each once."""
    if not notes and not entry.kept:
        return ""
    return "\n".join(filter(None, dict.fromkeys((*notes.splitlines(), *entry.kept))))


def status_of(entry: SignOnEntry) -> SignOnStatus:
    """The status that a row makes a new sign-on with."""
    usual = SignOnStatus.CONDITIONAL if entry.text("condition") else SignOnStatus.PROMISED
    return entry.status or usual


def texts_made(entry: SignOnEntry) -> dict[str, str]:
    """What a new sign-on of a row would be compared by."""
    made = {"status": status_of(entry).value}
    return {**texts_of(entry), **made, "capacity": entry.capacity.value if entry.capacity else ""}


def says(name: str, given: str, stored: str) -> bool:
    """Whether a cell of a field says no more than what is stored; a blank one never does.

    Tags and the lines of notes are there or not, one by one. Of a moment that the program noted, only a later day
    is another. No file takes back a refusal to be named: a person does.
    """
    if name == "consent" and stored == _answer(False):
        return True
    if name == "tag":
        return set(given.split("; ")) <= {"", *stored.split("; ")}
    if name == "notes":
        return set(given.splitlines()) <= {*stored.splitlines()}
    if name == "date" and "T" in stored:
        return given <= stored
    return equal(given, stored)


def is_settled(changed: Mapping[str, Any]) -> bool:
    """Whether changes touch what a confirmation was given for, so that it has to be asked about."""
    return not changed.keys() <= _NOT_PRINTED


def details_of(entry: SignOnEntry, holder: Holder) -> dict[str, str]:
    """What a row tells of its person, or of its organisation: without the one, the other keeps it."""
    alone = None if entry.name and entry.organisation else Person if entry.name else Organisation
    return {
        name: entry.texts[name]
        for name, usual in DETAILS.items()
        if name in entry.texts and (alone or usual) is holder
    }


def detail(record: Any, holder: Holder, name: str) -> str:
    """What a person or an organisation has for a detail."""
    if name in COLUMNS[holder]:
        return getattr(record, name) or ""
    return str((record.extra or {}).get(name, ""))


def beside(name: str) -> str:
    """The own column in which a table's word for a detail is kept where the directory has another."""
    return f"{name.replace('_', ' ')} (table)"
