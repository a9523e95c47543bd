"""The fields of a sign-on's row: who keeps each, and when what is given says what is there already."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from signatories.imports.planning.sign_on_entries import (
    OF_BODY,
    OF_PERSON,
    TEXTS,
    SignOnEntry,
)
from signatories.imports.planning.sign_ons_said import SignOnsSaid
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
        "notes": notes_of(entry.text("notes"), entry.kept),
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


def moment_of(day: dt.date | None) -> dt.datetime | None:
    """The day of an answer, as a moment."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else None


def notes_of(notes: str, kept: Sequence[str]) -> str:
    """Notes with the cells of a row that could not be read, each once."""
    if not notes and not kept:
        return ""
    return "\n".join(filter(None, dict.fromkeys((*notes.splitlines(), *kept))))


def status_of(given: SignOnStatus | None, condition: str) -> SignOnStatus:
    """The status that a row makes a new sign-on with."""
    return given or (SignOnStatus.CONDITIONAL if condition else SignOnStatus.PROMISED)


def texts_made(entry: SignOnEntry) -> dict[str, str]:
    """What a new sign-on of a row would be compared by."""
    made = {"status": status_of(entry.status, entry.text("condition")).value}
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
    alone = _alone(entry.name, entry.organisation)
    return {
        name: entry.texts[name]
        for name, usual in DETAILS.items()
        if name in entry.texts and (alone or usual) is holder
    }


def details_in(said: SignOnsSaid, holder: Holder) -> dict[str, list[str]]:
    """The same of many rows: a column for each detail."""
    keepers = list(map(_alone, said["name"], said["organisation"]))
    return {
        name: [
            text if text and (alone or usual) is holder else ""
            for text, alone in zip(said[name], keepers, strict=True)
        ]
        for name, usual in DETAILS.items()
    }


def _alone(name: str, organisation: str) -> Holder | None:
    """Who keeps all that is told, where a row names only a person, or only an organisation."""
    return None if name and organisation else Person if name else Organisation


def detail(record: Any, holder: Holder, name: str) -> str:
    """What a person or an organisation has for a detail."""
    if name in COLUMNS[holder]:
        return getattr(record, name) or ""
    return str((record.extra or {}).get(name, ""))


def beside(name: str) -> str:
    """The own column in which a table's word for a detail is kept where the directory has another."""
    return f"{name.replace('_', ' ')} (table)"
