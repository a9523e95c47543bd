"""Galleys one below the other, taken as pages need them, and the places where a page may end in them."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.pages import Placed

TOLERANCE = 0.001


class Place(NamedTuple):
    """Before line `line` of galley number `galley`."""

    galley: int
    line: int


class Break(NamedTuple):
    """A place where a column may end: how deep the line before it reaches, and where the next begins.

    Both are measured from the top of the first line; after the last line the two are the same.
    """

    place: Place
    bottom: float
    top: float


class Strand:
    """What is still to be placed of some galleys. Places count from those that are left."""

    def __init__(self, galleys: Iterable[Galley]) -> None:
        self._source = iter(galleys)
        self._galleys: list[Galley] = []
        self._gaps: list[float] = []
        self._ended = False
        self._noted = False
        self.is_begun = False
        self.start = Place(0, 0)
        """Where what is left begins."""
        self.room = 0.0
        """Wanted below the last galley so far."""

    @property
    def before(self) -> float:
        """The room wanted above what is left, where it does not begin a page."""
        return self._gaps[0] if self._has(0) and not self.start.line else 0.0

    @property
    def may_end(self) -> bool:
        """Whether a page may end after the last line so far."""
        return not self._galleys or self._galleys[-1].breaks[-1]

    @property
    def is_parted(self) -> bool:
        """Whether what is left begins where no page should have ended."""
        number, line = self.start
        return line > 0 and not self._galleys[number].breaks[line - 1]

    @property
    def whole(self) -> float:
        """The height of everything that is left."""
        return self.height(self.start, self._full(self.start, math.inf))

    def is_end(self, place: Place) -> bool:
        """Whether nothing comes after this place."""
        return not self._has(place.galley)

    def let_go(self, end: Place) -> None:
        """Forget what stands before a place: it is placed."""
        self.is_begun = True
        del self._galleys[: end.galley]
        del self._gaps[: end.galley]
        self.start = Place(0, end.line)

    def end(self, start: Place, height: float, stop: Place | None = None) -> Place | None:
        """The last place where a column that begins at `start` may end; None where nothing fits.

        `stop`: a place that it may not go beyond.
        """
        full = self._full(start, height)
        if stop and stop < full:
            full = stop
        return full if self.is_end(full) else self.last_break(start, full)

    def forced_end(self, start: Place, height: float) -> Place:
        """Where a column is full, though no place allows it to end there; at least a line later."""
        full = self._full(start, height)
        if full > start:
            return full
        lines = len(self._galleys[start.galley].lines)
        below = start.line + 1
        return Place(start.galley, below) if below < lines else Place(start.galley + 1, 0)

    def last_break(self, start: Place, before: Place) -> Place | None:
        """The last place between the two where a column may end."""
        number, line = before
        while number >= start.galley:
            if number < len(self._galleys):
                lowest = start.line if number == start.galley else 0
                breaks = self._galleys[number].breaks
                for last in range(line - 1, lowest - 1, -1):
                    if breaks[last]:
                        return Place(number, last + 1)
            number -= 1
            if number >= start.galley:
                line = len(self._galleys[number].lines) - 1
                if self._galleys[number].breaks[-1]:
                    return Place(number + 1, 0)
        return None

    def line_before(self, place: Place) -> Place:
        """One line earlier."""
        if place.line:
            return Place(place.galley, place.line - 1)
        return Place(place.galley - 1, len(self._galleys[place.galley - 1].lines) - 1)

    def line_height(self, place: Place) -> float:
        """The height of the line at a place, or of the row that it belongs to."""
        galley = self._galleys[place.galley]
        return galley.bottoms[place.line] - galley.tops[place.line]

    def breaks(self, start: Place) -> Iterator[Break]:
        """The places after `start` where a column may end, and the end of all."""
        base = -self._galleys[start.galley].tops[start.line] if self._has(start.galley) else 0.0
        number, first = start
        while self._has(number):
            galley = self._galleys[number]
            ends = zip(galley.breaks[first:-1], galley.bottoms[first:], strict=False)
            for line, (may_break, bottom) in enumerate(ends, start=first + 1):
                if may_break:
                    yield Break(Place(number, line), base + bottom, base + galley.tops[line])
            bottom = base + galley.height
            last = not self._has(number + 1)
            base = bottom if last else bottom + self._gaps[number + 1]
            if last or galley.breaks[-1]:
                yield Break(Place(number + 1, 0), bottom, base)
            number, first = number + 1, 0

    def height(self, start: Place, end: Place) -> float:
        """From the top of the first line to the bottom of the last between two places."""
        return sum(
            gap + galley.bottoms[last - 1] - galley.tops[first]
            for gap, galley, first, last in self._pieces(start, end)
        )

    def placed(self, start: Place, end: Place, x: float, y: float) -> Iterator[Placed]:
        """What is between two places, as a column with its upper left corner at x, y."""
        for gap, galley, first, last in self._pieces(start, end):
            yield Placed(x, y + gap, galley, first, last)
            y += gap + galley.bottoms[last - 1] - galley.tops[first]

    def notes(self, start: Place, end: Place) -> list[Galley]:
        """The footnotes that the lines between two places call for."""
        if not self._noted:
            return []
        return [
            note.galley
            for _, galley, first, last in self._pieces(start, end)
            for note in galley.notes
            if first <= note.line < last
        ]

    def next_noted(self, place: Place) -> Place | None:
        """The first line from a place on that calls for a footnote, among the galleys at hand."""
        for number in range(place.galley, len(self._galleys)):
            first = place.line if number == place.galley else 0
            for note in self._galleys[number].notes:
                if note.line >= first:
                    return Place(number, note.line)
        return None

    def text(self, place: Place) -> str:
        """What the first line of words at a place or after it says; nothing where there is none."""
        lines = self._galleys[place.galley].lines[place.line :]
        words = next((line.printed for line in lines if isinstance(line, Line) and line.words), ())
        return "".join(word.text for word in words)

    def _has(self, number: int) -> bool:
        """Whether there is a galley of this number; takes it from the source at need."""
        while number >= len(self._galleys):
            galley = None if self._ended else next(self._source, None)
            if galley is None:
                self._ended = True
                return False
            if not galley.lines:
                self.room += galley.after
                continue
            self._galleys.append(galley)
            self._gaps.append(max(self.room, galley.before))
            self._noted = self._noted or bool(galley.notes)
            self.room = galley.after
        return True

    def _full(self, start: Place, height: float) -> Place:
        """The first line that does not fit into this height, or the end."""
        number, first = start
        limit = height + TOLERANCE
        while self._has(number):
            galley = self._galleys[number]
            if number > start.galley:
                limit -= self._gaps[number]
            limit += galley.tops[first]
            fitting = bisect_right(galley.bottoms, limit)
            if fitting < len(galley.lines):
                return Place(number, max(fitting, first))
            limit -= galley.height
            number, first = number + 1, 0
        return Place(number, 0)

    def _pieces(self, start: Place, end: Place) -> Iterator[tuple[float, Galley, int, int]]:
        """Each galley between two places with the gap above it and its first and last line."""
        for number in range(start.galley, min(end.galley + 1, len(self._galleys))):
            galley = self._galleys[number]
            first = start.line if number == start.galley else 0
            last = end.line if number == end.galley else len(galley.lines)
            if last > first:
                yield self._gaps[number] if number > start.galley else 0.0, galley, first, last
