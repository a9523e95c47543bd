"""Stretches are cut where a page is full: at the last place where a page may end."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, starmap
from typing import NamedTuple

from signatories.typesetting.balancing import balanced
from signatories.typesetting.feet import Foot
from signatories.typesetting.findings import Finding, Findings, Misfit
from signatories.typesetting.flow import PageBreak
from signatories.typesetting.galleys import Galley
from signatories.typesetting.keeping import (
    few,
    full_columns,
    least,
    one_fewer,
    wanted_below,
    with_company,
)
from signatories.typesetting.pages import PageFormat, Placed
from signatories.typesetting.strands import TOLERANCE, Place, Strand
from signatories.typesetting.stretches import Stretch

_HIGHEST_HEAD = 0.5  # of a page: what columns repeat at their top


class _Cut(NamedTuple):
    """Where the columns of a page end, the footnotes that they call for, and what these would take."""

    ends: list[Place]
    notes: list[Galley]
    needed: float


def cut(
    stretches: Iterable[Stretch | PageBreak], paper: PageFormat, top: float, findings: Findings
) -> Iterator[list[Placed]]:
    """What stands on each page; `top`: where the flow begins on the first of them."""
    sheet = _Sheet(paper, top, findings)
    for stretch, following in _with_next(_low_heads(stretches, paper)):
        if isinstance(stretch, PageBreak):
            yield from sheet.finished()
            continue
        next_one = following if isinstance(following, Stretch) else None
        while not stretch.strand.is_end(stretch.strand.start):
            if not sheet.fill(stretch, next_one):
                yield sheet.turned()
        sheet.leave(stretch.strand.room)
    yield from sheet.finished()


class _Sheet:
    """The page that is being filled, from `y` on, below the room that what stands there wants."""

    def __init__(self, paper: PageFormat, top: float, findings: Findings) -> None:
        self._paper = paper
        self._findings = findings
        self._foot = Foot(paper)
        self._placed: list[Placed] = []
        self._y = top
        self._room = 0.0

    def fill(self, stretch: Stretch, following: Stretch | None) -> bool:
        """Place what there is room for; whether that is all of it."""
        strand = stretch.strand
        y = self._y + (max(self._room, strand.before) if self._placed else 0.0)
        found = self._find_cut(stretch, following, y)
        if found is None:
            return False
        if stretch.again and strand.is_begun and not self._placed:
            y, found = self._below_heading(stretch.again(), stretch, following, found)
        head = stretch.head
        below = y + stretch.head_height
        lowest, start = y, strand.start
        for x, end in zip(stretch.xs, found.ends, strict=False):
            left = self._paper.left + x
            if head:
                self._placed.append(Placed(left, y, head, 0, len(head.lines)))
            self._placed += strand.placed(start, end, left, below)
            lowest = max(lowest, self._placed[-1].bottom)
            start = end
        self._foot.add(found.notes)
        self._y, self._room = lowest, 0.0
        strand.let_go(start)
        return strand.is_end(strand.start)

    def leave(self, room: float) -> None:
        """Want this room below what stands on the page."""
        self._room = max(self._room, room)

    def turned(self) -> list[Placed]:
        """The page as it is; from now on the next is filled."""
        placed = [*self._placed, *self._foot.lay(self._y)]
        self._placed, self._y, self._room = [], self._paper.top, 0.0
        return placed

    def finished(self) -> Iterator[list[Placed]]:
        """The page, unless it is empty, and those that its footnotes go on to."""
        while self._placed or not self._foot.is_empty:
            yield self.turned()

    def _below_heading(
        self, heading: Galley, stretch: Stretch, following: Stretch | None, found: _Cut
    ) -> tuple[float, _Cut]:
        """Place what stands again above columns that go on, and where they begin and end below it.

        They stay as they were found where that leaves no room for an entry, or for all that are left.
        """
        strand = stretch.strand
        y = self._y + heading.height + max(heading.after, strand.before)
        room = self._paper.height - self._paper.bottom - y - stretch.head_height
        if strand.is_parted or least(strand) > room:
            return self._y, found
        lower = self._find_cut(stretch, following, y)
        if not lower or (strand.is_end(found.ends[-1]) and not strand.is_end(lower.ends[-1])):
            return self._y, found
        self._placed.append(Placed(self._paper.left, self._y, heading, 0, len(heading.lines)))
        return y, lower

    def _find_cut(self, stretch: Stretch, following: Stretch | None, y: float) -> _Cut | None:
        """Where to cut so that text and footnotes have room; None where the page has to be turned.

        A line whose note has no room goes to the next page, unless the page has none above it.
        """
        strand = stretch.strand
        room = self._paper.height - self._paper.bottom - y - stretch.head_height
        kept = self._foot.carried
        found = self._cut_at(strand, self._ends(stretch, following, room - kept))
        while found and found.needed > kept + TOLERANCE:
            kept = found.needed
            found = self._cut_at(strand, self._ends(stretch, following, room - kept))
        if not found:
            return None if self._turning_helps(stretch, room) else self._first_alone(strand, room)
        if found.needed < kept:  # the line that took the room is not on the page: others may use it
            stop = strand.next_noted(found.ends[-1])
            more = self._ends(stretch, following, room - found.needed, stop)
            return found._replace(ends=max(found.ends, more, key=_reach))
        return found

    def _cut_at(self, strand: Strand, ends: list[Place]) -> _Cut | None:
        if not ends:
            return None
        notes = strand.notes(strand.start, ends[-1])
        return _Cut(ends, notes, self._foot.height(notes) if notes else self._foot.carried)

    def _first_alone(self, strand: Strand, room: float) -> _Cut:
        """The first entry, parted if it is taller than the page, above as much of its notes as has room."""
        first = next(strand.breaks(strand.start))
        end = first.place
        if first.bottom > room + TOLERANCE:
            self._findings.add(Finding(strand.text(strand.start), Misfit.PARTED))
            end = strand.forced_end(strand.start, room)
        return _Cut([end], strand.notes(strand.start, end), 0.0)

    def _ends(
        self, stretch: Stretch, following: Stretch | None, height: float, stop: Place | None = None
    ) -> list[Place]:
        """Where the columns end that have this height; none where nothing fits that may be cut off."""
        strand = stretch.strand
        ends = full_columns(strand, len(stretch.xs), height, stop)
        if not ends:
            return []
        if not strand.is_end(ends[-1]):
            if self._placed and not strand.is_begun and height < few(strand) - TOLERANCE:
                return []
            return with_company(strand, ends)
        return self._ends_of_all(stretch, following, ends, height)

    def _ends_of_all(
        self, stretch: Stretch, following: Stretch | None, full: list[Place], height: float
    ) -> list[Place]:
        """Where columns end that hold everything, or all but what has to go along with what follows.

        `full`: where they end if each takes what it can.
        """
        strand = stretch.strand
        ends = self._even(stretch, full, height)
        wanted = wanted_below(strand, following)
        lowest = max(starmap(strand.height, pairwise([strand.start, *ends])))
        if not wanted or lowest + wanted <= height + TOLERANCE:
            return ends
        fewer = one_fewer(strand, full)
        if fewer:
            return self._even(stretch, fewer, height)
        return [] if self._placed else ends

    @staticmethod
    def _even(stretch: Stretch, ends: list[Place], height: float) -> list[Place]:
        """The ends of columns that hold as much and are even."""
        if len(stretch.xs) == 1:
            return ends
        strand = stretch.strand
        held = [each for each in strand.breaks(strand.start) if each.place <= ends[-1]]
        return balanced(held, ends, len(stretch.xs), height)

    def _turning_helps(self, stretch: Stretch, room: float) -> bool:
        """Whether the next page has room for the first entry where this one has not."""
        if self._placed:
            return True
        wanted = least(stretch.strand)
        page = self._paper.height - self._paper.bottom - self._paper.top
        is_short = self._y > self._paper.top + TOLERANCE
        return is_short and room < wanted <= page - stretch.head_height


def _reach(ends: list[Place]) -> Place:
    return ends[-1] if ends else Place(-1, 0)


def _low_heads(
    stretches: Iterable[Stretch | PageBreak], paper: PageFormat
) -> Iterator[Stretch | PageBreak]:
    """The same; a head that would take too much of every page stands once, above its columns."""
    most = _HIGHEST_HEAD * (paper.height - paper.bottom - paper.top)
    for each in stretches:
        if isinstance(each, Stretch) and each.head and each.head_height > most:
            yield Stretch(Strand([each.head]), each.xs[:1])
            yield replace(each, head=None)
        else:
            yield each


def _with_next(
    stretches: Iterable[Stretch | PageBreak],
) -> Iterator[tuple[Stretch | PageBreak, Stretch | PageBreak | None]]:
    """Each with the one after it."""
    before: Stretch | PageBreak | None = None
    for each in stretches:
        if before:
            yield before, each
        before = each
    if before:
        yield before, None
