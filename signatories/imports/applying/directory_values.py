"""The values that imported organisations and people are stored with."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from signatories import names
from signatories.imports.applying.directory_rows import Rows
from signatories.models import NameKind
from signatories.recording import Columns
from signatories.search import keys_of

ORGANISATION = ("acronym", "region", "kind", "website", "email", "language", "notes")
PERSON = ("form_of_address", "email", "telephone", "language", "notes")
_KINDS = {"other_name": NameKind.OTHER, "former_name": NameKind.FORMER}


def organisations(rows: Rows) -> Columns:
    """New organisations, column by column."""
    told = _told(rows, ("name", *ORGANISATION))
    others = [" ".join(names.values()) for names in rows.names]
    found_by = told["name"], told["acronym"], others
    return {**told, **keys_of(*found_by, languages=told["language"])}


def named(names: Sequence[str]) -> Columns:
    """New organisations of which rows about people say only the name."""
    return {
        "name": names,
        "extra": [{}] * len(names),
        **keys_of(names, languages=[""] * len(names)),
    }


def further_names(names: Mapping[str, str]) -> list[tuple[str, NameKind]]:
    """An organisation's other and former names."""
    return [(name, _KINDS[field]) for field, name in names.items()]


def people(rows: Rows) -> Columns:
    """New people, column by column."""
    told = _told(rows, ("name", *PERSON))
    sort_names = [str(names.suggest(name)) for name in told["name"]]
    found_by = sort_names, told["name"], told["email"]
    return {**told, "sort_name": sort_names, **keys_of(*found_by, languages=told["language"])}


def _told(rows: Rows, fields: Iterable[str]) -> dict[str, list[Any]]:
    """What rows say of records of either kind."""
    texts = {name: rows.texts[name] for name in fields}
    return {**texts, "country": rows.country_codes, "extra": rows.extra}
