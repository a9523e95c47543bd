"""A person's name as a key: its words without titles, in no order."""

from collections.abc import Sequence

from signatories.matching.spelling import words_of, words_of_all
from signatories.names import HONORIFICS

_MOST_KEPT = 1024  # names: a lot of rows, and some more


class _Keys(dict[str, str]):
    """The keys of the latest names: a name is looked up, asked about and then added."""

    def __missing__(self, name: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[name] = _key(words_of(name))
        return found


_LATEST = _Keys()


def person_key(name: str) -> str:
    """The same words for "BERG Anna" and "Dr. Anna Berg"; a name of titles only keeps them."""
    return _LATEST[name]


def person_keys(names: Sequence[str]) -> list[str]:
    """The keys of many names, in half the time."""
    keys = [_key(words) for words in words_of_all(names)]
    if len(names) < _MOST_KEPT:
        _LATEST.clear()
        _LATEST.update(zip(names, keys, strict=True))
    return keys


def _key(words: list[str]) -> str:
    if not HONORIFICS.isdisjoint(words):
        words = [word for word in words if word not in HONORIFICS] or words
    words.sort()
    return " ".join(words)
