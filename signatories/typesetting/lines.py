"""Chunks become lines: broken to the measure, put in printing order, aligned."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from signatories.typesetting.chunks import Chunk
from signatories.typesetting.direction import (
    base_level,
    runs_left,
    runs_left_to_right,
    visual_order,
)
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Line, Word
from signatories.typesetting.plain import LINE_END, SPACE
from signatories.typesetting.shaping import main_face
from signatories.typesetting.styles import Align, Direction, ParagraphStyle, TextStyle
from signatories.typesetting.words import Words

_LOOSEST = 1.0  # of the type size: what a space may get in addition; else the line stays ragged
_TOLERANCE = 0.001
_EMPTY = Span("", TextStyle())


class Broken(NamedTuple):
    """The chunks of a line, and whether the text goes on after it without a line end of its own."""

    chunks: Sequence[Chunk]
    goes_on: bool


class Measure(NamedTuple):
    """How a paragraph's lines stand: the room, the direction and the baseline."""

    width: float
    style: ParagraphStyle
    base: int
    baseline: float


def plain_lines(paragraph: Paragraph, width: float, words: Words) -> list[Line] | None:
    """The lines of a text that runs from left to right, of words that all fit: of nearly all, and quickly.

    None for any other; `set_lines` makes the same.
    """
    style = paragraph.style
    if may_run_left(style, paragraph.spans) or style.first_indent:
        return None
    chunks = words.only_line(paragraph.spans)
    if chunks is None:
        return None
    measure = measure_of(paragraph, width, base=0)
    broken = plainly_filled(chunks, room_of(measure, first=True))
    if broken is None:
        return None
    if style.align is Align.START:
        return [Line(style.indent, measure.baseline, tuple(printed)) for printed in broken]
    last = len(broken) - 1
    return [
        aligned(printed, measure, first=True, goes_on=number < last)
        for number, printed in enumerate(broken)
    ]


def may_run_left(style: ParagraphStyle, spans: Sequence[Span]) -> bool:
    """Whether plain text in these spans may stand in lines that run from right to left."""
    if style.direction is Direction.AUTO:
        return bool(spans) and runs_left(spans[0].style.language)
    return style.direction is Direction.RIGHT_TO_LEFT


def plainly_filled(chunks: Iterable[Chunk], room: float) -> list[list[Word]] | None:
    """The words of chunks in lines; None where one is wider than the room."""
    printed: list[Word] = []
    lines = [printed]
    x = 0.0
    for own, spaces, _, _, width, advance in chunks:
        if x + width > room:
            if width > room:
                return None
            drop_last_spaces(printed)
            printed, x = [], 0.0
            lines.append(printed)
        printed += own
        printed += spaces
        x += advance
    drop_last_spaces(printed)
    return lines


def set_lines(paragraph: Paragraph, width: float, words: Words) -> list[Line]:
    """The lines of a paragraph from top to bottom, at least one."""
    measure = measure_of(paragraph, width, _base(paragraph))
    lines: list[Line] = []
    for chunks in _typed_lines(paragraph.spans, measure.base, words):
        for broken in fill(chunks, measure, words, first=not lines):
            lines.append(set_broken(broken, measure, first=not lines))
    return lines


def set_marker(marker: Span, paragraph: Paragraph, width: float, words: Words) -> Line:
    """The marker, ending half an em before the indent of the first line."""
    return placed_marker(marker, measure_of(paragraph, width, _base(paragraph)), words)


def placed_marker(marker: Span, measure: Measure, words: Words) -> Line:
    """The same before lines of this measure."""
    if measure.base == 0 and marker.text.isascii() and SPACE not in marker.text:
        # Digit by digit: shaped as words, the numbers of a long list took longer than all its names.
        printed = [words.word(character, marker.style) for character in marker.text]
    else:
        printed = _printed(words.chunks([marker], measure.base), measure.base)
    gap = marker.style.size / 2
    if measure.base:
        x = measure.width - measure.style.indent + gap
    else:
        x = measure.style.indent - gap - sum([word.width for word in printed])
    return Line(x, measure.baseline, tuple(printed))


def measure_of(paragraph: Paragraph, width: float, base: int) -> Measure:
    """How the lines of a paragraph stand whose direction level is `base`."""
    style, spans = paragraph.style, paragraph.spans
    tallest = spans[0] if len(spans) == 1 else max(spans, key=_size, default=_EMPTY)
    return Measure(width, style, base, _baseline(tallest.style, style.leading))


def _size(span: Span) -> float:
    return span.style.size


def _base(paragraph: Paragraph) -> int:
    """The direction level of a paragraph. Digits and signs alone run as the language does."""
    style, spans = paragraph.style, paragraph.spans
    if style.direction is not Direction.AUTO:
        return int(style.direction is Direction.RIGHT_TO_LEFT)
    text = "".join([span.text for span in spans])
    without = int(may_run_left(style, spans))
    if not without and runs_left_to_right(text):
        return 0
    return base_level(LINE_END.sub(SPACE, text), without)


@lru_cache
def _baseline(style: TextStyle, leading: float) -> float:
    """Below the top of a line, so that the letters stand in the middle of the leading."""
    face = main_face(style)
    spare = leading - (face.ascent + face.descent) * style.size
    return spare / 2 + face.ascent * style.size


def _typed_lines(spans: Sequence[Span], base: int, words: Words) -> Iterator[list[Chunk]]:
    """The chunks of each line as typed."""
    line: list[Span] = []
    for span in spans:
        head, *rest = (Span(text, span.style) for text in LINE_END.split(span.text))
        line.append(head)
        for part in rest:
            yield words.chunks(line, base)
            line = [part]
    yield words.chunks(line, base)


def fill(chunks: list[Chunk], measure: Measure, words: Words, *, first: bool) -> Iterator[Broken]:
    """The lines of chunks to set one after the other, which begin a paragraph or go on with it."""
    room = room_of(measure, first=first)
    if sum([chunk.advance for chunk in chunks]) <= room:
        yield Broken(chunks, goes_on=False)
        return
    following = room_of(measure, first=False)
    line: list[Chunk] = []
    x = 0.0
    for chunk in (*words.fitting(chunks[:1], room), *words.fitting(chunks[1:], following)):
        if x + chunk.width > room and line:
            yield Broken(line, goes_on=True)
            line, x, room = [], 0.0, following
        line.append(chunk)
        x += chunk.advance
    yield Broken(line, goes_on=False)


def room_of(measure: Measure, *, first: bool) -> float:
    """The room of a paragraph's first line, or of the others."""
    return measure.width - _indent(measure, first=first) + _TOLERANCE


def _indent(measure: Measure, *, first: bool) -> float:
    return measure.style.indent + (measure.style.first_indent if first else 0)


def set_broken(line: Broken, measure: Measure, *, first: bool) -> Line:
    """The words of a line in their places."""
    printed = _printed(line.chunks, measure.base)
    return aligned(printed, measure, first=first, goes_on=line.goes_on)


def _printed(chunks: Sequence[Chunk], base: int) -> list[Word]:
    """The words of a line from left to right, without the spaces at its end."""
    words: list[Word] = []
    for chunk in chunks:
        words += chunk.words
        words += chunk.spaces
    drop_last_spaces(words)
    if base == 0 and not any(chunk.levels for chunk in chunks):
        return words
    return visual_order(words, _levels(chunks)[: len(words)])


def drop_last_spaces(words: list[Word]) -> None:
    """Take away the spaces that end a line."""
    while words and words[-1].text == SPACE:
        words.pop()


def aligned(printed: Sequence[Word], measure: Measure, *, first: bool, goes_on: bool) -> Line:
    """A line of words from left to right."""
    indent = _indent(measure, first=first)
    align = measure.style.align
    if align is Align.START and measure.base == 0:
        return Line(indent, measure.baseline, tuple(printed))
    spare = measure.width - indent - sum([word.width for word in printed])
    stretch = _stretch(printed, spare) if goes_on and align is Align.JUSTIFY else 0.0
    left = 0.0 if stretch else _shift(spare, measure)
    return Line(left if measure.base else indent + left, measure.baseline, tuple(printed), stretch)


def _levels(chunks: Sequence[Chunk]) -> list[int]:
    levels: list[int] = []
    for chunk in chunks:
        levels += chunk.levels or (0,) * len(chunk.words)
        levels += (chunk.space_level,) * len(chunk.spaces)
    return levels


def _stretch(words: Sequence[Word], spare: float) -> float:
    """What each space gets of the room to spare; none when that would tear the line apart."""
    spaces = sum(word.text == SPACE for word in words)
    if not spaces or spare <= 0:
        return 0.0
    share = spare / spaces
    return share if share <= _LOOSEST * words[0].style.size else 0.0


def _shift(spare: float, measure: Measure) -> float:
    """How much of the room to spare stands left of the line."""
    if measure.style.align is Align.CENTRE:
        return spare / 2
    at_end = measure.style.align is Align.END
    return spare if at_end != bool(measure.base) else 0.0
