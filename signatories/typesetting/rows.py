"""Cells side by side: each set to its own width, together one row that no page parts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from signatories.typesetting.flow import Cell, Item, Row
from signatories.typesetting.galleys import Galley, Line, Note, Shade, Shown, Stroke, Upright
from signatories.typesetting.styles import Level

_TALL = 360.0  # points, half a page: from here on a row is made so that a page can part it

SetItems = Callable[[Iterable[Item], float], Galley]


class _Piece(NamedTuple):
    """Something shown in a row: its top and bottom, measured from the row's top, and the left edge of its cell."""

    top: float
    bottom: float
    x: float
    shown: Shown


def set_row(row: Row, width: float, set_items: SetItems) -> Galley:
    """Set a row across this width.

    All its lines share one top and one bottom and follow cell by cell, as they are read. Where the row
    is tall they stand in bands, line by line, so that one taller than a page can be parted after all.
    """
    galleys = [set_items(cell.items, cell.width) for cell in row.cells]
    content = max((galley.height for galley in galleys), default=0.0)
    height = row.rule_above + content + 2 * row.padding + row.rule_below
    top = row.rule_above + row.padding
    placed = [
        (cell.x, top + _drop(cell, content - galley.height), galley)
        for cell, galley in zip(row.cells, galleys, strict=True)
    ]
    pieces = [piece for x, y, galley in placed for piece in _pieces(galley, x, y)]
    column = _banded(row, width, height, pieces)
    drawn = row.shade is not None or row.rule_above or row.rule_below or row.uprights
    outer = [] if drawn else galleys
    notes = tuple(Note(len(column.lines) - 1, note) for g in galleys for _, note in g.notes)
    return Galley(
        tuple(column.lines),
        tuple(column.tops),
        tuple(column.bottoms),
        (*([False] * (len(column.lines) - 1)), not row.keep_with_next),
        max([row.space_before, *(galley.before for galley in outer)]),
        max([row.space_after, *(galley.after for galley in outer)]),
        notes,
    )


class _Bands:
    """The lines of a row in the making."""

    def __init__(self) -> None:
        self.lines: list[Shown] = []
        self.tops: list[float] = []
        self.bottoms: list[float] = []

    def add(
        self, top: float, bottom: float, behind: Iterable[Shown], pieces: Iterable[_Piece]
    ) -> None:
        """Add what stands in a band; where that is nothing, a line without words."""
        start = len(self.lines)
        lowest = max([bottom, *self.bottoms[-1:]])
        for shown in behind:
            self._add(shown, top, lowest)
        for piece in pieces:
            lowest = max(lowest, piece.bottom)
            self._add(moved(piece.shown, piece.x, piece.top - top), top, lowest)
        if len(self.lines) == start:
            self._add(Line(0.0, 0.0, ()), top, lowest)

    def _add(self, shown: Shown, top: float, bottom: float) -> None:
        self.lines.append(shown)
        self.tops.append(top)
        self.bottoms.append(bottom)


def _banded(row: Row, width: float, height: float, pieces: Sequence[_Piece]) -> _Bands:
    """The lines of a row of this height, in one band, or in as many as it can be parted into."""
    edges = [0.0, height] if height < _TALL else sorted({0.0, height, *(p.top for p in pieces)})
    bands = _Bands()
    for top, bottom in pairwise(edges):
        inside = [piece for piece in pieces if top <= piece.top < bottom]
        bands.add(top, bottom, _behind(row, width, edges, (top, bottom)), inside)
    return bands


def moved(shown: Shown, x: float, y: float) -> Shown:
    """The same, further to the right and down."""
    if isinstance(shown, Line):
        return Line(shown.x + x, shown.baseline + y, *shown[2:])
    if isinstance(shown, Stroke):
        return shown._replace(x=shown.x + x, middle=shown.middle + y)
    return shown._replace(x=shown.x + x, top=shown.top + y)


def _drop(cell: Cell, spare: float) -> float:
    if cell.level is Level.TOP:
        return 0.0
    return spare if cell.level is Level.BOTTOM else spare / 2


def _pieces(galley: Galley, x: float, y: float) -> Iterator[_Piece]:
    for top, bottom, shown in zip(galley.tops, galley.bottoms, galley.lines, strict=True):
        yield _Piece(y + top, y + bottom, x, shown)


def _behind(
    row: Row, width: float, edges: Sequence[float], band: tuple[float, float]
) -> Iterator[Shown]:
    """The shade and the rules of a band of a row."""
    top, bottom = band
    height = bottom - top
    if row.shade is not None:
        yield Shade(0.0, 0.0, width, height, row.shade)
    if row.rule_above and top == edges[0]:
        yield Stroke(0.0, row.rule_above / 2, width, row.rule_above)
    if row.rule_below and bottom == edges[-1]:
        yield Stroke(0.0, height - row.rule_below / 2, width, row.rule_below)
    for x in row.uprights:
        yield Upright(x, 0.0, height, row.rule_below)
