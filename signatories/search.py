"""What rows are sorted and found by, and the search in it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, true

from signatories.collation import fold, sort_key


def keys(name: str, *words: str, language: str = "") -> dict[str, Any]:
    """The derived columns of a row: `sort_key` from its name, `search_key` from the name and other words."""
    return {"sort_key": sort_key(name, language or "en"), "search_key": search_key(name, *words)}


def keys_of(
    names: Sequence[str], *words: Sequence[str], languages: Sequence[str]
) -> dict[str, list[Any]]:
    """The same for many rows: the columns from their columns."""
    by_name = zip(names, languages, strict=True)
    return {
        "sort_key": [sort_key(name, language or "en") for name, language in by_name],
        "search_key": list(map(search_key, names, *words)),
    }


def search_key(*words: str) -> str:
    """What a row is found by."""
    return fold(" ".join(filter(None, words)))


def contains(column: SQLColumnExpression[str], text: str) -> ColumnElement[bool]:
    """A condition: the folded column holds every word of the text, in any order, also inside words."""
    words = fold(text).split()
    return and_(true(), *(column.contains(word, autoescape=True) for word in words))
