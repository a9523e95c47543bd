"""The values that an imported sign-on, its organisation and its person are stored with, column by column."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from signatories import countries, names
from signatories.imports.applying.known_lines import KnownLine
from signatories.imports.planning import sign_on_fields
from signatories.imports.planning.sign_on_entries import OF_LINE
from signatories.imports.planning.sign_on_fields import moment_of
from signatories.imports.planning.sign_ons_said import SignOnsSaid
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, SignOnStatus
from signatories.recording import Columns
from signatories.search import keys_of, search_key

_CACHED = 4096  # countries as rows have them: few of many


def organisations(said: SignOnsSaid) -> Columns:
    """New organisations. A country that we do not know is kept as its region."""
    called, acronyms, codes = said["organisation"], said["acronym"], said["country_code"]
    places = zip(said["country"], codes, strict=True)
    return {
        "name": called,
        "acronym": acronyms,
        "country": codes,
        "region": ["" if code else text for text, code in places],
        **_details(said, Organisation),
        **keys_of(called, acronyms, languages=[""] * len(called)),
    }


def people(said: SignOnsSaid) -> Columns:
    """New people. With an organisation the country given is that one's."""
    called = said["name"]
    sort_names = [str(names.suggest(name)) for name in called]
    places = zip(said["organisation"], said["country_code"], strict=True)
    return {
        "name": called,
        "sort_name": sort_names,
        **_details(said, Person),
        "country": [None if body else code for body, code in places],
        **keys_of(sort_names, called, said["email"], languages=[""] * len(called)),
    }


def _details(said: SignOnsSaid, holder: sign_on_fields.Holder) -> dict[str, Sequence[Any]]:
    """The details of new records; those without a column of ours as extra ones."""
    details = sign_on_fields.details_in(said, holder)
    columns = {name: details.pop(name) for name in sign_on_fields.COLUMNS[holder]}
    given = {name: texts for name, texts in details.items() if any(texts)}
    extra = [
        {name: text for name, text in zip(given, texts, strict=True) if text}
        for texts in zip(*given.values(), strict=True)
    ]
    return {**columns, "extra": extra or [{}] * len(said["name"])}


def sign_ons(said: SignOnsSaid, known: Sequence[KnownLine]) -> Columns:
    """New sign-ons, beside the lines as the directory gives them."""
    kept = zip(said["notes"], said["kept"], strict=True)
    alike = ("group", "condition", "capacity", "capacity_assumed", "extra")
    return {
        **{name: said[name] for name in alike},
        "notes": [sign_on_fields.notes_of(*each) for each in kept],
        **_answered(said),
        **_as_given(said, known),
        "search_key": _search_keys(said, known),
    }


def _as_given(said: SignOnsSaid, known: Sequence[KnownLine]) -> Columns:
    """For this letter only what differs from the directory: the rest follows it until confirmed."""
    lines = dict(zip(KnownLine._fields, zip(*known, strict=True), strict=True))
    codes = said["country_code"]
    return {
        **{f"printed_{name}": list(map(_differing, said[name], lines[name])) for name in OF_LINE},
        "printed_country": list(map(own_words, said["country"], codes)),
        "country": [
            code if code != there else None
            for code, there in zip(codes, lines["country_code"], strict=True)
        ],
    }


@lru_cache(_CACHED)
def own_words(text: str, code: str | None) -> str:
    """A country's name as given, unless it is the usual one or a code: then it follows the letter's language."""
    usual = code and (text == countries.name(code, "en") or (text.isupper() and len(text) <= 3))
    return "" if usual else text


def _search_keys(said: SignOnsSaid, known: Sequence[KnownLine]) -> list[str]:
    """What sign-ons are found by: what they say, and where they say nothing, what the directory does."""
    columns = (said[name] for name in (*OF_LINE, "country", "country_code"))
    return [
        search_key(
            organisation,
            name,
            role or there.role,
            acronym or there.acronym,
            _shown(text, code, there.country_code),
        )
        for there, name, role, organisation, acronym, text, code in zip(
            known, *columns, strict=True
        )
    ]


@lru_cache(_CACHED)
def _shown(text: str, code: str | None, known: str | None) -> str:
    """A country as it is searched for."""
    shown = code or known
    return own_words(text, code) or (countries.name(shown, "en") if shown else "")


def _answered(said: SignOnsSaid) -> Columns:
    """The status of new sign-ons, with when they were asked, answered or withdrawn: on the day given, else now."""
    now = dt.datetime.now(dt.UTC)
    given = said["status"]
    statuses = list(map(sign_on_fields.status_of, given, said["condition"]))
    days = zip(given, map(moment_of, said["answered_on"]), strict=True)
    moments = [moment or (now if status else None) for status, moment in days]
    each = list(zip(statuses, moments, strict=True))
    asked = (SignOnStatus.TO_INVITE, SignOnStatus.INVITED)
    return {
        "status": statuses,
        "invited_at": [then if s is SignOnStatus.INVITED else None for s, then in each],
        "answered_at": [None if s in asked else then for s, then in each],
        "withdrawn_at": [then if s is SignOnStatus.WITHDRAWN else None for s, then in each],
    }


def _differing(given: str, known: str) -> str:
    return "" if given == known or equal(given, known) else given
