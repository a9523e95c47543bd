"""Text cut into chunks that no line end parts, each shaped once and kept, since words repeat."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from signatories.typesetting.breaking import is_japanese, may_part, unbroken_pieces
from signatories.typesetting.clusters import clusters
from signatories.typesetting.direction import levels, runs_left_to_right
from signatories.typesetting.flow import Span
from signatories.typesetting.galleys import Word
from signatories.typesetting.shaping import main_face, missing, shape, space
from signatories.typesetting.styles import TextStyle

SPACE = " "
KEPT = 1 << 15  # distinct words of one style: some sixty megabytes, however long the list

# A token is a word with the space after it. An initial stays with its name, groups of digits together.
_TOKEN = re.compile(r"(?:(?<![^ ])(?:[^\W\d_]\.|\d{1,3}(?= \d{3}(?!\d))) )*[^ ]+ ?| ")
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACING = re.compile(r"[\t\x1c-\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f]")


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


class Words:
    """Cuts and shapes; keeps what it shaped."""

    def __init__(self) -> None:
        self._chunks: dict[TextStyle, dict[str, tuple[Chunk, ...]]] = {}
        self._words: dict[tuple[TextStyle, bool], dict[str, Word]] = {}

    def chunks(self, spans: Iterable[Span], base: int) -> list[Chunk]:
        """The chunks of one line of text as typed, in reading order; `base`: its direction level."""
        line = [_prepared(span) for span in spans]
        text = "".join(span.text for span in line)
        if base == 0 and runs_left_to_right(text):
            parts = [self._plain_chunks(span) for span in line]
        else:
            parts = list(self._directed_chunks(line, levels(text, base)))
        return parts[0] if len(parts) == 1 else _joined(parts)

    @staticmethod
    def missing(text: str, style: TextStyle) -> tuple[str, ...]:
        """The characters that no face has; line ends and spaces need none."""
        return missing(_SPACING.sub(SPACE, LINE_END.sub(SPACE, text)), style)

    def word(self, text: str, style: TextStyle, level: int = 0) -> Word:
        """The text shaped, as often as it is asked for the same object."""
        right_to_left = level % 2 == 1
        kept = self._words.setdefault((style, right_to_left), {})
        word = kept.get(text)
        if word is None:
            if len(kept) > KEPT:
                kept.clear()
            word = kept[text] = shape(text, style, right_to_left=right_to_left)
        return word

    def fitting(self, chunks: list[Chunk], width: float) -> list[Chunk]:
        """The chunks; one that no line of this width can hold is taken apart."""
        if all(chunk.width <= width for chunk in chunks):
            return chunks
        return [
            part
            for chunk in chunks
            for part in ((chunk,) if chunk.width <= width else self._taken_apart(chunk))
        ]

    def _taken_apart(self, chunk: Chunk) -> Iterator[Chunk]:
        """The clusters of a chunk, as chunks."""
        word_levels = chunk.levels or (0,) * len(chunk.words)
        for word, level in zip(chunk.words, word_levels, strict=True):
            for cluster in clusters(word.text):
                yield _chunk((self.word(cluster, word.style, level),), (level,))
        yield _chunk((), (), chunk.spaces, chunk.space_level)

    def _plain_chunks(self, span: Span) -> list[Chunk]:
        kept = self._chunks.setdefault(span.style, {})
        chunks: list[Chunk] = []
        for token in _TOKEN.findall(span.text):
            made = kept.get(token)
            if made is None:
                if len(kept) > KEPT:
                    kept.clear()
                made = kept[token] = tuple(self._token_chunks(token, span.style, (0,) * len(token)))
            chunks += made
        return chunks

    def _directed_chunks(
        self, line: Iterable[Span], line_levels: Sequence[int]
    ) -> Iterator[list[Chunk]]:
        start = 0
        for span in line:
            chunks: list[Chunk] = []
            for token in _TOKEN.findall(span.text):
                token_levels = line_levels[start : start + len(token)]
                chunks += self._token_chunks(token, span.style, token_levels)
                start += len(token)
            yield chunks

    def _token_chunks(
        self, token: str, style: TextStyle, token_levels: Sequence[int]
    ) -> Iterator[Chunk]:
        """The chunks of a token, the last with its space."""
        text = token.removesuffix(SPACE)
        start = 0
        pieces = list(unbroken_pieces(text))
        for number, piece in enumerate(pieces, start=1):
            runs = list(self._level_runs(piece, style, token_levels[start : start + len(piece)]))
            words = tuple(word for word, _ in runs)
            ends = number == len(pieces) and len(text) < len(token)
            spaces = (_space_after(words, style),) if ends else ()
            yield _chunk(words, tuple(level for _, level in runs), spaces, token_levels[-1])
            start += len(piece)

    def _level_runs(
        self, piece: str, style: TextStyle, piece_levels: Sequence[int]
    ) -> Iterator[tuple[Word, int]]:
        """The piece in words of one level each; spaces inside, as after an initial, on their own."""
        parts = zip(piece, piece_levels, strict=True)
        for key, run in groupby(parts, lambda part: (part[0] == SPACE, part[1])):
            text = "".join(character for character, _ in run)
            yield self.word(text, style, key[1]), key[1]


def _space_after(words: tuple[Word, ...], style: TextStyle) -> Word:
    """The space after these words, in the face that ends them."""
    faces = [run.face for word in words for run in word.runs]
    return space(style, faces[-1] if faces else main_face(style))


def _chunk(
    words: tuple[Word, ...],
    word_levels: tuple[int, ...],
    spaces: tuple[Word, ...] = (),
    space_level: int = 0,
) -> Chunk:
    width = sum(word.width for word in words)
    advance = width + sum(space.width for space in spaces)
    if not any(word_levels) and not space_level:
        word_levels = ()
    return Chunk(words, spaces, word_levels, space_level, width, advance)


def _joined(parts: Iterable[list[Chunk]]) -> list[Chunk]:
    """The chunks of all spans; where two spans meet inside a word, one chunk."""
    chunks: list[Chunk] = []
    for part in parts:
        rest = iter(part)
        for chunk in rest:
            if not chunks or not _stay_together(chunks[-1], chunk):
                chunks.append(chunk)
                break
            chunks[-1] = _together(chunks[-1], chunk)
        chunks += rest
    return chunks


def _stay_together(before: Chunk, after: Chunk) -> bool:
    if not after.words:
        return True
    return not before.spaces and not may_part(before.text, after.text)


def _together(before: Chunk, after: Chunk) -> Chunk:
    if not after.words:
        return _chunk(
            before.words, before.levels, (*before.spaces, *after.spaces), after.space_level
        )
    levels_before = before.levels or (0,) * len(before.words)
    levels_after = after.levels or (0,) * len(after.words)
    return _chunk(
        before.words + after.words,
        levels_before + levels_after,
        after.spaces,
        after.space_level,
    )


def _prepared(span: Span) -> Span:
    """The span with plain spaces. Kana beside Han shows Japanese, whatever the letter's language."""
    text, style = span.text, span.style
    if text.isascii() and text.isprintable():
        return span
    if is_japanese(text):
        style = replace(style, language="ja", country=None)
    return Span(_SPACING.sub(SPACE, text), style)
