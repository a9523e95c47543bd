"""One walk through the rows under a header: which columns they use, and which rows are not like the others."""

import re
from collections.abc import Collection, Iterable, Sequence
from operator import add

from signatories.imports.tables.headers import Header, filled_cells, usual_width
from signatories.imports.tables.left_out import sums_up
from signatories.progress import Progress
from signatories.sources.documents import Area, Row
from signatories.sources.lots import Lot, lots
from signatories.texts import N_

SAMPLED_ROWS = 200
_WORD = re.compile(r"[^\W\d_]")


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
        self._begun_by = {cells[0] for cells in self._heads if cells}
        self._starts: dict[int, list[Area]] = {}
        for area in areas:
            self._starts.setdefault(area.first_line, []).append(area)

    def through(self, progress: Progress) -> "Walk":
        """Look at every row once. None is kept but the thin ones."""
        count, place = len(self._rows), self._begin
        for lot in lots(self._rows[self._begin :]):
            progress.report(place, count, N_("Reading the table"))
            self._see_columns(place, lot)
            self._see_merged(lot)
            for number in self._unlike_others(lot):
                self._see(place + number, lot[number])
            place += len(lot)
        return self

    def _see_columns(self, place: int, lot: Lot) -> None:
        for number in (*self._blank, *range(self._width, len(lot.columns))):
            if number < len(lot.columns) and any(map(str.strip, lot.columns[number])):
                self.used.add(number)
        for number, places in self.given.items():
            if number < len(lot.columns):
                cells = enumerate(lot.columns[number], start=place)
                places += [each for each, cell in cells if cell.strip()]

    def _see_merged(self, lot: Lot) -> None:
        if self._starts.keys().isdisjoint(lot.lines):
            return
        for line, cells in lot:
            for area in self._starts.get(line, ()):
                if area.first_column < len(cells) and (text := cells[area.first_column]).strip():
                    self.merged.append((area, text))

    def _unlike_others(self, lot: Lot) -> Iterable[int]:
        """The numbers of the rows that may be totals, thin or the header again: no words stand in two columns."""
        again = self._begun_by.intersection(lot.columns[0]) if lot.columns else ()
        found = [0] * len(lot)
        for column in lot.columns:
            found = list(map(add, found, map(bool, map(_WORD.search, column))))
            if min(found) > 1 and not again:
                return ()
        begun = lot.columns[0] if again else found
        return [n for n, words in enumerate(found) if words < 2 or begun[n] in again]

    def _see(self, place: int, row: Row) -> None:
        filled = filled_cells(row)
        if (len(filled) > 1 or self._most_in_total) and sums_up(filled):
            self.totals[place] = row
        elif len(filled) == 1:
            self.thin[place] = row
        elif row.cells in self._heads:
            self.again[place] = row
