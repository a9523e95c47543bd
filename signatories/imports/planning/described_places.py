"""Columns that describe each signatory and name the country of some: the two are told apart."""

from difflib import get_close_matches
from functools import cache

from signatories import countries
from signatories.collation import fold

_MOST_WORDS = 3
_ALIKE = 0.9  # of 1: "Colomba" is meant as Colombia, "Regional" as nothing


def is_place(text: str) -> bool:
    """Whether it is a country, or one that somebody mistyped."""
    return bool(countries.find(text) or nearly(text))


def nearly(text: str) -> str:
    """The country that somebody may have mistyped: “Colombia” for “Colomba”; empty where none is near."""
    if len(text.split()) > _MOST_WORDS:
        return ""
    found = get_close_matches(fold(text), _names(), n=1, cutoff=_ALIKE)
    return _names()[found[0]] if found else ""


@cache
def _names() -> dict[str, str]:
    """The English names of the States by how they are compared."""
    names = [countries.name(state.iso, "en") for state in countries.all_states()]
    return {fold(name): name for name in names}
