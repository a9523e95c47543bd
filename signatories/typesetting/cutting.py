"""Galleys are cut where a page is full: at the last place where a page may end."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from signatories.typesetting.galleys import Galley
from signatories.typesetting.pages import PageFormat, Placed

_TOLERANCE = 0.001


class _Place(NamedTuple):
    """Before line `line` of galley number `galley`."""

    galley: int
    line: int


def cut(galleys: Sequence[Galley], paper: PageFormat, top: float) -> Iterator[list[Placed]]:
    """What stands on each page; `top`: where the flow begins on the first of them."""
    galleys, gaps = _with_gaps(galleys)
    start = _Place(0, 0)
    while start.galley < len(galleys):
        end = _page_end(galleys, gaps, start, paper.height - paper.bottom - top)
        yield list(_placed(galleys, gaps, start, end, paper.left, top))
        start, top = end, paper.top


def _with_gaps(galleys: Sequence[Galley]) -> tuple[list[Galley], list[float]]:
    """The galleys that have lines, and the room above each: the larger of the two wishes."""
    filled: list[Galley] = []
    gaps: list[float] = []
    room = 0.0
    for galley in galleys:
        if not galley.lines:
            room += galley.after
            continue
        filled.append(galley)
        gaps.append(max(room, galley.before))
        room = galley.after
    return filled, gaps


def _page_end(
    galleys: Sequence[Galley], gaps: Sequence[float], start: _Place, height: float
) -> _Place:
    """Where the page that begins at `start` ends."""
    y, first = 0.0, start.line
    for number in range(start.galley, len(galleys)):
        galley = galleys[number]
        if number > start.galley:
            y, first = y + gaps[number], 0
        limit = galley.tops[first] + height - y + _TOLERANCE
        fitting = bisect_right(galley.bottoms, limit)
        if fitting < len(galley.lines):
            return _last_break(galleys, start, _Place(number, max(fitting, first)))
        y += galley.height - galley.tops[first]
    return _Place(len(galleys), 0)


def _last_break(galleys: Sequence[Galley], start: _Place, full: _Place) -> _Place:
    """The last place before `full` where a page may end; where there is none, the page is just full."""
    number, line = full
    while True:
        lowest = start.line if number == start.galley else 0
        breaks = galleys[number].breaks
        for last in range(line - 1, lowest - 1, -1):
            if breaks[last]:
                return _Place(number, last + 1)
        if number == start.galley:
            break
        number -= 1
        line = len(galleys[number].lines)
        if galleys[number].breaks[-1]:
            return _Place(number + 1, 0)
    return full if full > start else _Place(start.galley, start.line + 1)


def _placed(
    galleys: Sequence[Galley],
    gaps: Sequence[float],
    start: _Place,
    end: _Place,
    x: float,
    y: float,
) -> Iterator[Placed]:
    for number in range(start.galley, min(end.galley + 1, len(galleys))):
        galley = galleys[number]
        first = start.line if number == start.galley else 0
        last = end.line if number == end.galley else len(galley.lines)
        if number > start.galley:
            y += gaps[number]
        if last > first:
            yield Placed(x, y, galley, first, last)
            y += galley.bottoms[last - 1] - galley.tops[first]
