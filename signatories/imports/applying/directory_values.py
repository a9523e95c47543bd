"""The values that imported organisations and people are stored with."""

from collections.abc import Iterator
from typing import Any

from signatories import names
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.models import NameKind
from signatories.search import keys

ORGANISATION = ("acronym", "region", "kind", "website", "email", "language", "notes")
PERSON = ("form_of_address", "email", "telephone", "language", "notes")
_KINDS = {"other_name": NameKind.OTHER, "former_name": NameKind.FORMER}


def organisation(entry: DirectoryEntry) -> dict[str, Any]:
    """A new organisation."""
    texts = entry.texts
    return {
        **{name: texts.get(name, "") for name in ("name", *ORGANISATION)},
        "country": entry.country_code,
        "extra": dict(entry.extra),
        **keys(
            texts["name"],
            texts.get("acronym", ""),
            *entry.names.values(),
            language=texts.get("language", ""),
        ),
    }


def named(text: str) -> dict[str, Any]:
    """A new organisation of which a row about a person says only the name."""
    return {"name": text, "extra": {}, **keys(text)}


def further_names(entry: DirectoryEntry, organisation_id: int) -> Iterator[dict[str, Any]]:
    """An organisation's other and former names."""
    for field, name in entry.names.items():
        yield {"organisation_id": organisation_id, "kind": _KINDS[field], "name": name}


def person(entry: DirectoryEntry) -> dict[str, Any]:
    """A new person."""
    texts = entry.texts
    sort_name = str(names.suggest(texts["name"]))
    language = texts.get("language", "")
    return {
        **{name: texts.get(name, "") for name in ("name", *PERSON)},
        "sort_name": sort_name,
        "country": entry.country_code,
        "extra": dict(entry.extra),
        **keys(sort_name, texts["name"], texts.get("email", ""), language=language),
    }
