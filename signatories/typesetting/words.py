"""Text cut into chunks that no line end parts, each shaped once and kept, since words repeat."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, groupby

from signatories.typesetting.breaking import is_unbroken, tokens, unbroken_pieces
from signatories.typesetting.chunks import Chunk, chunk, joined
from signatories.typesetting.direction import levels, runs_left_to_right
from signatories.typesetting.findings import Findings
from signatories.typesetting.flow import Span
from signatories.typesetting.galleys import Word
from signatories.typesetting.kept import Kept, NotAloneError, Simple, make_room
from signatories.typesetting.overlong import Breaker
from signatories.typesetting.plain import LINE_END, SPACE, SPACING, is_plain, prepared
from signatories.typesetting.shaping import main_face, missing, shape, space, space_after
from signatories.typesetting.styles import TextStyle

_SPANS = 1 << 8  # with directions, as paragraphs end in alike
_DIGIT_SPACE = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


class Words:
    """Cuts and shapes; keeps what it shaped. Words that no line holds are told to `findings`."""

    def __init__(self, findings: Findings | None = None) -> None:
        self._breaker = Breaker(self.word, findings or Findings())
        self._kept: dict[TextStyle, Kept] = {}
        self._directed_span = lru_cache(maxsize=_SPANS)(self._cut_directed)
        self._last: tuple[TextStyle | None, Kept] = None, Kept(lambda _: (), lambda _: None)

    def chunks(self, spans: Sequence[Span], base: int) -> list[Chunk]:
        """The chunks of one line of text as typed, in reading order; `base`: its direction level."""
        line = [prepared(span) for span in spans]
        text = "".join([span.text for span in line])
        if base == 0 and runs_left_to_right(text):
            return self.plain_chunks(line)
        whole_numbers = _DIGIT_SPACE.sub("\u00a0", text)  # else their groups would change places
        return joined(list(self._directed_chunks(line, levels(whole_numbers, base))))

    def plain_chunks(self, spans: Sequence[Span]) -> list[Chunk]:
        """The chunks of spans that are plain, in a line that runs from left to right."""
        return joined([self._plain_chunks(span) for span in spans])

    def only_line(self, spans: Sequence[Span]) -> list[Chunk] | None:
        """The chunks of spans that are plain; None where any is not."""
        parts = [self._chunks_by_words(span) for span in spans]
        plain = [part for part in parts if part is not None]
        return joined(plain) if len(plain) == len(parts) else None

    def simple(self, style: TextStyle) -> tuple[Simple, Simple]:
        """The simple words of a style: those that another word follows, and those that end their text."""
        return self._of(style).simple

    @staticmethod
    def missing(text: str, style: TextStyle) -> tuple[str, ...]:
        """The characters that no face has; line ends and spaces need none."""
        return missing(SPACING.sub(SPACE, LINE_END.sub(SPACE, text)), style)

    def word(self, text: str, style: TextStyle, level: int = 0) -> Word:
        """The text shaped, as often as it is asked for the same object."""
        kept = self._of(style).words[level % 2]
        word = kept.get(text)
        if word is None:
            make_room(kept)
            word = kept[text] = shape(text, style, right_to_left=level % 2 == 1)
        return word

    def fitting(self, chunks: list[Chunk], width: float) -> list[Chunk]:
        """The chunks; one that no line of this width can hold is taken apart."""
        if all(chunk.width <= width for chunk in chunks):
            return chunks
        return [
            part
            for chunk in chunks
            for part in ((chunk,) if chunk.width <= width else self._breaker.parts(chunk, width))
        ]

    def _of(self, style: TextStyle) -> Kept:
        last, kept = self._last
        if style is not last:  # nearly all texts of a list have one style
            if style not in self._kept:
                cut, shaped = partial(self._plain_token, style), partial(self._simple_word, style)
                self._kept[style] = Kept(cut, shaped)
            kept = self._kept[style]
            self._last = style, kept
        return kept

    def _chunks_by_words(self, span: Span) -> list[Chunk] | None:
        """The chunks of a plain text: those of nearly all texts word by word, without looking around."""
        kept = self._of(span.style)
        *words, last = span.text.split(SPACE)
        try:
            chunks = [*chain.from_iterable(map(kept.followed.__getitem__, words))]
            return [*chunks, *kept.last[last]] if last else chunks
        except NotAloneError:
            return self._plain_chunks(span) if is_plain(span.text) else None

    def _plain_chunks(self, span: Span) -> list[Chunk]:
        parts = [self._plain_token(span.style, token) for token in tokens(span.text)]
        return [*chain.from_iterable(parts)]

    def _simple_word(self, style: TextStyle, text: str) -> Word | None:
        """A word, if the space behind it is the usual one."""
        word = self.word(text, style)
        return word if word.runs[-1].face is main_face(style) else None

    def _plain_token(self, style: TextStyle, token: str) -> tuple[Chunk, ...]:
        kept = self._of(style).plain
        made = kept.get(token)
        if made is None:
            make_room(kept)
            text = token.removesuffix(SPACE)
            if is_unbroken(text):
                made = (self._unbroken_chunk(text, style, is_followed=text != token),)
            else:
                made = tuple(self._token_chunks(token, style, (0,) * len(token)))
            kept[token] = made
        return made

    def _unbroken_chunk(self, text: str, style: TextStyle, *, is_followed: bool) -> Chunk:
        """The chunk of a word from left to right, in which no line ends, with the space behind it."""
        word = self.word(text, style)
        if not is_followed:
            return Chunk((word,), (), (), 0, word.width, word.width)
        behind = space(style, word.runs[-1].face)
        return Chunk((word,), (behind,), (), 0, word.width, word.width + behind.width)

    def _directed_chunks(
        self, line: Iterable[Span], line_levels: tuple[int, ...]
    ) -> Iterator[Sequence[Chunk]]:
        start = 0
        for span in line:
            end = start + len(span.text)
            yield self._directed_span(span.text, span.style, line_levels[start:end])
            start = end

    def _cut_directed(
        self, text: str, style: TextStyle, text_levels: tuple[int, ...]
    ) -> tuple[Chunk, ...]:
        """The chunks of a span whose characters have these levels."""
        kept, start = self._of(style).directed, 0
        chunks: list[Chunk] = []
        for token in tokens(text):
            key = (token, text_levels[start : start + len(token)])
            made = kept.get(key)
            if made is None:
                make_room(kept)
                made = kept[key] = tuple(self._token_chunks(token, style, key[1]))
            chunks += made
            start += len(token)
        return tuple(chunks)

    def _token_chunks(
        self, token: str, style: TextStyle, token_levels: Sequence[int]
    ) -> Iterator[Chunk]:
        """The chunks of a token, the last with its space."""
        text = token.removesuffix(SPACE)
        start = 0
        pieces = [text] if is_unbroken(text) else list(unbroken_pieces(text))
        for number, piece in enumerate(pieces, start=1):
            runs = list(self._level_runs(piece, style, token_levels[start : start + len(piece)]))
            words = tuple(word for word, _ in runs)
            ends = number == len(pieces) and len(text) < len(token)
            spaces = (space_after(words, style),) if ends else ()
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
            word = space_after(before, style) if is_space else self.word(text, style, level)
            before = (word,)
            yield word, level
