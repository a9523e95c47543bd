"""Hashtag rows of the Humanitarian Exchange Language: a row under the header that says what each column means."""

import re
from collections.abc import Iterator, Mapping

from signatories.sources.documents import Row

_TAG = re.compile(r"#\s*(?P<tag>[A-Za-z]\w*)(?P<attributes>(?:\s*\+\s*[A-Za-z]\w*)*)\s*")
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "contact": {"email": "email", "phone": "telephone", "name": "name", "": "name"},
    "country": {"code": "country", "name": "country", "": "country"},
    "date": {"": "date"},
    "geo": {},
    "meta": {"email": "email", "id": "response", "url": "website"},
    "org": {"acronym": "acronym", "name": "organisation", "": "organisation"},
}
"""Fields by hashtag and attribute, the first that is there; under "" when none is."""


def is_hashtag_row(row: Row) -> bool:
    """Whether all its cells are hashtags or empty."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return bool(filled) and all(_TAG.fullmatch(cell) for cell in filled)


def meanings(row: Row) -> dict[int, str]:
    """Fields by column number, for the hashtags that name one of ours."""
    return {
        number: field
        for number, cell in enumerate(row.cells)
        if (field := next(_fields(cell.strip()), None))
    }


def _fields(cell: str) -> Iterator[str]:
    match = _TAG.fullmatch(cell)
    if not match:
        return
    attributes = re.findall(r"\w+", match["attributes"])
    known = _FIELDS.get(match["tag"].lower(), {})
    for attribute in (*attributes, ""):
        if attribute.lower() in known:
            yield known[attribute.lower()]
