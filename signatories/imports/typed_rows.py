"""Rows of a file in which somebody typed other texts: the file itself stays as it is."""

from collections.abc import Iterator, Mapping

from signatories.imports.cell_lots import CellLot, CellRows, Cells, cell_lots
from signatories.imports.on_demand import OnDemand
from signatories.sources.documents import Row

Typed = Mapping[int, Cells]
"""Texts in place of those of a file, by field, by the line of their row."""


class TypedRows(OnDemand[tuple[Row, Cells]]):
    """The rows with what was typed. Each row itself, and so its digest, is as the file has it."""

    def __init__(self, rows: CellRows, typed: Typed) -> None:
        self._rows = rows
        self._typed = typed

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[tuple[Row, Cells]]:
        return (self._with_typed(*row) for row in self._rows)

    def lots(self) -> Iterator[CellLot]:
        """All of them, by column."""
        for lot in cell_lots(self._rows):
            if self._typed.keys().isdisjoint(lot.lines):
                yield lot
            else:
                each = zip(lot.rows, lot.each(), strict=True)
                yield CellLot.of([self._with_typed(*row) for row in each])

    def _at(self, number: int) -> tuple[Row, Cells]:
        return self._with_typed(*self._rows[number])

    def _with_typed(self, row: Row, cells: Cells) -> tuple[Row, Cells]:
        return row, {**cells, **self._typed.get(row.line, {})}


def with_typed(rows: CellRows, typed: Typed) -> CellRows:
    """The rows with what was typed, if anything was."""
    return TypedRows(rows, typed) if typed else rows
