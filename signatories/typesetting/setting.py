"""Items become a galley: their lines one below the other, with the places where a page may end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from signatories.typesetting.flow import Item, Paragraph, Rule, Space, Together
from signatories.typesetting.galleys import Galley, Shown, Stroke
from signatories.typesetting.lines import set_lines, set_marker
from signatories.typesetting.words import Words

_FEWEST = 2  # lines of a paragraph that may stand alone at the foot or the head of a page


def set_galley(items: Iterable[Item], width: float, words: Words) -> Galley:
    """Set the items to this width."""
    column = _Column(width, words)
    for item in items:
        column.add(item)
    return column.galley()


@dataclass(slots=True)
class _Column:
    """A galley in the making. `room` is what the last item wants below it."""

    width: float
    words: Words
    lines: list[Shown] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    room: float = 0.0
    before: float = 0.0

    def add(self, item: Item) -> None:
        match item:
            case Paragraph():
                self._add_paragraph(item)
            case Rule():
                self._add_rule(item)
            case Space():
                self.room += item.height
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
        )

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        style = paragraph.style
        lines = set_lines(paragraph, self.width, self.words)
        top = self._next_top(style.space_before)
        marker = set_marker(paragraph, self.width, self.words)
        if marker:
            self._add_line(marker, top, style.leading, may_break=False)
        breaks = _paragraph_breaks(len(lines), style.keep_together)
        for line, may_break in zip(lines, breaks, strict=True):
            self._add_line(line, top, style.leading, may_break=may_break)
            top += style.leading
        self.breaks[-1] = not style.keep_with_next
        self.room = style.space_after

    def _add_rule(self, rule: Rule) -> None:
        top = self._next_top(rule.space_before)
        length = self.width if rule.length is None else rule.length
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


def _paragraph_breaks(lines: int, keep_together: bool) -> Sequence[bool]:
    """After which lines a page may end: never so that fewer than two stand alone."""
    if keep_together:
        return [False] * lines
    return [number >= _FEWEST and lines - number >= _FEWEST for number in range(1, lines + 1)]
