"""The values that imported organisations and people are stored with."""

from collections.abc import Iterable, Sequence
from typing import Any

from signatories import names
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.models import NameKind
from signatories.recording import Columns
from signatories.search import keys_of

ORGANISATION = ("acronym", "region", "kind", "website", "email", "language", "notes")
PERSON = ("form_of_address", "email", "telephone", "language", "notes")
_KINDS = {"other_name": NameKind.OTHER, "former_name": NameKind.FORMER}


def organisations(entries: Sequence[DirectoryEntry]) -> Columns:
    """New organisations, column by column."""
    told = _told(entries, ("name", *ORGANISATION))
    others = [" ".join(entry.names.values()) for entry in entries]
    found_by = told["name"], told["acronym"], others
    return {**told, **keys_of(*found_by, languages=told["language"])}


def named(names: Sequence[str]) -> Columns:
    """New organisations of which rows about people say only the name."""
    return {
        "name": names,
        "extra": [{}] * len(names),
        **keys_of(names, languages=[""] * len(names)),
    }


def further_names(entry: DirectoryEntry) -> list[tuple[str, NameKind]]:
    """An organisation's other and former names."""
    return [(name, _KINDS[field]) for field, name in entry.names.items()]


def people(entries: Sequence[DirectoryEntry]) -> Columns:
    """New people, column by column."""
    told = _told(entries, ("name", *PERSON))
    sort_names = [str(names.suggest(name)) for name in told["name"]]
    found_by = sort_names, told["name"], told["email"]
    return {**told, "sort_name": sort_names, **keys_of(*found_by, languages=told["language"])}


def _told(entries: Sequence[DirectoryEntry], fields: Iterable[str]) -> dict[str, list[Any]]:
    """What rows say of records of either kind."""
    texts = [entry.texts for entry in entries]
    return {
        **{name: [each.get(name, "") for each in texts] for name in fields},
        "country": [entry.country_code for entry in entries],
        "extra": [dict(entry.extra) for entry in entries],
    }
