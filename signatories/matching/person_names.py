"""A person's name as a key: its words without titles, in no order."""

from functools import lru_cache

from signatories.matching.spelling import words_of
from signatories.names import HONORIFICS


@lru_cache(maxsize=64)  # a name is looked up and then added
def person_key(name: str) -> str:
    """The same words for "BERG Anna" and "Dr. Anna Berg"; a name of titles only keeps them."""
    words = words_of(name)
    if not HONORIFICS.isdisjoint(words):
        words = [word for word in words if word not in HONORIFICS] or words
    words.sort()
    return " ".join(words)
