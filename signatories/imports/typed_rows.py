"""Rows of a file in which somebody typed other texts: the file itself stays as it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from signatories.imports.cell_lots import CellLot, CellRows, Cells, cell_lots
from signatories.sources.documents import Row

Typed = Mapping[int, Cells]
"""Texts in place of those of a file, by field, by the line of their row."""


class TypedRows(Sequence[tuple[Row, Cells]]):
    """The rows with what was typed. Each row itself, and so its digest, is as the file has it."""

    def __init__(self, rows: CellRows, typed: Typed) -> None:
        self._rows = rows
        self._typed = typed

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> tuple[Row, Cells]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[Row, Cells]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Row, Cells] | list[tuple[Row, Cells]]:
        if isinstance(place, slice):
            return [self._with_typed(*row) for row in self._rows[place]]
        return self._with_typed(*self._rows[place])

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

    def _with_typed(self, row: Row, cells: Cells) -> tuple[Row, Cells]:
        return row, {**cells, **self._typed.get(row.line, {})}


def with_typed(rows: CellRows, typed: Typed) -> CellRows:
    """The rows with what was typed, if anything was."""
    return TypedRows(rows, typed) if typed else rows
