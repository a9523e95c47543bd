"""Where a table's header is, and the rows under it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from signatories import column_names
from signatories.collation import fold
from signatories.imports import shapes
from signatories.sources.documents import Row, Source

_SEARCHED_ROWS = 40  # titles and notes above a header are a few lines, never pages
_SAMPLED_CELLS = 30
_FEWEST_COUNTRIES = 3
_DATA = re.compile(r"[\d\s.,/:+-]*\d[\d\s.,/:+%-]*|\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their headers (as they stand, each column has one), and the rows below."""

    header_line: int
    headers: tuple[str, ...]
    rows: Sequence[Row]


def find_table(source: Source, told: Collection[str] = ()) -> Table | None:
    """The table in a source: its header is the row with the most known words, or that names the columns told.

    None when no row among the first looks like a header.
    """
    rows = source.rows[:_SEARCHED_ROWS]
    wanted = {fold(column) for column in told}
    scores = [_score(row, wanted) for row in rows]
    best = max(scores, default=0)
    if best:
        return _table(source, scores.index(best))
    for number, row in enumerate(rows):
        if _looks_like_header(row, rows[number + 1 :]):
            return _table(source, number)
    return None


def known_words(table: Table) -> int:
    """How many of the headers are known words."""
    return sum(column_names.is_known(header) for header in table.headers)


def column_of_countries(table: Table, taken: Collection[int]) -> int | None:
    """The first column not taken whose cells are countries, but for a few that nobody knows."""
    for number in range(len(table.headers)):
        cells = [
            row.cells[number] for row in table.rows[:_SAMPLED_CELLS] if number < len(row.cells)
        ]
        filled = [cell for cell in cells if cell.strip()]
        if number in taken or len(filled) < _FEWEST_COUNTRIES:
            continue
        if sum(shapes.is_country(cell) for cell in filled) >= 0.8 * len(filled):
            return number
    return None


def _score(row: Row, wanted: Collection[str]) -> int:
    filled = [cell for cell in row.cells if cell.strip()]
    if any(_DATA.fullmatch(cell.strip()) for cell in filled):
        return 0
    words = {fold(cell) for cell in filled}
    return sum(column_names.is_known(cell) for cell in filled) + 100 * len(words & set(wanted))


def _looks_like_header(row: Row, below: Sequence[Row]) -> bool:
    """Two or more different short texts, at least as many as the next row has."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return (
        len(filled) > 1
        and len(set(filled)) == len(filled)
        and all(len(cell) < 80 and not _DATA.fullmatch(cell) for cell in filled)
        and bool(below)
        and len(filled) >= sum(bool(cell.strip()) for cell in below[0].cells)
    )


def _table(source: Source, number: int) -> Table:
    header, rows = source.rows[number], source.rows[number + 1 :]
    width = max([len(header.cells), *(len(row.cells) for row in rows)])
    headers = (
        *(" ".join(cell.split()) for cell in header.cells),
        *[""] * (width - len(header.cells)),
    )
    return Table(header.line, headers, rows)
