"""What was cut and shaped in one style, kept since words repeat."""

from collections.abc import Callable
from typing import Any

from signatories.typesetting.breaking import is_token
from signatories.typesetting.chunks import Chunk
from signatories.typesetting.galleys import Word
from signatories.typesetting.plain import SPACE, is_plain

KEPT = 1 << 15  # distinct words of one style: some sixty megabytes, however long the list

Cut = Callable[[str], tuple[Chunk, ...]]


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


class Kept:
    """What was made in one style: words by their direction, plain tokens, those with levels, and plain words.

    `cut`: how a plain token is cut in that style.
    """

    def __init__(self, cut: Cut) -> None:
        self.words: tuple[dict[str, Word], dict[str, Word]] = {}, {}
        self.plain: dict[str, tuple[Chunk, ...]] = {}
        self.directed: dict[tuple[str, tuple[int, ...]], tuple[Chunk, ...]] = {}
        self.followed = BetweenSpaces(cut, last=False)
        self.last = BetweenSpaces(cut, last=True)
