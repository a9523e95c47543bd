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
    end = 0
    longest = _longest()
    for start, word in enumerate(words):
        if start >= end and word in longest:
            length, code = _at(words[start : start + longest[word]])
            found |= {code} if code else set()
            end = start + length
    return frozenset(found)


def _at(words: Sequence[str]) -> tuple[int, str]:
    """The code of the longest phrase that these words begin with, and how many it is of."""
    known = _known()
    for length in range(len(words), 0, -1):
        if code := known.get(" ".join(words[:length])):
            return length, code
    return 1, ""


@cache
def _longest() -> dict[str, int]:
    """How many words the longest phrase has that begins with a word: with most words none does."""
    longest: dict[str, int] = {}
    for phrase in _known():
        words = phrase.split()
        longest[words[0]] = min(max(len(words), longest.get(words[0], 0)), _LONGEST)
    return longest


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
