"""Paragraphs that end in the same words: of each only those lines are set in which they differ."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from signatories.typesetting.chunks import Chunk, joined
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Galley, Line, Shown, Word
from signatories.typesetting.lines import (
    aligned,
    drop_last_spaces,
    fill,
    may_run_left,
    measure_of,
    room_of,
    set_broken,
)
from signatories.typesetting.plain import is_plain
from signatories.typesetting.setting import Setter, paragraph_breaks
from signatories.typesetting.styles import Align, ParagraphStyle, TextStyle

_KEPT = 1 << 10  # last lines of paragraphs
_NOTE = attrgetter("note")


class _Frame(NamedTuple):
    """What galleys of as many lines have in common."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    breaks: tuple[bool, ...]
    before: float
    after: float


class _Row:
    """Chunks one behind the other: how many fit into a line is found without walking through them."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._words = [word for each in chunks for word in (*each.words, *each.spaces)]
        counts = (len(each.words) + len(each.spaces) for each in chunks)
        self._starts = [*accumulate(counts, initial=0)]
        self._lefts = [*accumulate((each.advance for each in chunks), initial=0.0)]
        self._rights = [left + each.width for left, each in zip(self._lefts, chunks, strict=False)]

    def end(self, first: int, room: float) -> int:
        """The first chunk from this one on that does not fit into this room, or their count."""
        return bisect_right(self._rights, self._lefts[first] + room, first)

    def words(self, first: int, end: int) -> list[Word]:
        """The words and spaces of some chunks."""
        return self._words[self._starts[first] : self._starts[end]]


class Ending:
    """The spans in which paragraphs end that differ only in the words before: their lines, set once for each break.

    `look`: of the tallest words of any such paragraph. Galleys are as wide as the setter's measure.
    """

    def __init__(
        self, spans: tuple[Span, ...], look: TextStyle, style: ParagraphStyle, setter: Setter
    ) -> None:
        self._spans = spans
        self._style = style
        self._setter = setter
        self._measure = measure_of(Paragraph((Span("", look),), style), setter.measure, base=0)
        self._room = room_of(self._measure, first=False)
        self._galleys: dict[tuple[int, int], Galley] = {}
        self._frames: dict[tuple[int, int, int], _Frame] = {}
        self._endings: dict[tuple[int, tuple[Shown, ...]], Galley | None] = {}

    def set(self, beginnings: Sequence[tuple[Span, ...]]) -> list[tuple[Galley, ...]]:
        """The paragraphs of these spans and the ending, as if set in one: their own lines, and those that they share.

        All words are shaped before a line is made, so that the processor keeps at hand what that needs.
        """
        chunks = [*map(self._simple_chunks, beginnings)]
        return [*map(self._set, beginnings, chunks)]

    def _set(self, spans: tuple[Span, ...], own: list[Chunk] | None) -> tuple[Galley, ...]:
        begun = self._begun(own) if own is not None else None
        if begun is None:
            paragraph = Paragraph((*spans, *self._spans), self._style)
            return self._parted(self._setter.set([paragraph], self._setter.measure))
        lines, rest = begun
        if rest is None:
            return (self._galley(lines, 0, len(lines)),)
        key = rest, len(lines)
        shared = self._galleys.get(key)
        if shared is None:
            shared = self._galleys[key] = self._rest(rest, len(lines))
        return self._galley(lines, 0, len(lines) + len(shared.lines)), shared

    def _parted(self, whole: Galley) -> tuple[Galley, ...]:
        """A paragraph that was set in one, parted where lines begin that another one has too."""
        if whole.notes:
            return (whole,)
        for start in range(1, len(whole.lines)):
            key = start, whole.lines[start:]
            if key in self._endings:
                shared = self._endings[key] or _lines_of(whole, start, len(whole.lines))
                self._endings[key] = shared
                return _lines_of(whole, 0, start), shared
            if len(self._endings) > _KEPT:
                self._endings.clear()
            self._endings[key] = None
        return (whole,)

    def _simple_chunks(self, spans: tuple[Span, ...]) -> list[Chunk] | None:
        """The chunks of plain spans; None where any is not, or the ending is not."""
        if not self._is_simple or any(map(_NOTE, spans)):
            return None
        return self._setter.words.only_line(spans)

    def _begun(self, own: list[Chunk]) -> tuple[list[Line], int | None] | None:
        """The lines with any of these chunks, and with which chunk of the ending the next line begins, if one does.

        None where a chunk is wider than a line.
        """
        chunks, ending, room = joined([own, self._chunks]), self._row, self._room
        lines: list[Line] = []
        printed: list[Word] = []
        x = 0.0
        for words, spaces, _, _, width, advance in chunks[: len(own)]:
            if x + width > room:
                if width > room:
                    return None
                lines.append(self._line(printed, goes_on=True))
                printed, x = [], 0.0
            printed += words
            printed += spaces
            x += advance
        # Those before the first are one with the last of the own.
        first = len(own) + len(self._chunks) - len(chunks)
        end = ending.end(first, room - x)
        printed += ending.words(first, end)
        goes_on = end < len(self._chunks)
        lines.append(self._line(printed, goes_on=goes_on))
        return lines, end if goes_on else None

    def _line(self, printed: list[Word], *, goes_on: bool) -> Line:
        drop_last_spaces(printed)
        if self._style.align is Align.START:  # nearly all
            return Line(self._style.indent, self._measure.baseline, tuple(printed))
        return aligned(printed, self._measure, first=False, goes_on=goes_on)

    def _rest(self, start: int, above: int) -> Galley:
        """The lines from a chunk of the ending on, so many lines below the paragraph's first."""
        chunks, measure = self._chunks[start:], self._measure
        broken = fill(chunks, measure, self._setter.words, first=False)
        lines = [set_broken(each, measure, first=False) for each in broken]
        return self._galley(lines, above, above + len(lines))

    def _galley(self, lines: Sequence[Line], above: int, whole: int) -> Galley:
        """These lines of a paragraph of so many, a number of others above them."""
        key = above, len(lines), whole
        frame = self._frames.get(key)
        if frame is None:
            frame = self._frames[key] = self._frame(*key)
        return Galley(tuple(lines), *frame)

    def _frame(self, above: int, count: int, whole: int) -> _Frame:
        style = self._style
        end = above + count
        breaks = [*paragraph_breaks(whole, style.keep_together)]
        breaks[-1] = not style.keep_with_next
        edges = [number * style.leading for number in range(count + 1)]
        return _Frame(
            tuple(edges[:-1]),
            tuple(edges[1:]),
            tuple(breaks[above:end]),
            style.space_before if above == 0 else 0.0,
            style.space_after if end == whole else 0.0,
        )

    @cached_property
    def _is_simple(self) -> bool:
        style = self._style
        return (
            not may_run_left(style, self._spans)
            and not style.first_indent
            and style.smallest == 1
            and all(is_plain(span.text) and not span.note for span in self._spans)
            and all(chunk.width <= self._room for chunk in self._chunks)
        )

    @cached_property
    def _row(self) -> "_Row":
        return _Row(self._chunks)

    @cached_property
    def _chunks(self) -> list[Chunk]:
        return self._setter.words.plain_chunks(self._spans)


def _lines_of(galley: Galley, start: int, end: int) -> Galley:
    """Some lines of a galley, as one of its own."""
    above = galley.tops[start]
    return Galley(
        galley.lines[start:end],
        tuple([top - above for top in galley.tops[start:end]]),
        tuple([bottom - above for bottom in galley.bottoms[start:end]]),
        galley.breaks[start:end],
        galley.before if start == 0 else 0.0,
        galley.after if end == len(galley.lines) else 0.0,
    )
