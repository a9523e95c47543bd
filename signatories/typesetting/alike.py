"""Texts that differ in their words only, as most of a list do: set as any paragraph is, in half the time."""

import math
from bisect import bisect_right
from itertools import accumulate

from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Line
from signatories.typesetting.lines import measure_of, room_of
from signatories.typesetting.plain import SPACE
from signatories.typesetting.shaping import main_face, space
from signatories.typesetting.styles import Align, Direction, ParagraphStyle, TextStyle
from signatories.typesetting.words import Words


class Alike:
    """Sets texts of one look to one width, in lines that begin at the left. What they share is looked up once."""

    @classmethod
    def of(
        cls, look: TextStyle, style: ParagraphStyle, width: float, words: Words
    ) -> "Alike | None":
        """What sets the texts of these styles; nothing where lines begin elsewhere."""
        is_left = style.align is Align.START and style.direction is not Direction.RIGHT_TO_LEFT
        return cls(look, style, width, words) if is_left and not style.first_indent else None

    def __init__(self, look: TextStyle, style: ParagraphStyle, width: float, words: Words) -> None:
        self._styles = look, style  # kept, so that no others can take their place in memory
        measure = measure_of(Paragraph((Span("", look),), style), width, base=0)
        self._x, self._baseline = style.indent, measure.baseline
        self._room = room_of(measure, first=True)
        self._room_and_space = self._room + space(look, main_face(look)).width
        followed, self._last = words.simple(look)
        self._advance, self._words = followed.__getitem__, followed.words

    def lines(self, text: str) -> list[Line] | None:
        """The lines of a text of simple words that all fit: of nearly all. None for any other."""
        *words, last = text.split(SPACE)
        reached = [*accumulate(map(self._advance, words))]
        whole = self._last[last] + (reached[-1] if words else 0.0)
        if whole == math.inf:
            return None
        known = self._words
        shown = [each for word in words for each in known[word]]
        shown += self._last.words[last]
        if whole <= self._room:
            return [Line(self._x, self._baseline, tuple(shown))]
        lines: list[Line] = []
        start, begun = 0, 0.0
        while whole - begun > self._room:
            end = bisect_right(reached, begun + self._room_and_space, start)
            if end == start:
                return None
            lines.append(Line(self._x, self._baseline, tuple(shown[2 * start : 2 * end - 1])))
            start, begun = end, reached[end - 1]
        lines.append(Line(self._x, self._baseline, tuple(shown[2 * start :])))
        return lines
