"""The rows of a table or of mails as texts by field, read from their cells whenever they are asked for."""

from collections.abc import Collection, Iterator, Sequence
from typing import overload

from signatories.imports.cell_lots import CellLot, Cells, gathered
from signatories.imports.columns.cells import CellReader
from signatories.imports.lines.entries import without_numbers
from signatories.imports.tables import cleaning
from signatories.imports.tables.left_out import LeftOut
from signatories.sources.documents import Row
from signatories.sources.lots import lots
from signatories.sources.mail import mails


class ContentRows(Sequence[tuple[Row, Cells]]):
    """Each row with its texts by field: repaired as agreed to, entries without the numbers that count them."""

    def __init__(
        self,
        rows: Sequence[Row],
        reader: CellReader,
        repairs: Collection[str] = (),
        left_out: Sequence[LeftOut] = (),
        people: Collection[str] = frozenset(),
    ) -> None:
        self._rows = rows
        self._reader = reader
        self._repairs = repairs
        self._left_out = left_out
        self._people = people

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> tuple[Row, Cells]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Row, Cells], ...]: ...
    def __getitem__(self, index: int | slice) -> tuple[Row, Cells] | tuple[tuple[Row, Cells], ...]:
        numbers = range(len(self))[index]
        if isinstance(numbers, range):
            return tuple(self[number] for number in numbers)
        if not self._reader.has_entries:
            return self._plain(self._rows[numbers])
        first, last = max(numbers - 1, 0), min(numbers + 1, len(self) - 1)
        near = [self._rows[number] for number in range(first, last + 1)]
        return self._content(near, numbers - first)

    def __iter__(self) -> Iterator[tuple[Row, Cells]]:
        return self._entries() if self._reader.has_entries else map(self._plain, self._rows)

    def lots(self) -> Iterator[CellLot]:
        """All of them, by column."""
        if self._reader.has_entries or self._repairs:
            return gathered(self)
        return map(self._reader.lot, lots(self._rows))

    def _entries(self) -> Iterator[tuple[Row, Cells]]:
        """As they follow each other, each with the rows beside it."""
        near: list[Row] = []
        for row in self._rows:
            near = [*near[-2:], row]
            if len(near) > 1:
                yield self._content(near, len(near) - 2)
        if near:
            yield self._content(near[-2:], len(near[-2:]) - 1)

    def _content(self, near: Sequence[Row], place: int) -> tuple[Row, Cells]:
        """The texts of one row; those beside it tell whether a number before an entry counts on."""
        cells: Cells = self._reader.read(near[place])
        if cells.get("entry"):
            entries = [self._reader.read(row).get("entry", "") for row in near]
            cells = {**cells, "entry": without_numbers(entries)[place]}
        return near[place], self._repaired(cells)

    def _plain(self, row: Row) -> tuple[Row, Cells]:
        """The texts of a row without an entry: what stands beside it says nothing of it."""
        return row, self._repaired(self._reader.read(row))

    def _repaired(self, cells: Cells) -> Cells:
        return cleaning.repair(cells, self._repairs, self._left_out, self._people)


class MailRows(Sequence[tuple[Row, Cells]]):
    """Mails as cells by field; they may lie on disk."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> tuple[Row, Cells]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[Row, Cells]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Row, Cells] | list[tuple[Row, Cells]]:
        if isinstance(place, slice):
            return [_cells(row) for row in self._rows[place]]
        return _cells(self._rows[place])

    def __iter__(self) -> Iterator[tuple[Row, Cells]]:
        return map(_cells, self._rows)


def _cells(row: Row) -> tuple[Row, Cells]:
    cells = dict(zip(mails.COLUMNS, row.cells, strict=True))
    return row, {**cells, "line": str(row.line)}
