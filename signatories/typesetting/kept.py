"""What was cut and shaped in one style, kept since words repeat."""

from collections.abc import Callable
from typing import Any

from signatories.typesetting.breaking import is_token, is_unbroken, unbroken_pieces
from signatories.typesetting.chunks import Chunk
from signatories.typesetting.galleys import Word
from signatories.typesetting.plain import SPACE, is_plain

KEPT = 1 << 15  # distinct words of one style: some sixty megabytes, however long the list

Cut = Callable[[str], tuple[Chunk, ...]]
Shaped = Callable[[str], Word | None]


def make_room(kept: dict[Any, Any]) -> None:
    """Begin anew where there are too many words to keep."""
    if len(kept) > KEPT:
        kept.clear()


class NotAloneError(Exception):
    """A word that may be a part of a longer token, or is not plain."""


class BetweenSpaces(dict[str, tuple[Chunk, ...]]):
    """What stands between two spaces, or behind the last one, cut. Raises NotAloneError."""

    def __init__(self, cut: Cut, *, last: bool) -> None:
        super().__init__()
        self._cut = cut
        self._last = last

    def __missing__(self, word: str) -> tuple[Chunk, ...]:
        if not is_plain(word) or not is_token(word, last=self._last):
            raise NotAloneError
        make_room(self)
        made = self[word] = self._cut(word if self._last else word + SPACE)
        return made


class Simple(dict[str, Word]):
    """The words that stand between two spaces, or behind the `last` one, where no line can end in them.

    `shaped`: what makes such a word, if it can. Raises NotAloneError for any other.
    """

    def __init__(self, shaped: Shaped, *, last: bool) -> None:
        super().__init__()
        self._shaped = shaped
        self._last = last
        self._others: set[str] = set()

    def __missing__(self, word: str) -> Word:
        if word not in self._others and _is_simple(word, last=self._last):
            shown = self._shaped(word)
            if shown:
                make_room(self)
                self[word] = shown
                return shown
        if len(self._others) > KEPT:
            self._others.clear()
        self._others.add(word)
        raise NotAloneError


def _is_simple(word: str, *, last: bool) -> bool:
    """Whether a word between two spaces is one in which no line can end, and is not kept with another."""
    if not is_token(word, last=last):
        return False
    return is_unbroken(word) or (is_plain(word) and len(list(unbroken_pieces(word))) == 1)


class Kept:
    """What was made in one style: words by their direction, plain tokens, those with levels, plain and simple words.

    `cut`: how a plain token is cut in that style; `shaped`: how a simple word is made.
    """

    def __init__(self, cut: Cut, shaped: Shaped) -> None:
        self.words: tuple[dict[str, Word], dict[str, Word]] = {}, {}
        self.plain: dict[str, tuple[Chunk, ...]] = {}
        self.directed: dict[tuple[str, tuple[int, ...]], tuple[Chunk, ...]] = {}
        self.followed = BetweenSpaces(cut, last=False)
        self.last = BetweenSpaces(cut, last=True)
        self.simple = Simple(shaped, last=False), Simple(shaped, last=True)
