"""The words of a name under which two spellings of it are one: no case, accents, points or apostrophes."""

import re
import unicodedata
from collections.abc import Iterable

from signatories.collation import fold

_WORDS = re.compile(r"[^\W_]+")
_POINTS = re.compile(r"(?:\b\w\.){2,}")
_ELIDED = re.compile(r"\b(?:d|l|qu|un|dell|all|dall|nell|sull)'(?=\w)")
_MOST_KEPT = 20_000  # words: some 3 MB; names are made of few, and what a large file has beside them comes once


class _Words(dict[str, tuple[str, ...]]):
    """The folded words of each piece between spaces: names are made of few words, and folding is dear."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        text = piece.casefold() if piece.isalpha() and piece.isascii() else fold(piece)
        text = _POINTS.sub(lambda points: points[0].replace(".", ""), text)
        text = _ELIDED.sub("", text).replace("'", "")
        found = self[piece] = tuple(_WORDS.findall(text))
        return found


_WORDS_OF = _Words()


def words_of(name: str) -> list[str]:
    """The folded words of a name, in their order."""
    known = _WORDS_OF
    return [word for piece in name.split() for word in known[piece]]


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same to search and comparison."""
    return one == other or fold(one) == fold(other)


def equal(given: str, stored: str) -> bool:
    """Whether a given cell says what is stored; a blank one says nothing and agrees."""
    return not given.strip() or _plain(given) == _plain(stored)


def initials(words: Iterable[str]) -> str:
    """The first letters of words."""
    return "".join([word[0] for word in words])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
