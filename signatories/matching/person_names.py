"""A person's name taken apart: its words without titles, in no order."""

from functools import lru_cache
from typing import NamedTuple

from signatories.matching.spelling import words_of
from signatories.names import HONORIFICS


class PersonName(NamedTuple):
    """`key` is the same for "BERG Anna" and "Dr. Anna Berg"."""

    words: tuple[str, ...]
    key: str


@lru_cache(maxsize=4096)  # a name is looked up and then added
def take_apart(name: str) -> PersonName:
    """The words of a name, sorted; a name of titles only keeps them."""
    words = words_of(name)
    if len(words) > 1:
        words = [word for word in words if word not in HONORIFICS] or words
        words.sort()
    return PersonName(tuple(words), " ".join(words))
