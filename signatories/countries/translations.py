"""Short names in any language: Babel's, with ours where Babel's will not do in a letter."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from signatories.countries.table import rows
from signatories.language_tags import locale


def translated(iso: str, language: str) -> str | None:
    """Return the short name in this language, or None where it is not known."""
    return _own_names(language).get(iso) or _babel_names(language).get(iso)


def spellings(language: str) -> set[tuple[str, str]]:
    """Return the (ISO code, name) pairs of this language: Babel's and ours, side by side."""
    babel = _listed_names().get(language) or _babel_names(language).items()
    return {*babel, *_own_names(language).items()}


@cache
def _listed_names() -> Mapping[str, list[tuple[str, str]]]:
    """Return Babel's names by language as we list them, for the languages that texts are looked up in.

    From Babel itself they take 0.15 s and 30 MB: it reads all that it knows of each language, and keeps it.
    """
    listed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("spellings.csv"):
        listed[row["language"]].append((row["iso"], row["name"]))
    return listed


@cache
def _own_names(language: str) -> Mapping[str, str]:
    """Return our names, by ISO code, where Babel's offend a mission or read oddly.

    They are kept per plain language; `pt-BR` shares those of `pt`.
    """
    plain = language.replace("_", "-").partition("-")[0]
    if language != plain and plain == "zh":  # perhaps traditional characters: those are Babel's
        return {}
    return {row["iso"]: row["name"] for row in rows("translated.csv") if row["language"] == plain}


@cache
def _babel_names(language: str) -> Mapping[str, str]:
    """Return Babel's names by code, or none for a language that it does not know."""
    known = locale(language)
    return known.territories if known else {}
