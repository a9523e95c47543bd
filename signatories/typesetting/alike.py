"""Texts that differ in their words only, as most of a list do: set as any paragraph is, in half the time."""

import math
from bisect import bisect_right
from itertools import accumulate

from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Line, Word
from signatories.typesetting.lines import aligned, measure_of, room_of
from signatories.typesetting.plain import SPACE
from signatories.typesetting.shaping import main_face, space
from signatories.typesetting.styles import Align, Direction, ParagraphStyle, TextStyle
from signatories.typesetting.words import Words


class Alike:
    """Sets texts of one look to one width. What they share is looked up once."""

    @classmethod
    def of(
        cls, look: TextStyle, style: ParagraphStyle, width: float, words: Words
    ) -> "Alike | None":
        """What sets the texts of these styles; nothing where their lines are not all alike."""
        runs_right = style.direction is not Direction.RIGHT_TO_LEFT
        return cls(look, style, width, words) if runs_right and not style.first_indent else None

    def __init__(self, look: TextStyle, style: ParagraphStyle, width: float, words: Words) -> None:
        self._styles = look, style  # kept, so that no others can take their place in memory
        self._measure = measure_of(Paragraph((Span("", look),), style), width, base=0)
        self._room = room_of(self._measure, first=True)
        self._room_and_space = self._room + space(look, main_face(look)).width
        self._followed, self._last = words.simple(look)

    def lines(self, text: str) -> list[Line] | None:
        """The lines of a text of simple words that all fit: of nearly all. None for any other."""
        self._followed.make_room()
        self._last.make_room()
        *words, last = text.split(SPACE)
        reached = [*accumulate(map(self._followed.__getitem__, words))]
        whole = self._last[last] + (reached[-1] if words else 0.0)
        if whole == math.inf:
            return None
        known = self._followed.words
        shown = [each for word in words for each in known[word]]
        shown += self._last.words[last]
        if whole <= self._room:
            return [self._line(shown, goes_on=False)]
        lines: list[Line] = []
        start, begun = 0, 0.0
        while whole - begun > self._room:
            end = bisect_right(reached, begun + self._room_and_space, start)
            if end == start:
                return None
            lines.append(self._line(shown[2 * start : 2 * end - 1], goes_on=True))
            start, begun = end, reached[end - 1]
        lines.append(self._line(shown[2 * start :], goes_on=False))
        return lines

    def _line(self, shown: list[Word], *, goes_on: bool) -> Line:
        measure = self._measure
        if measure.style.align is Align.START:  # nearly all
            return Line(measure.style.indent, measure.baseline, tuple(shown))
        return aligned(shown, measure, first=True, goes_on=goes_on)
