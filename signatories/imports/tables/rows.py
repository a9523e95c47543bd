"""The rows of a table as a view over those of its sheet: some left out, some cells filled in, none copied."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, starmap

from signatories.imports.on_demand import OnDemand
from signatories.imports.tables.filling import Filler
from signatories.sources.documents import Row
from signatories.sources.lots import Lot, lots


class TableRows(OnDemand[Row]):
    """The rows of a sheet from the place `begin` on, but for the places left out."""

    def __init__(
        self, rows: Sequence[Row], begin: int, left_out: Iterable[int], fillers: Sequence[Filler]
    ) -> None:
        self._rows = rows
        self._begin = begin
        self._left_out = array("Q", sorted(left_out))
        self._fillers = fillers

    def __len__(self) -> int:
        return len(self._rows) - self._begin - len(self._left_out)

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self.lots())

    def lots(self) -> Iterator[Lot]:
        """All rows, by column."""
        place = self._begin
        for lot in lots(self._rows[self._begin :]):
            first, place = place, place + len(lot)
            rows = Lot.of(starmap(self._filled, enumerate(lot, first))) if self._fillers else lot
            begin, end = (bisect_left(self._left_out, each) for each in (first, place))
            out = [number - first for number in self._left_out[begin:end]]
            yield rows.without(out) if out else rows

    def _at(self, number: int) -> Row:
        place = self._place(number)
        return self._filled(place, self._rows[place])

    def _place(self, number: int) -> int:
        """The place in the sheet of a row of the table: each one left out before it moves it on."""
        before = bisect_left(
            range(len(self._left_out)),
            number + 1,
            key=lambda n: self._left_out[n] - self._begin - n,
        )
        return self._begin + number + before

    def _filled(self, place: int, row: Row) -> Row:
        if not self._fillers:
            return row
        cells = list(row.cells)
        for filler in self._fillers:
            filler.fill((place, row), cells)
        return Row(row.line, tuple(cells))
