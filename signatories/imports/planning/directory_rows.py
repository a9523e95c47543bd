"""What a row of organisations or of people says, and how it differs from a record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from signatories.imports.planning import own_columns
from signatories.matching.records import Ref
from signatories.matching.spelling import equal

TEXTS: Mapping[str, tuple[str, ...]] = {
    "organisations": (
        *("name", "acronym", "country", "region", "kind", "website", "email", "language", "notes"),
    ),
    "people": (
        *("name", "form_of_address", "role", "organisation", "country", "email", "telephone"),
        *("language", "notes"),
    ),
}
"""The fields of a row that a record keeps as one text each."""

FURTHER_NAMES = ("other_name", "former_name")
_NOTHING: Mapping[str, str] = MappingProxyType({})


class DirectoryEntry(NamedTuple):
    """An organisation or a person as given: blank cells are left out. `names` are an organisation's further ones."""

    texts: Mapping[str, str]
    country_code: str | None = None
    tags: tuple[str, ...] = ()
    names: Mapping[str, str] = _NOTHING
    extra: Mapping[str, str] = _NOTHING
    organisation_ref: Ref | None = None
    person_ref: Ref | None = None


class Said(NamedTuple):
    """What rows say, each part of their entries by column: the texts by field, "" where a row has none."""

    texts: Mapping[str, Sequence[str]]
    country_codes: Sequence[str | None]
    tags: Sequence[tuple[str, ...]]
    names: Sequence[Mapping[str, str]]
    extra: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A record as it stands, or an earlier row: what rows are compared with."""

    ref: Ref
    texts: Mapping[str, str]
    country_code: str | None
    tags: frozenset[str]
    names: frozenset[str]
    extra: Mapping[str, str]


def known_row(ref: Ref, entry: DirectoryEntry) -> KnownEntry:
    """An earlier row as one that is known."""
    names, tags = frozenset(entry.names.values()), frozenset(entry.tags)
    return KnownEntry(ref, entry.texts, entry.country_code, tags, names, entry.extra)


def changes(entry: DirectoryEntry, known: KnownEntry) -> dict[str, tuple[str, str]]:
    """What is given and stands otherwise in the record, old and new; a blank cell says nothing.

    A name may be one of the further names; of tags and names only those are compared that are given.
    """
    found = {
        name: (known.texts.get(name, ""), text)
        for name, text in entry.texts.items()
        if name != "country" and not equal(text, known.texts.get(name, ""))
    }
    if any(equal(entry.texts["name"], name) for name in known.names):
        found.pop("name", None)
    if entry.country_code not in (None, known.country_code):
        found["country"] = (known.country_code or "", entry.country_code or "")
    found |= own_columns.changes(entry.extra, known.extra)
    for name, text in entry.names.items():
        if text not in known.names and not equal(text, known.texts["name"]):
            found[name] = ("", text)
    if missing := [tag for tag in entry.tags if tag not in known.tags]:
        found["tag"] = ("; ".join(sorted(known.tags)), "; ".join(missing))
    return found


Earlier = Callable[[int], DirectoryEntry]
"""What the row at an earlier line says."""
