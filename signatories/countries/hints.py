"""Which countries the words of a name speak of: their names, what people of them are called, and large cities."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from signatories.collation import fold
from signatories.countries.table import by_code, rows
from signatories.countries.translations import spellings

_LANGUAGES = ("en", "fr", "es", "de", "pt", "it")  # in which bodies are named after countries
_LONGEST = 4  # words
# Given names, American states, and names that several States share.
_MEANING_MORE = (
    "chad georgia jordan dominica niger guernsey jersey man martin america virgin congo guinea korea "
    "samoa sudan china macedonia micronesia oman cuba granada"
)


def spoken_of(words: Sequence[str]) -> frozenset[str]:
    """The ISO codes of the States that folded words speak of; "papua new guinea" is one, not also Guinea."""
    found: set[str] = set()
    start = 0
    while start < len(words):
        length, code = _at(words, start)
        found |= {code} if code else set()
        start += length
    return frozenset(found)


def _at(words: Sequence[str], start: int) -> tuple[int, str]:
    known = _known()
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        if code := known.get(" ".join(words[start : start + length])):
            return length, code
    return 1, ""


@cache
def _known() -> dict[str, str]:
    """The code by phrase; "" for what several countries are called."""
    known: dict[str, str] = {}
    for phrase, code in [*_names(), *_words()]:
        known[phrase] = code if known.setdefault(phrase, code) == code else ""
    return known | dict.fromkeys(_MEANING_MORE.split(), "")


def _names() -> Iterator[tuple[str, str]]:
    for language in _LANGUAGES:
        for code, name in spellings(language):
            if code in by_code():
                yield _phrase(name), code


def _words() -> Iterator[tuple[str, str]]:
    for row in rows("words.csv"):
        for word in f"{row['adjectives']} {row['cities']}".split():
            yield word.replace("_", " "), row["iso"]


def _phrase(name: str) -> str:
    return " ".join(_only_words(fold(name)))


def _only_words(text: str) -> Iterable[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
