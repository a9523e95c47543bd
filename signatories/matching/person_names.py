"""A person's name as a key: its words without titles, in no order."""

from collections.abc import Sequence
from functools import lru_cache

from signatories.matching.spelling import words_of, words_of_all
from signatories.names import HONORIFICS


@lru_cache(maxsize=64)  # a name is looked up and then added
def person_key(name: str) -> str:
    """The same words for "BERG Anna" and "Dr. Anna Berg"; a name of titles only keeps them."""
    return _key(words_of(name))


def person_keys(names: Sequence[str]) -> list[str]:
    """The keys of many names, in half the time."""
    return [_key(words) for words in words_of_all(names)]


def _key(words: list[str]) -> str:
    if not HONORIFICS.isdisjoint(words):
        words = [word for word in words if word not in HONORIFICS] or words
    words.sort()
    return " ".join(words)
