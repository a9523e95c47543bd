"""Texts that differ in their words only, as most of a list do: set as any paragraph is, in half the time."""

from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Line, Word
from signatories.typesetting.kept import NotAloneError
from signatories.typesetting.lines import (
    aligned,
    may_run_left,
    measure_of,
    placed_marker,
    plainly_filled,
    room_of,
)
from signatories.typesetting.plain import SPACE
from signatories.typesetting.shaping import main_face, space
from signatories.typesetting.styles import Align, ParagraphStyle, TextStyle
from signatories.typesetting.words import Words


class Alike:
    """Sets texts of one look to one width. What they share is looked up once."""

    @classmethod
    def of(
        cls, look: TextStyle, style: ParagraphStyle, width: float, words: Words
    ) -> "Alike | None":
        """What sets the texts of these styles; nothing where their lines are not all alike."""
        if style.first_indent or may_run_left(style, [Span("", look)]):
            return None
        return cls(look, style, width, words)

    def __init__(self, look: TextStyle, style: ParagraphStyle, width: float, words: Words) -> None:
        self._styles = look, style  # kept, so that no others can take their place in memory
        self._words = words
        self._measure = measure_of(Paragraph((Span("", look),), style), width, base=0)
        self._room = room_of(self._measure, first=True)
        self._space = space(look, main_face(look))
        self._followed, self._last = words.simple(look)

    def lines(self, text: str) -> list[Line] | None:
        """The lines of a plain text of words that all fit: of nearly all. None for any other."""
        broken = self._broken(text)
        space = None if broken is None else self._space
        if broken is None:
            broken = self._broken_in_words(text)
        if broken is None:
            return None
        measure = self._measure
        x, baseline = measure.style.indent, measure.baseline
        lines = [Line(x, baseline, tuple(shown), 0.0, space) for shown in broken]
        if measure.style.align is Align.START:  # nearly all
            return lines
        last = len(lines) - 1
        return [
            aligned(line.printed, measure, first=True, goes_on=number < last)
            for number, line in enumerate(lines)
        ]

    def marker(self, text: str) -> Line:
        """The marker before such lines."""
        look, _ = self._styles
        return placed_marker(Span(text, look), self._measure, self._words)

    def _broken(self, text: str) -> list[list[Word]] | None:
        """The words of each line; None where a line may end inside one, or not at each space."""
        *words, last = text.split(SPACE)
        try:
            shown = [*map(self._followed.__getitem__, words), self._last[last]]
        except NotAloneError:
            return None
        broken: list[list[Word]] = []
        room, gap, start, x = self._room, self._space.width, 0, 0.0
        for number, word in enumerate(shown):
            width = word.width
            if x + width > room:
                if width > room:
                    return None
                broken.append(shown[start:number])
                start, x = number, 0.0
            x += width + gap
        broken.append(shown[start:])
        return broken

    def _broken_in_words(self, text: str) -> list[list[Word]] | None:
        """The words and spaces of each line."""
        look, _ = self._styles
        chunks = self._words.only_line((Span(text, look),))
        return None if chunks is None else plainly_filled(chunks, self._room)
