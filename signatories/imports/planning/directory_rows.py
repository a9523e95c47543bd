"""Rows of organisations and of people: their cells, what they mean, and how they differ from a record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from signatories import addresses, countries
from signatories.imports.lines.parts import tidy
from signatories.imports.planned_rows import Cells, ReadRow
from signatories.imports.planning import row_questions
from signatories.matching.records import Ref
from signatories.matching.spelling import equal
from signatories.texts import N_, Message, message

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
UNKNOWN_COUNTRY = "country (table)"
_TABLE_ADDRESS = "e-mail (table)"
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


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A record as it stands, or an earlier row: what rows are compared with."""

    ref: Ref
    texts: Mapping[str, str]
    country_code: str | None
    tags: frozenset[str]
    names: frozenset[str]
    extra: Mapping[str, str]


def read(cells: Cells, kind: str) -> ReadRow:
    """Read one row. A country that nobody knows is an organisation's region, and a person's own column."""
    texts: dict[str, str] = {}
    names: dict[str, str] = {}
    extra: dict[str, str] = {}
    tags: tuple[str, ...] = ()
    problems: list[Message] = []
    kept_as_text = TEXTS[kind]
    for field_name, cell in cells.items():
        if not (text := _lines(cell)):
            continue
        if field_name in kept_as_text:
            texts[field_name] = text
        elif field_name == "tag":
            tags = tuple(dict.fromkeys(filter(None, map(tidy, text.split(";")))))
        else:
            (names if field_name in FURTHER_NAMES else extra)[field_name] = text
    code = _country(texts, extra, kind, problems)
    _check_address(texts, extra, problems)
    if kind == "organisations":
        name, email, website = (texts.get(part, "") for part in ("name", "email", "website"))
        problems += row_questions.about_organisation(name, code, email, website)
    errors = () if any(map(str.isalpha, texts.get("name", ""))) else (_nameless(kind),)
    fields = {**texts, **names, **extra}
    if tags:
        fields["tag"] = "; ".join(tags)
    entry = DirectoryEntry(texts, code, tags, names, extra)
    return ReadRow(fields, entry, errors, tuple(problems))


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
    for name, text in entry.extra.items():
        if not equal(text, old := str(known.extra.get(name, ""))):
            found[name] = (old, text)
    for name, text in entry.names.items():
        if text not in known.names and not equal(text, known.texts["name"]):
            found[name] = ("", text)
    if missing := [tag for tag in entry.tags if tag not in known.tags]:
        found["tag"] = ("; ".join(sorted(known.tags)), "; ".join(missing))
    return found


Earlier = Callable[[int], DirectoryEntry]
"""What the row at an earlier line says."""


def _lines(cell: str) -> str:
    if cell.isprintable() and "  " not in cell:
        return cell.strip()  # as most are: one line, with no spaces but plain ones
    return "\n".join(filter(None, map(tidy, cell.splitlines())))


def _country(
    texts: dict[str, str], extra: dict[str, str], kind: str, problems: list[Message]
) -> str | None:
    text = texts.get("country", "")
    found = countries.find(text) if text else None
    if not text or found is not None:
        return found.iso if found else None
    del texts["country"]
    if kind == "organisations" and "region" not in texts:
        texts["region"] = text
        words = N_("“{country}” is no country that we know; it is kept as a region.")
        problems.append(message(words, country=text))
    else:
        extra[UNKNOWN_COUNTRY] = text
        words = N_("“{country}” is no country that we know; it is kept in the column “{column}”.")
        problems.append(message(words, country=text, column=UNKNOWN_COUNTRY))
    return None


def _check_address(texts: dict[str, str], extra: dict[str, str], problems: list[Message]) -> None:
    """A cell that is not one e-mail address is kept, but not as one; of two addresses the first is used."""
    cell = texts.pop("email", "")
    address, problem = addresses.read(cell)
    if address:
        texts["email"] = address
    elif cell:
        words = N_("“{address}” is no e-mail address; it is kept in the column “{column}”.")
        problem = message(words, address=cell, column=_TABLE_ADDRESS)
    if problem:
        extra[_TABLE_ADDRESS] = cell
        problems.append(problem)


def _nameless(kind: str) -> Message:
    if kind == "people":
        return message(N_("There is no name of a person in this row."))
    return message(N_("There is no name of an organisation in this row."))
