"""Rows of a file with their cells by field, a lot of them at once: row by row, or column by column."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from signatories.sources.documents import Row
from signatories.sources.lots import SIZE, Lot, Texts

Cells = Mapping[str, str]
CellRows = Sequence[tuple[Row, Cells]]
"""Rows of a file, each with its cells by field; they may lie on disk."""


@dataclass(frozen=True, slots=True)
class CellLot:
    """Some rows that follow each other. `missing` are the numbers of rows in which a field is not, by field: there
    the column is "".
    """

    rows: Sequence[Row]
    columns: Mapping[str, Texts]
    missing: Mapping[str, Collection[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Sequence[tuple[Row, Cells]]) -> "CellLot":
        """Rows turned into columns."""
        cells = [each for _, each in rows]
        fields = dict.fromkeys(name for each in cells for name in each)
        columns = {name: [each.get(name, "") for each in cells] for name in fields}
        missing = {
            name: {number for number, each in enumerate(cells) if name not in each}
            for name in fields
        }
        return cls([row for row, _ in rows], columns, missing)

    @property
    def lines(self) -> Sequence[int]:
        """The line that each row stands at."""
        return self.rows.lines if isinstance(self.rows, Lot) else [row.line for row in self.rows]

    def count(self, name: str) -> int:
        """How many rows have a field, be it blank."""
        return len(self.rows) - len(self.missing.get(name, ()))

    def cells(self, number: int) -> dict[str, str]:
        """The cells of one row."""
        return {
            name: column[number]
            for name, column in self.columns.items()
            if number not in self.missing.get(name, ())
        }

    def each(self) -> Iterator[dict[str, str]]:
        """The cells of all rows, one after the other."""
        if any(self.missing.values()) or not self.columns:
            return map(self.cells, range(len(self.rows)))
        names = tuple(self.columns)
        whole = zip(*self.columns.values(), strict=True)
        return (dict(zip(names, texts, strict=True)) for texts in whole)


def cell_lots(rows: CellRows) -> Iterator[CellLot]:
    """All rows in lots of their own making, else of SIZE."""
    own = getattr(rows, "lots", None)
    if own is not None:
        yield from own()
    else:
        yield from gathered(rows)


def gathered(rows: Iterable[tuple[Row, Cells]]) -> Iterator[CellLot]:
    """Rows that come one by one."""
    rest = iter(rows)
    while some := list(islice(rest, SIZE)):
        yield CellLot.of(some)
