"""Rows that follow each other, held by column.

What can be wrong with a cell is wrong with few: of a column as one text it is told in one step whether any has it, and
most rows need not be looked at one by one. That, and fewer objects, is why columns and not rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, zip_longest
from typing import overload

from signatories.sources.documents import Row

SIZE = 256  # rows: one is found in half a millisecond, and a million rows need 4,000 offsets

Texts = Sequence[str]
"""The cells of a column."""


class Lot(Sequence[Row]):
    """Some rows: their lines, how many cells each has, and columns that are "" where a row ends before them."""

    def __init__(
        self, lines: Sequence[int], widths: Sequence[int], columns: Sequence[Texts]
    ) -> None:
        self.lines = lines
        self.widths = widths
        self.columns = columns
        self.is_even = not widths or min(widths) == len(columns)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Lot":
        """Rows turned into columns."""
        held = list(rows)
        cells = [row.cells for row in held]
        columns = tuple(zip_longest(*cells, fillvalue=""))
        return cls([row.line for row in held], list(map(len, cells)), columns)

    def without(self, places: Iterable[int]) -> "Lot":
        """The rows but for those at these places."""
        kept = bytearray(b"\1" * len(self.lines))
        for place in places:
            kept[place] = 0
        lines, widths = (list(compress(part, kept)) for part in (self.lines, self.widths))
        return Lot(lines, widths, [list(compress(column, kept)) for column in self.columns])

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "Lot": ...
    def __getitem__(self, place: int | slice) -> "Row | Lot":
        if isinstance(place, slice):
            columns = [column[place] for column in self.columns]
            return Lot(self.lines[place], self.widths[place], columns)
        cells = tuple([column[place] for column in self.columns[: self.widths[place]]])
        return Row(self.lines[place], cells)

    def __iter__(self) -> Iterator[Row]:
        whole = zip(*self.columns, strict=True)
        if self.is_even:
            return map(Row, self.lines, whole)
        each = zip(self.lines, self.widths, whole, strict=True)
        return (Row(line, cells[:width]) for line, width, cells in each)


def lots(rows: Sequence[Row]) -> Iterator[Lot]:
    """All rows in lots of their own making, else of SIZE."""
    own = getattr(rows, "lots", None)
    if own is not None:
        yield from own()
        return
    for begin in range(0, len(rows), SIZE):
        yield Lot.of(rows[begin : begin + SIZE])
