"""Taking apart what no line is long enough for."""

import re
from collections.abc import Callable, Iterator, Sequence

from signatories.typesetting.chunks import Chunk, chunk
from signatories.typesetting.clusters import clusters
from signatories.typesetting.findings import Finding, Findings, Misfit
from signatories.typesetting.galleys import Word
from signatories.typesetting.shaping import space_after
from signatories.typesetting.styles import TextStyle

_MOST_TRIED = 200  # clusters that are shaped to see how many of them fit
_GLUED = re.compile("([^\u00a0]*)(\u00a0*)")


class Breaker:
    """Takes chunks apart; `word` shapes a text of one direction level. Words that are broken are told to `findings`."""

    def __init__(self, word: Callable[[str, TextStyle, int], Word], findings: Findings) -> None:
        self._word = word
        self._findings = findings

    def parts(self, whole: Chunk, width: float) -> Iterator[Chunk]:
        """A chunk ended at the spaces that hold it together, and inside words only where that is not enough."""
        for part in self._unglued(whole):
            if part.width <= width:
                yield part
            else:
                self._findings.add(Finding(part.text, Misfit.BROKEN))
                yield from self._broken(part, width)

    def _unglued(self, whole: Chunk) -> Iterator[Chunk]:
        """What stands between the no-break spaces of a chunk, each with those behind it, as chunks."""
        words: list[tuple[Word, int]] = []
        for word, level in whole.levelled_words:
            for text, glue in _GLUED.findall(word.text):
                if text:
                    words.append((self._word(text, word.style, level), level))
                if glue:
                    own = tuple(own for own, _ in words)
                    spaces = (space_after(own, word.style),) * len(glue)
                    yield _of_levelled(words, spaces, level)
                    words = []
        yield _of_levelled(words, whole.spaces, whole.space_level)

    def _broken(self, whole: Chunk, width: float) -> Iterator[Chunk]:
        """The words of a chunk, each in pieces as long as a line, as chunks."""
        parts = [
            (piece, level)
            for word, level in whole.levelled_words
            for piece in self._pieces(word, level, width)
        ]
        for number, (piece, level) in enumerate(parts, start=1):
            spaces = whole.spaces if number == len(parts) else ()
            yield chunk((piece,), (level,), spaces, whole.space_level if spaces else 0)

    def _pieces(self, word: Word, level: int, width: float) -> Iterator[Word]:
        """The word, or as few parts of it as fit, none of which ends inside a cluster."""
        rest, start = list(clusters(word.text)), 0
        while start < len(rest):
            count = min(len(rest) - start, _MOST_TRIED)
            piece = self._word("".join(rest[start : start + count]), word.style, level)
            while count > 1 and piece.width > width:
                count = max(1, min(count - 1, int(count * width / piece.width)))
                piece = self._word("".join(rest[start : start + count]), word.style, level)
            yield piece
            start += count


def _of_levelled(
    words: Sequence[tuple[Word, int]], spaces: tuple[Word, ...], space_level: int
) -> Chunk:
    """A chunk of words with their levels."""
    return chunk(
        tuple(word for word, _ in words), tuple(level for _, level in words), spaces, space_level
    )
