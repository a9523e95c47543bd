"""A column that describes each signatory and names the country of some: the two told apart, row by row."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from signatories import countries
from signatories.collation import fold

_MOST_WORDS = 3
_ALIKE = 0.9  # of 1: "Colomba" is meant as Colombia, "Regional" as nothing


def told_apart(fields: dict[str, str], cells: Mapping[str, str]) -> dict[str, str]:
    """The fields of a row, whose description is its country if it is nothing else and no column tells countries."""
    text = fields.get("description", "")
    if not text or "country" in cells or fields.get("country") or not _is_place(text):
        return fields
    others = {name: value for name, value in fields.items() if name != "description"}
    return {**others, "country": text}


def _is_place(text: str) -> bool:
    """Whether it is a country, or one that somebody mistyped."""
    if countries.find(text):
        return True
    is_short = len(text.split()) <= _MOST_WORDS
    return is_short and bool(get_close_matches(fold(text), _names(), n=1, cutoff=_ALIKE))


@cache
def _names() -> tuple[str, ...]:
    return tuple(fold(countries.name(state.iso, "en")) for state in countries.all_states())
