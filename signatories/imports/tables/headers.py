"""Which rows name the columns of a table: under titles, over two rows, with merged cells and hashtags."""

import re
import statistics
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from signatories import column_names
from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.tables.hashtags import is_hashtag_row, meanings
from signatories.imports.tables.labels import joined, spread
from signatories.imports.tables.other_answers import are_kinds, without_kinds
from signatories.sources.documents import Area, Row

SEARCHED_ROWS = 40  # titles and notes above a header are a few lines, never pages

_COMPARED_ROWS = 12
_LONGEST_NAME = 80
_MOST_GROUP_ROWS = 2
_DATA = re.compile(r"(?=\D{0,80}\d)[\d\s.,/:+%-]+|\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_NAMING = frozenset({"entry", "name", "organisation", "participant", "given_name", "family_name"})
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Header:
    """The rows `begin` to `end` (not included) name the columns, all told; `line` is the lowest with names.

    `names` are as they stand, empty where a column has none. `meanings` are fields by column, from the hashtags in
    the row at `hashtags_place`, where they do not stand for the names.
    """

    begin: int
    end: int
    line: int | None
    names: tuple[str, ...]
    meanings: Mapping[int, str] = field(default_factory=dict)
    hashtags_place: int | None = None


def find(
    rows: Sequence[Row],
    merges: Sequence[Area] = (),
    told: Collection[str] = (),
    line: int | None = None,
) -> Header | None:
    """The header of a table, or None. `told` names columns that it has; `line` says where it is, 0: nowhere."""
    if line == 0:
        return Header(0, 0, None, ())
    if line is not None:
        number = bisect_left(rows, line, key=lambda row: row.line)
        return _header(rows, number, merges) if number < len(rows) else None
    head = list(rows[: SEARCHED_ROWS + _COMPARED_ROWS])
    found = _above_hashtags(head)
    if found is None:
        found = _by_known_words(head, {fold(column) for column in told})
    if found is None:
        found = next((n for n in range(len(head)) if _looks_like_header(head, n)), None)
    return None if found is None else _header(rows, found, merges)


def filled_cells(row: Row) -> list[str]:
    """The cells that hold something, without the spaces around them."""
    return [text for cell in row.cells if (text := cell.strip())]


def cell(row: Row, number: int) -> str:
    """A cell without the spaces around it, empty where the row is shorter."""
    return row.cells[number].strip() if number < len(row.cells) else ""


def usual_width(rows: Sequence[Row]) -> int:
    """How many cells are filled in most of the rows."""
    return round(statistics.median([len(filled_cells(row)) for row in rows] or [0]))


def naming_columns(names: Sequence[str]) -> frozenset[int]:
    """The columns whose names say that they name the records."""
    return frozenset(
        n for n, name in enumerate(names) if not _NAMING.isdisjoint(column_names.meant_by(name))
    )


def _above_hashtags(head: Sequence[Row]) -> int | None:
    """The row above a hashtag row, or that row itself where it is all there is."""
    for number, row in enumerate(head[:SEARCHED_ROWS]):
        if is_hashtag_row(row) and len(filled_cells(row)) > 1:
            return number - 1 if number and _may_name(head[number - 1]) else number
    return None


def _by_known_words(head: Sequence[Row], wanted: Collection[str]) -> int | None:
    """The row with the most known words, or that names the columns wanted; one word alone must not stand lower
    than a row that looks like a header.
    """
    searched = range(min(len(head) - 1, SEARCHED_ROWS))  # the last row heads nothing
    scores = [_score(head, number, wanted) for number in searched]
    best = max(scores, default=0)
    if not best:
        return None
    found = scores.index(best)
    if best == 1:
        return next((n for n in range(found) if _looks_like_header(head, n)), found)
    return found


def _score(head: Sequence[Row], number: int, wanted: Collection[str]) -> int:
    filled = filled_cells(head[number])
    named = 100 * len({fold(cell) for cell in filled} & set(wanted))
    is_thin = 2 * len(filled) < usual_width(head[number + 1 : number + 1 + _COMPARED_ROWS])
    if not named and (is_thin or any(_is_data(cell) for cell in filled)):
        return 0
    return named + sum(len(cell) > 1 and column_names.is_known(cell) for cell in filled)


def _looks_like_header(head: Sequence[Row], number: int) -> bool:
    """Two or more different short texts, or years that count up, at least as many as the next row has.

    The first may be missing: the column of names often has none.
    """
    filled, below = filled_cells(head[number]), head[number + 1 :]
    is_first_missing = not cell(head[number], 0)
    return (
        len(filled) > 1
        and len(set(filled)) == len(filled)
        and (_may_name(head[number]) or _are_years(filled))
        and bool(below)
        and not _is_one_of(head[number], below[:_COMPARED_ROWS])
        and len(filled) + is_first_missing >= len(filled_cells(below[0]))
        and 2 * len(filled) >= usual_width(below[:_COMPARED_ROWS])
    )


def _is_one_of(row: Row, below: Sequence[Row]) -> bool:
    """Whether the row holds a country or a person where most rows below it do, as a record does."""
    return any(
        is_such(text) and 2 * sum(is_such(cell(other, n)) for other in below) > len(below)
        for is_such in (shapes.is_country, shapes.looks_like_full_name)
        for n in range(len(row.cells))
        if (text := cell(row, n))
    )


def _may_name(row: Row) -> bool:
    filled = filled_cells(row)
    return all(len(cell) < _LONGEST_NAME and not _is_data(cell) for cell in filled)


def _is_data(cell: str) -> bool:
    return bool(_DATA.fullmatch(cell)) and not _YEAR.fullmatch(cell)


def _are_years(cells: Sequence[str]) -> bool:
    return (
        len(cells) > 2
        and all(map(_YEAR.fullmatch, cells))
        and list(cells) in (sorted(cells), sorted(cells, reverse=True))
    )


def _header(rows: Sequence[Row], number: int, merges: Sequence[Area]) -> Header:
    """The header whose names stand in that row, with what the rows above and below add to them."""
    if number and are_kinds(rows[number - 1], rows[number]):
        number -= 1
    begin = number
    while begin and number - begin < _MOST_GROUP_ROWS and _is_group_row(rows, begin - 1, merges):
        begin -= 1
    has_kinds = number + 1 < len(rows) and are_kinds(rows[number], rows[number + 1])
    if has_kinds or (
        number + 1 < len(rows) and _is_lower_row(rows[number], rows[number + 1], merges)
    ):
        number += 1
    end = number + 1
    tags = next((n for n in (number, end) if n < len(rows) and is_hashtag_row(rows[n])), None)
    spreads = [spread(row, merges) for row in rows[begin:end]]
    if has_kinds:
        spreads[-1] = without_kinds(spreads[-1])
    names = joined(spreads)
    line = rows[number].line
    if tags is None:
        return Header(begin, end, line, names)
    below = tags if tags == end else None
    return Header(begin, max(end, tags + 1), line, names, meanings(rows[tags]), below)


def _is_group_row(rows: Sequence[Row], number: int, merges: Sequence[Area]) -> bool:
    """Whether a row gives headings to several columns of the next at once."""
    above, names = rows[number], rows[number + 1]
    filled = filled_cells(above)
    if above.line + 1 != names.line or not _may_name(above) or filled[0].endswith(":"):
        return False
    if is_hashtag_row(names) or is_hashtag_row(above):
        return False
    across = [area for area in merges if area.first_line == above.line and _is_across(area)]
    if across:
        return len(filled) > 1
    return 1 < len(filled) < len(filled_cells(names))


def _is_lower_row(names: Row, below: Row, merges: Sequence[Area]) -> bool:
    """Whether the row below divides columns further: it has names only where the upper row leaves room."""
    if is_hashtag_row(below) or not _may_name(below) or below.line != names.line + 1:
        return False
    across = [area for area in merges if area.first_line == names.line and _is_across(area)]
    room = {n for area in across for n in range(area.first_column, area.last_column + 1)}
    if not across:
        blank = {n for n in range(len(below.cells)) if not cell(names, n)}
        room = blank | {n - 1 for n in blank}
    parts = {n for n, cell in enumerate(below.cells) if cell.strip()}
    texts = filled_cells(below)
    is_telling = sum(map(column_names.is_known, texts)) * 2 >= len(texts)
    return bool(parts) and parts <= room and (is_telling or len(set(texts)) < len(texts))


def _is_across(area: Area) -> bool:
    return area.last_column > area.first_column
