"""What rows are sorted and found by, and the search in it."""

from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, true

from signatories.collation import fold, sort_key


def keys(name: str, *words: str, language: str = "") -> dict[str, Any]:
    """The derived columns of a row: `sort_key` from its name, `search_key` from the name and other words."""
    found_by = fold(" ".join(filter(None, (name, *words))))
    return {"sort_key": sort_key(name, language or "en"), "search_key": found_by}


def contains(column: SQLColumnExpression[str], text: str) -> ColumnElement[bool]:
    """A condition: the folded column holds every word of the text, in any order, also inside words."""
    words = fold(text).split()
    return and_(true(), *(column.contains(word, autoescape=True) for word in words))
