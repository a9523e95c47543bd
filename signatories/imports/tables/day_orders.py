"""Days in figures such as 03/04/2010: the other dates of a column tell whether its days or its months come first."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from signatories.dates import parse_date
from signatories.imports.cell_lots import CellLot
from signatories.imports.tables.cleaning import DAY_FIRST, MONTH_FIRST, Proposal
from signatories.texts import N_, Message, message

DATES: Mapping[str, tuple[str, ...]] = {
    "sign-ons": ("date",),
    "treaty": ("signature", "ratification", "withdrawal"),
}
"""The fields that hold days, by what the rows are."""

_FIGURES = re.compile(r"(?<![\d/-])(?P<first>\d{1,2})([/-])(?P<second>\d{1,2})\2\d{4}(?!\d)")
_SHOWN = 3
_MOST_FOR_ONE = (
    10  # dates in doubt that a clear one may decide: alone among more it is rather a slip
)
_EARLIEST = 1900  # year: a sheet writes a day before it in place of none
_MONTH_IS_FIRST = N_(
    "Read with the month first, as “{other}” in the same column must be: %n date(s) such as “{example}”."
)
_DAY_IS_FIRST = N_(
    "Read with the day first, as “{other}” in the same column must be: %n date(s) such as “{example}”."
)


@dataclass(slots=True)
class _Column:
    """Dates of a column that can be read in two ways, and those that cannot, by whether their month is first."""

    unclear: Counter[str] = field(default_factory=Counter)
    clear: dict[bool, list[str]] = field(default_factory=dict)

    def note(self, cells: Iterable[str]) -> None:
        for cell in cells:
            for found in _FIGURES.finditer(cell):
                self._note_date(found[0], int(found["first"]), int(found["second"]))

    def _note_date(self, date: str, first: int, second: int) -> None:
        """Note it, unless it is no date, or the same in either way as 5/5/2010 is."""
        if (day := parse_date(date)) and first != second:
            if day.year >= _EARLIEST:
                self.clear.setdefault(second > first, []).append(date)
        elif parse_date(date, month_first=True) and first != second:
            self.unclear[date] += 1

    @property
    def month_first(self) -> bool | None:
        """What its other dates tell; None where they are too few, or contradict each other."""
        if len(self.clear) != 1:
            return None
        ((first, dates),) = self.clear.items()
        return first if self.unclear.total() <= _MOST_FOR_ONE * len(dates) else None


class DayOrders:
    """What the cells of some fields tell; all rows must have been seen before it is asked."""

    def __init__(self, kind: str) -> None:
        self._columns = {name: _Column() for name in DATES.get(kind, ())}

    def watching(self, lots: Iterable[CellLot]) -> Iterator[CellLot]:
        """The same rows, their dates noted as they pass."""
        for lot in lots:
            for name, column in self._columns.items():
                column.note(lot.columns.get(name, ()))
            yield lot

    def month_first(self, agreed: Collection[str]) -> dict[str, bool]:
        """By field whether the month comes first, told by its dates or agreed to; others are not guessed."""
        asked = {DAY_FIRST: False, MONTH_FIRST: True}
        wanted = [asked[kind] for kind in asked if kind in agreed]
        usual = wanted[0] if len(wanted) == 1 else None
        found = {
            name: usual if column.month_first is None else column.month_first
            for name, column in self._columns.items()
            if column.unclear
        }
        return {name: first for name, first in found.items() if first is not None}

    def said(self) -> Iterator[Message]:
        """Which columns were decided by their own dates."""
        for column in self._columns.values():
            if column.unclear and column.month_first is not None:
                yield message(
                    _MONTH_IS_FIRST if column.month_first else _DAY_IS_FIRST,
                    n=column.unclear.total(),
                    example=next(iter(column.unclear)),
                    other=column.clear[column.month_first][0],
                )

    def proposals(self) -> tuple[Proposal, ...]:
        """The two ways to read what no date of its column decides: a question, with both shown."""
        unclear: Counter[str] = Counter()
        for column in self._columns.values():
            if column.month_first is None:
                unclear += column.unclear
        if not unclear:
            return ()
        return tuple(
            Proposal(kind, unclear.total(), tuple(_examples(unclear, month_first=first)))
            for kind, first in ((DAY_FIRST, False), (MONTH_FIRST, True))
        )


def _examples(dates: Iterable[str], *, month_first: bool) -> Iterator[tuple[str, str]]:
    for date in list(dates)[:_SHOWN]:
        yield date, str(parse_date(date, month_first=month_first))
