"""Text cut into chunks that no line end parts, each shaped once and kept, since words repeat."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, groupby
from typing import Any

from signatories.typesetting.breaking import KANA, is_japanese, is_token, tokens, unbroken_pieces
from signatories.typesetting.chunks import Chunk, chunk, joined
from signatories.typesetting.clusters import clusters
from signatories.typesetting.direction import RIGHT_TO_LEFT, levels, runs_left_to_right
from signatories.typesetting.findings import Finding, Findings, Misfit
from signatories.typesetting.flow import Span
from signatories.typesetting.galleys import Word
from signatories.typesetting.shaping import main_face, missing, shape, space
from signatories.typesetting.styles import TextStyle

SPACE = " "
KEPT = 1 << 15  # distinct words of one style: some sixty megabytes, however long the list

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACING = re.compile(r"[\t\x1c-\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f]")


_DIGIT_SPACE = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_UNLIKE_PLAIN = re.compile(f"{_SPACING.pattern}|{LINE_END.pattern}|{RIGHT_TO_LEFT}|{KANA}")


def is_plain(text: str) -> bool:
    """Whether a text is one line that runs from left to right and is set as it is: nearly all are."""
    return (text.isascii() and text.isprintable()) or not _UNLIKE_PLAIN.search(text)


_Cut = Callable[[str], tuple[Chunk, ...]]


class _NotAloneError(Exception):
    """A word that may be a part of a longer token, or is not plain."""


class _BetweenSpaces(dict[str, tuple[Chunk, ...]]):
    """What stands between two spaces, or behind the last one, cut. Raises _NotAloneError."""

    def __init__(self, cut: _Cut, *, last: bool) -> None:
        super().__init__()
        self._cut = cut
        self._last = last

    def __missing__(self, word: str) -> tuple[Chunk, ...]:
        if not is_plain(word) or not is_token(word, last=self._last):
            raise _NotAloneError
        _make_room(self)
        made = self[word] = self._cut(word if self._last else word + SPACE)
        return made


class _Kept:
    """What was cut and shaped in one style. `cut`: how a plain token is, in that style."""

    def __init__(self, cut: _Cut) -> None:
        self.plain: dict[str, tuple[Chunk, ...]] = {}
        self.directed: dict[tuple[str, tuple[int, ...]], tuple[Chunk, ...]] = {}
        self.words: tuple[dict[str, Word], dict[str, Word]] = {}, {}
        self.followed = _BetweenSpaces(cut, last=False)
        self.last = _BetweenSpaces(cut, last=True)


class Words:
    """Cuts and shapes; keeps what it shaped. Words that no line holds are told to `findings`."""

    def __init__(self, findings: Findings | None = None) -> None:
        self._findings = findings or Findings()
        self._kept: dict[TextStyle, _Kept] = {}
        self._last: tuple[TextStyle | None, _Kept] = None, _Kept(lambda _: ())

    def chunks(self, spans: Sequence[Span], base: int) -> list[Chunk]:
        """The chunks of one line of text as typed, in reading order; `base`: its direction level."""
        line = [_prepared(span) for span in spans]
        text = "".join([span.text for span in line])
        if base == 0 and runs_left_to_right(text):
            return self.plain_chunks(line)
        whole_numbers = _DIGIT_SPACE.sub("\u00a0", text)  # else their groups would change places
        return joined(list(self._directed_chunks(line, levels(whole_numbers, base))))

    def plain_chunks(self, spans: Sequence[Span]) -> list[Chunk]:
        """The chunks of spans that are plain, in a line that runs from left to right."""
        if len(spans) == 1:
            return self._plain_chunks(spans[0])
        return joined([self._plain_chunks(span) for span in spans])

    def only_line(self, spans: Sequence[Span]) -> list[Chunk] | None:
        """The chunks of spans that are plain; None where any is not."""
        if len(spans) == 1:
            return self._chunks_by_words(spans[0])
        parts: list[list[Chunk]] = []
        for span in spans:
            chunks = self._chunks_by_words(span)
            if chunks is None:
                return None
            parts.append(chunks)
        return joined(parts)

    @staticmethod
    def missing(text: str, style: TextStyle) -> tuple[str, ...]:
        """The characters that no face has; line ends and spaces need none."""
        return missing(_SPACING.sub(SPACE, LINE_END.sub(SPACE, text)), style)

    def word(self, text: str, style: TextStyle, level: int = 0) -> Word:
        """The text shaped, as often as it is asked for the same object."""
        kept = self._of(style).words[level % 2]
        word = kept.get(text)
        if word is None:
            _make_room(kept)
            word = kept[text] = shape(text, style, right_to_left=level % 2 == 1)
        return word

    def fitting(self, chunks: list[Chunk], width: float) -> list[Chunk]:
        """The chunks; one that no line of this width can hold is taken apart."""
        if all(chunk.width <= width for chunk in chunks):
            return chunks
        return [
            part
            for chunk in chunks
            for part in ((chunk,) if chunk.width <= width else self._taken_apart(chunk, width))
        ]

    def _taken_apart(self, whole: Chunk, width: float) -> Iterator[Chunk]:
        """The words of a chunk, each in pieces as long as a line, as chunks."""
        self._findings.add(Finding(whole.text, Misfit.BROKEN))
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
        rest = list(clusters(word.text))
        while rest:
            count = len(rest)
            piece = self.word("".join(rest), word.style, level)
            while count > 1 and piece.width > width:
                count = max(1, min(count - 1, int(count * width / piece.width)))
                piece = self.word("".join(rest[:count]), word.style, level)
            yield piece
            rest = rest[count:]

    def _of(self, style: TextStyle) -> _Kept:
        last, kept = self._last
        if style is not last:  # nearly all texts of a list have one style
            if style not in self._kept:
                self._kept[style] = _Kept(partial(self._plain_token, style))
            kept = self._kept[style]
            self._last = style, kept
        return kept

    def _chunks_by_words(self, span: Span) -> list[Chunk] | None:
        """The chunks of a plain text: those of nearly all texts word by word, without looking around."""
        kept = self._of(span.style)
        *words, last = span.text.split(SPACE)
        try:
            return [*chain.from_iterable(map(kept.followed.__getitem__, words)), *kept.last[last]]
        except _NotAloneError:
            return self._plain_chunks(span) if is_plain(span.text) else None

    def _plain_chunks(self, span: Span) -> list[Chunk]:
        parts = [self._plain_token(span.style, token) for token in tokens(span.text)]
        return [*chain.from_iterable(parts)]

    def _plain_token(self, style: TextStyle, token: str) -> tuple[Chunk, ...]:
        kept = self._of(style).plain
        made = kept.get(token)
        if made is None:
            _make_room(kept)
            made = kept[token] = tuple(self._token_chunks(token, style, (0,) * len(token)))
        return made

    def _directed_chunks(
        self, line: Iterable[Span], line_levels: tuple[int, ...]
    ) -> Iterator[list[Chunk]]:
        start = 0
        for span in line:
            kept = self._of(span.style).directed
            chunks: list[Chunk] = []
            for token in tokens(span.text):
                end = start + len(token)
                key = (token, line_levels[start:end])
                made = kept.get(key)
                if made is None:
                    _make_room(kept)
                    made = kept[key] = tuple(self._token_chunks(token, span.style, key[1]))
                chunks += made
                start = end
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
            yield chunk(words, tuple(level for _, level in runs), spaces, token_levels[-1])
            start += len(piece)

    def _level_runs(
        self, piece: str, style: TextStyle, piece_levels: Sequence[int]
    ) -> Iterator[tuple[Word, int]]:
        """The piece in words of one level each; spaces inside, as after an initial, on their own."""
        if SPACE not in piece and len(set(piece_levels)) == 1:  # nearly all
            yield self.word(piece, style, piece_levels[0]), piece_levels[0]
            return
        parts = zip(piece, piece_levels, strict=True)
        before: tuple[Word, ...] = ()
        for (is_space, level), run in groupby(parts, lambda part: (part[0] == SPACE, part[1])):
            text = "".join(character for character, _ in run)
            word = _space_after(before, style) if is_space else self.word(text, style, level)
            before = (word,)
            yield word, level


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) > KEPT:
        kept.clear()


def _space_after(words: tuple[Word, ...], style: TextStyle) -> Word:
    """The space after these words, in the face that ends them."""
    faces = [run.face for word in words for run in word.runs]
    return space(style, faces[-1] if faces else main_face(style))


def _prepared(span: Span) -> Span:
    """The span with plain spaces. Kana beside Han shows Japanese, whatever the letter's language."""
    text, style = span.text, span.style
    if text.isascii() and text.isprintable():
        return span
    if is_japanese(text):
        style = _japanese(style)
    return Span(_SPACING.sub(SPACE, text), style)


@lru_cache
def _japanese(style: TextStyle) -> TextStyle:
    return replace(style, language="ja", country=None)
