"""One walk through the rows under a header: which columns they use, and which rows are not like the others."""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from signatories.imports.tables.headers import Header, filled_cells, usual_width
from signatories.imports.tables.left_out import sums_up
from signatories.progress import Progress
from signatories.sources.documents import Area, Row
from signatories.texts import N_

SAMPLED_ROWS = 200
_REPORTED_ROWS = 5000


class Walk:
    """What was seen. Places count the rows of the sheet from 0.

    `used` are the columns without a name that hold something, `thin` the rows with a single cell, `totals` those that
    only sum up, `again` those that repeat the header, `merged` the areas with the text of their first cell, `given`
    the places of the rows that have something in a column asked for.
    """

    def __init__(
        self, rows: Sequence[Row], header: Header, areas: Iterable[Area], asked: Collection[int]
    ) -> None:
        self.used: set[int] = set()
        self.thin: dict[int, Row] = {}
        self.totals: dict[int, Row] = {}
        self.again: dict[int, Row] = {}
        self.merged: list[tuple[Area, str]] = []
        self.given: dict[int, list[int]] = {column: [] for column in asked}
        self._rows = rows
        self._most_in_total = usual_width(rows[header.end : header.end + SAMPLED_ROWS]) // 2
        self._begin = header.end
        self._width = len(header.names)
        self._blank = [n for n, name in enumerate(header.names) if not name]
        self._heads = {row.cells for row in rows[header.begin : header.end]}
        self._starts: dict[int, list[Area]] = {}
        for area in areas:
            self._starts.setdefault(area.first_line, []).append(area)

    def through(self, progress: Progress) -> "Walk":
        """Look at every row once. No row is kept but the thin ones."""
        count = len(self._rows)
        for place, row in enumerate(islice(self._rows, self._begin, None), start=self._begin):
            if place % _REPORTED_ROWS == 0:
                progress.report(place, count, N_("Reading the table"))
            self._see(place, row)
        return self

    def _see(self, place: int, row: Row) -> None:
        cells = row.cells
        filled = filled_cells(row)
        if (len(filled) > 1 or self._most_in_total) and sums_up(filled):
            self.totals[place] = row
        elif len(filled) == 1:
            self.thin[place] = row
        elif cells in self._heads:
            self.again[place] = row
        if self._blank or len(cells) > self._width:
            self._see_nameless(cells)
        for column, places in self.given.items():
            if column < len(cells) and cells[column].strip():
                places.append(place)
        for area in self._starts.get(row.line, ()):
            if area.first_column < len(cells) and (text := cells[area.first_column]).strip():
                self.merged.append((area, text))

    def _see_nameless(self, cells: tuple[str, ...]) -> None:
        if any(map(str.strip, cells[self._width :])):
            used = (n for n in range(self._width, len(cells)) if cells[n].strip())
            self.used.update(used)
        self.used.update(n for n in self._blank if n < len(cells) and cells[n].strip())
