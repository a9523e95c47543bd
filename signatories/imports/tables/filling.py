"""Cells that stand for those below or beside them: merged ones, and a group's name on its first row only."""

import itertools
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from signatories import column_names
from signatories.imports.tables.headers import cell
from signatories.imports.tables.other_answers import says_nothing
from signatories.sources.documents import Area, Row

_GROUPS = frozenset(
    {"country", "group", "organisation", "participant", "region", "parent", "entry"}
)
_FULL, _SPARSE = 0.9, 0.5
_SEARCHED_COLUMNS = 60  # groups stand at the left


@dataclass(frozen=True, slots=True)
class FillDown:
    """A column whose empty cells mean the one above them. `done`: so they are read; `count` of texts to repeat."""

    column: str
    done: bool
    count: int
    example: str

    def as_json(self) -> dict[str, Any]:
        """The column as the command line prints it."""
        return {
            "column": self.column,
            "done": self.done,
            "count": self.count,
            "example": self.example,
        }


Placed = tuple[int, Row]
"""A row and its place in the sheet, counted from 0: rows that are blank have a line and no place."""


class Filler(Protocol):
    """Something that puts texts into a row's cells."""

    def fill(self, placed: Placed, cells: list[str]) -> None:
        """Fill the cells of that row."""


class Merged:
    """Merged cells, each with the text that stands in its first; `width` columns are filled, not a whole sheet's."""

    def __init__(self, areas: Iterable[tuple[Area, str]], width: int) -> None:
        self._by_column: dict[int, list[tuple[int, int, str]]] = {}
        for area, text in areas:
            for column in range(area.first_column, min(area.last_column + 1, width)):
                span = (area.first_line, area.last_line, text)
                self._by_column.setdefault(column, []).append(span)
        for spans in self._by_column.values():
            spans.sort()

    def fill(self, placed: Placed, cells: list[str]) -> None:
        """Put each area's text into its empty cells of this row."""
        _, row = placed
        for column, spans in self._by_column.items():
            found = bisect_right(spans, row.line, key=lambda span: span[0]) - 1
            is_empty = column >= len(cells) or not cells[column].strip()
            if found >= 0 and row.line <= spans[found][1] and is_empty:
                _put(cells, column, spans[found][2])


class Carried:
    """A text that holds for the rows below it, until the next one. `places` are the rows that have one."""

    def __init__(
        self,
        rows: Sequence[Row],
        places: Iterable[int],
        text_of: Callable[[Row], str],
        column: int,
    ) -> None:
        self._rows = rows
        self._places = array("Q", places)
        self._text_of = text_of
        self._column = column
        self._latest = (-1, "")

    def fill(self, placed: Placed, cells: list[str]) -> None:
        """Put the text in force at this row into its cell."""
        place, _ = placed
        found = bisect_right(self._places, place) - 1
        _put(cells, self._column, self._text(self._places[found]) if found >= 0 else "")

    def _text(self, place: int) -> str:
        latest, text = self._latest
        if latest != place:  # rows are mostly asked for in their order
            text = self._text_of(self._rows[place])
            self._latest = (place, text)
        return text


class OtherAnswers:
    """Puts the answer in one's own words where the question itself says nothing, or Other: columns by column."""

    def __init__(self, others: Mapping[int, int]) -> None:
        self._others = others

    def fill(self, placed: Placed, cells: list[str]) -> None:
        """Fill the cells of that row."""
        _, row = placed
        for question, other in self._others.items():
            text = cell(row, other)
            if text and (question >= len(cells) or says_nothing(cells[question])):
                _put(cells, question, text)


def sparse_columns(names: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """Columns that look as if a group's name stood on its first row only: filled there, mostly empty below,
    never twice the same or in two rows running, and where they are empty something stands to their right.
    """
    return [
        n
        for n, name in enumerate(names[:_SEARCHED_COLUMNS])
        if name and _may_name_groups(name, n, rows, min(len(names), _SEARCHED_COLUMNS))
    ]


def _may_name_groups(name: str, number: int, rows: Sequence[Row], width: int) -> bool:
    values = [text for row in rows if (text := cell(row, number))]
    meant = column_names.meant_by(name)
    if (meant and _GROUPS.isdisjoint(meant)) or not 1 < len(values) <= _SPARSE * len(rows):
        return False
    empty = [row for row in rows if not cell(row, number)]
    filled = [bool(cell(row, number)) for row in rows]
    in_a_row = sum(this and following for this, following in itertools.pairwise(filled))
    used = sum(any(cell(row, n) for n in range(number + 1, width)) for row in empty)
    return (
        len(set(values)) == len(values)
        and filled[0]
        and 2 * in_a_row < len(values)
        and used >= _FULL * len(empty)
    )


def _put(cells: list[str], column: int, text: str) -> None:
    cells += [""] * (column + 1 - len(cells))
    cells[column] = text
