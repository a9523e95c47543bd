"""The words of a name under which two spellings of it are one: no case, accents, points or apostrophes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from signatories.collation import fold

_WORDS = re.compile(r"[^\W_]+")
_POINTS = re.compile(r"(?:\b\w\.){2,}")
_ELIDED = re.compile(r"\b(?:d|l|qu|un|dell|all|dall|nell|sull)'(?=\w)")
_AT_ONCE = 1000  # names
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


class _Signs(dict[int, str]):
    """What each character becomes where only spaces stand between words: folded, or a space."""

    def __missing__(self, code: int) -> str:
        folded = fold(f"x{chr(code)}x")[1:-1]
        found = self[code] = "".join(c if c.isalnum() or c in ".'" else " " for c in folded)
        return found


_SIGNS = _Signs(
    {ord("\n"): "\n", ord("`"): "'"}
)  # a grave is an apostrophe beside other letters only


def words_of_all(names: Sequence[str]) -> Iterator[list[str]]:
    """The words of each of many names, in half the time: all are folded as one text.

    Points and apostrophes join what they stand between, or not: names with any are looked at one by one.
    """
    for begin in range(0, len(names), _AT_ONCE):
        some = names[begin : begin + _AT_ONCE]
        lines = "\n".join(some).translate(_SIGNS).split("\n")
        if len(lines) != len(some):  # a name has lines of its own
            yield from map(words_of, some)
            continue
        for name, line in zip(some, lines, strict=True):
            yield words_of(name) if "." in line or "'" in line else line.split()


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
