"""The rows of a table or of mails as texts by field, read from their cells whenever they are asked for."""

from collections.abc import Collection, Iterator, Sequence

from signatories.imports.cell_lots import CellLot, Cells, gathered
from signatories.imports.columns.cells import CellReader
from signatories.imports.lines.entries import without_numbers
from signatories.imports.on_demand import OnDemand
from signatories.imports.tables import cleaning
from signatories.imports.tables.left_out import LeftOut
from signatories.sources.documents import Row
from signatories.sources.lots import lots
from signatories.sources.mail import mails


class ContentRows(OnDemand[tuple[Row, Cells]]):
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

    def __iter__(self) -> Iterator[tuple[Row, Cells]]:
        return self._entries() if self._reader.has_entries else map(self._plain, self._rows)

    def lots(self) -> Iterator[CellLot]:
        """All of them, by column."""
        if self._reader.has_entries or self._repairs:
            return gathered(self)
        return map(self._reader.lot, lots(self._rows))

    def _at(self, number: int) -> tuple[Row, Cells]:
        if not self._reader.has_entries:
            return self._plain(self._rows[number])
        first, last = max(number - 1, 0), min(number + 1, len(self) - 1)
        near = [self._rows[number] for number in range(first, last + 1)]
        return self._content(near, number - first)

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


class MailRows(OnDemand[tuple[Row, Cells]]):
    """Mails as cells by field; they may lie on disk."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[tuple[Row, Cells]]:
        return map(_cells, self._rows)

    def _at(self, number: int) -> tuple[Row, Cells]:
        return _cells(self._rows[number])


def _cells(row: Row) -> tuple[Row, Cells]:
    cells = dict(zip(mails.COLUMNS, row.cells, strict=True))
    return row, {**cells, "line": str(row.line)}
