"""Items become a galley: their lines one below the other, with the places where a page may end."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, repeat

from signatories.typesetting.alike import Alike
from signatories.typesetting.findings import Finding, Findings, Misfit
from signatories.typesetting.flow import (
    Item,
    Paragraph,
    Picture,
    Row,
    Rule,
    Space,
    Span,
    Texts,
    Together,
)
from signatories.typesetting.galleys import Galley, Line, Note, Shown, Stroke
from signatories.typesetting.galleys import Picture as PlacedPicture
from signatories.typesetting.lines import plain_lines, set_lines, set_marker
from signatories.typesetting.rows import set_row
from signatories.typesetting.shrinking import shrunk
from signatories.typesetting.styles import Align, ParagraphStyle, TextStyle
from signatories.typesetting.words import Words

_Marked = tuple[Line | None, Sequence[Line]]
"""The lines of a paragraph, and its marker."""
_KEPT = 64  # looks of paragraphs
_FEWEST = 2  # lines of a paragraph that may stand alone at the foot or the head of a page
_HIGHEST = 480.0  # points: no picture is higher, so that each has room on a page of any paper
_SHARES = {Align.CENTRE: 0.5, Align.END: 1.0}  # of the spare room, left of a picture


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets items to any width, their footnotes to the width of a page's measure."""

    words: Words
    findings: Findings
    measure: float
    _alike: dict[tuple[int, int, float], Alike | None] = field(default_factory=dict)

    def alike(self, look: TextStyle, style: ParagraphStyle, width: float) -> Alike | None:
        """What sets texts of these styles to this width, where their lines are alike."""
        key = id(look), id(style), width
        if key not in self._alike:
            if len(self._alike) > _KEPT:
                self._alike.clear()
            self._alike[key] = Alike.of(look, style, width, self.words)
        return self._alike[key]

    def set(self, items: Iterable[Item], width: float) -> Galley:
        """Set the items to this width."""
        column = _Column(width, self)
        for item in items:
            column.add(item)
        return column.galley()


@dataclass(slots=True)
class _Column:
    """A galley in the making. `room` is what the last item wants below it."""

    width: float
    setter: Setter
    lines: list[Shown] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    room: float = 0.0
    before: float = 0.0

    def add(self, item: Item) -> None:
        match item:
            case Paragraph():
                self._add_paragraph(item)
            case Texts():
                self._add_texts(item)
            case Rule():
                self._add_rule(item)
            case Space():
                self.room += item.height
            case Picture():
                self._add_picture(item)
            case Row():
                self._add_galley(set_row(item, self.width, self.setter.set))
            case Together():
                self._add_together(item)
            case Galley():
                self._add_galley(item)

    def galley(self) -> Galley:
        return Galley(
            tuple(self.lines),
            tuple(self.tops),
            tuple(self.bottoms),
            tuple(self.breaks),
            self.before,
            self.room,
            tuple(self.notes),
        )

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        spans, style, marker = paragraph
        alike = self._lines_alike(spans[0], style) if len(spans) == 1 else None
        lines = alike or self._lines(paragraph)
        if not alike and any(span.note for span in spans):
            self._add_notes(paragraph, lines, len(self.lines) + (marker is not None))
        self._add_lines([(self._marker(paragraph), lines)], style)

    def _add_texts(self, texts: Texts) -> None:
        self._add_lines(self._set_texts(texts), texts.style)
        self.breaks[-1] = self.breaks[-1] and not texts.keep_with_next

    def _set_texts(self, item: Texts) -> Iterator[_Marked]:
        texts, look, style, markers, _ = item
        alike = self.setter.alike(look, style, self.width)
        for text, marker in zip(texts, markers or repeat(""), strict=False):
            lines = alike.lines(text) if alike else None
            if alike and lines:
                yield alike.marker(marker) if marker else None, lines
            else:
                before = Span(marker, look) if marker else None
                paragraph = Paragraph((Span(text, look),), style, before)
                yield self._marker(paragraph), self._lines(paragraph)

    def _add_lines(self, paragraphs: Iterable[_Marked], style: ParagraphStyle) -> None:
        """The lines of paragraphs of one style, each with its marker."""
        top, leading = self._next_top(style.space_before), style.leading
        between = max(style.space_before, style.space_after)
        tops, bottoms, may_end = self.tops, self.bottoms, not style.keep_with_next
        for marker, lines in paragraphs:
            if marker:
                self._add_line(marker, top, leading, may_break=False)
            self.lines += lines
            for _ in lines:
                tops.append(top)
                top += leading
                bottoms.append(top)
            top += between
            self.breaks += paragraph_breaks(len(lines), style.keep_together)
            self.breaks[-1] = may_end
        self.room = style.space_after

    def _lines_alike(self, span: Span, style: ParagraphStyle) -> list[Line] | None:
        """The lines of a paragraph that is like others before it but for its words; None for any other."""
        text, look, note = span
        alike = None if note else self.setter.alike(look, style, self.width)
        return alike.lines(text) if alike else None

    def _lines(self, paragraph: Paragraph) -> list[Line]:
        words = self.setter.words
        lines = plain_lines(paragraph, self.width, words)
        if lines is not None:
            return lines
        if paragraph.style.smallest < 1:
            paragraph = shrunk(paragraph, self.width, words, self.setter.findings)
        return set_lines(paragraph, self.width, words)

    def _marker(self, paragraph: Paragraph) -> Line | None:
        marker = paragraph.marker
        return set_marker(marker, paragraph, self.width, self.setter.words) if marker else None

    def _add_notes(self, paragraph: Paragraph, lines: Sequence[Line], first: int) -> None:
        """The footnotes of a paragraph whose lines have these numbers from the first on."""
        for number, items in _noted(paragraph, lines):
            galley = self.setter.set(items, self.setter.measure)
            self.notes.append(Note(first + number, galley))

    def _add_picture(self, picture: Picture) -> None:
        scale = min(1.0, self.width / picture.width, _HIGHEST / picture.height)
        if scale < 1:
            self.setter.findings.add(Finding(picture.image.digest, Misfit.SHRUNK))
        width, height = picture.width * scale, picture.height * scale
        x = (self.width - width) * _SHARES.get(picture.align, 0.0)
        top = self._next_top(picture.space_before)
        shown = PlacedPicture(x, 0.0, width, height, picture.image)
        self._add_line(shown, top, height, may_break=not picture.keep_with_next)
        self.room = picture.space_after

    def _add_rule(self, rule: Rule) -> None:
        top = self._next_top(rule.space_before)
        length = self.width if rule.length is None else min(rule.length, self.width)
        stroke = Stroke(0.0, rule.thickness / 2, length, rule.thickness)
        self._add_line(stroke, top, rule.thickness, may_break=not rule.keep_with_next)
        self.room = rule.space_after

    def _add_together(self, together: Together) -> None:
        start = len(self.breaks)
        for item in together.items:
            self.add(item)
        if len(self.breaks) > start:
            self.breaks[start:] = [False] * (len(self.breaks) - start)
            self.breaks[-1] = not together.keep_with_next

    def _add_galley(self, galley: Galley) -> None:
        if galley.lines:
            top = self._next_top(galley.before)
            self.notes += [Note(len(self.lines) + line, note) for line, note in galley.notes]
            self.lines += galley.lines
            self.tops += [top + above for above in galley.tops]
            self.bottoms += [top + below for below in galley.bottoms]
            self.breaks += galley.breaks
            self.room = galley.after

    def _next_top(self, before: float) -> float:
        """Where the next item begins; the larger of the two wishes for room is kept."""
        room = max(self.room, before)
        if not self.bottoms:
            self.before = room
            return 0.0
        return self.bottoms[-1] + room

    def _add_line(self, line: Shown, top: float, height: float, *, may_break: bool) -> None:
        self.lines.append(line)
        self.tops.append(top)
        self.bottoms.append(top + height)
        self.breaks.append(may_break)


@lru_cache(64)
def paragraph_breaks(lines: int, keep_together: bool) -> Sequence[bool]:
    """After which lines a page may end: never so that fewer than two stand alone."""
    if keep_together or lines == 1:
        return (False,) * lines
    return tuple(number >= _FEWEST and lines - number >= _FEWEST for number in range(1, lines + 1))


def _noted(paragraph: Paragraph, lines: Sequence[Line]) -> Iterator[tuple[int, tuple[Item, ...]]]:
    """The footnotes of a paragraph, each with the number of the line that shows the end of its span."""
    shown = list(accumulate(_length(word.text for word in line.words) for line in lines))
    read = 0
    for span in paragraph.spans:
        read += _length([span.text])
        if span.note:
            yield min(bisect_left(shown, read), len(lines) - 1), span.note


def _length(texts: Iterable[str]) -> int:
    """The characters of texts, but for those that lines may lose: spaces and line ends."""
    return sum(not character.isspace() for text in texts for character in text)
