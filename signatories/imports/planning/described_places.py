"""A column that describes each signatory and names the country of some: the two told apart, row by row."""

from difflib import get_close_matches
from functools import cache

from signatories import countries
from signatories.collation import fold

_MOST_WORDS = 3
_ALIKE = 0.9  # of 1: "Colomba" is meant as Colombia, "Regional" as nothing


def told_apart(fields: dict[str, str]) -> dict[str, str]:
    """The fields of a row where no column tells countries: its description is its country if it is nothing else."""
    text = fields.get("description", "")
    if not text or fields.get("country") or not _is_place(text):
        return fields
    others = {name: value for name, value in fields.items() if name != "description"}
    return {**others, "country": text}


def nearly(text: str) -> str:
    """The country that somebody may have mistyped: “Colombia” for “Colomba”; empty where none is near."""
    if len(text.split()) > _MOST_WORDS:
        return ""
    found = get_close_matches(fold(text), _names(), n=1, cutoff=_ALIKE)
    return _names()[found[0]] if found else ""


def _is_place(text: str) -> bool:
    """Whether it is a country, or one that somebody mistyped."""
    return bool(countries.find(text) or nearly(text))


@cache
def _names() -> dict[str, str]:
    """The English names of the States by how they are compared."""
    names = [countries.name(state.iso, "en") for state in countries.all_states()]
    return {fold(name): name for name in names}
