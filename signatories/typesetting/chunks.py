"""What no line end parts: words that stand together, with the spaces after them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from signatories.typesetting.breaking import may_part
from signatories.typesetting.galleys import Word


class Chunk(NamedTuple):
    """Words that stand together on a line, and the spaces that follow unless the line ends.

    `levels`: the direction level of each word; empty when all run from left to right.
    """

    words: tuple[Word, ...]
    spaces: tuple[Word, ...]
    levels: tuple[int, ...]
    space_level: int
    width: float
    advance: float

    @property
    def text(self) -> str:
        """The words as text, without the spaces after them."""
        return "".join(word.text for word in self.words)

    @property
    def levelled_words(self) -> Iterable[tuple[Word, int]]:
        """Each word with its level."""
        return zip(self.words, self.levels or (0,) * len(self.words), strict=True)


def chunk(
    words: tuple[Word, ...],
    word_levels: tuple[int, ...],
    spaces: tuple[Word, ...] = (),
    space_level: int = 0,
) -> Chunk:
    """A chunk with its measures; `word_levels`: a level for each word."""
    width = sum(word.width for word in words)
    advance = width + sum(space.width for space in spaces)
    if not any(word_levels) and not space_level:
        word_levels = ()
    return Chunk(words, spaces, word_levels, space_level, width, advance)


def joined(parts: Sequence[Sequence[Chunk]]) -> list[Chunk]:
    """The chunks of all spans; where two spans meet inside a word, one chunk."""
    chunks: list[Chunk] = []
    for part in parts:
        met = 0
        while chunks and met < len(part) and _stay_together(chunks[-1], part[met]):
            chunks[-1] = _together(chunks[-1], part[met])
            met += 1
        chunks += part[met:]
    return chunks


def _stay_together(before: Chunk, after: Chunk) -> bool:
    if not after.words:
        return True
    return not before.spaces and not may_part(before.text, after.text)


def _together(before: Chunk, after: Chunk) -> Chunk:
    if not after.words:
        return chunk(
            before.words, before.levels, (*before.spaces, *after.spaces), after.space_level
        )
    levels_before = before.levels or (0,) * len(before.words)
    levels_after = after.levels or (0,) * len(after.words)
    return chunk(
        before.words + after.words,
        levels_before + levels_after,
        after.spaces,
        after.space_level,
    )
