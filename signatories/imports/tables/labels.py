"""What columns are called: by the rows of their header, each by a name of its own, else by its letter."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from signatories import column_names
from signatories.sources.documents import Area, Row
from signatories.texts import N_

_COLUMN = N_("Column")
_ADDRESSES = {
    "E-mail": re.compile(r"[^\s@;,]+@[^\s@;,]+\.\w+(?:; [^\s@;,]+@[^\s@;,]+\.\w+)*"),
    # A page may be of anything: who signs, or a search.
    "Linked page": re.compile(r"https?://\S+(?:; https?://\S+)*", re.IGNORECASE),
}


def named(names: Sequence[str], used: Collection[int]) -> tuple[str, ...]:
    """A different name for each column; one without is called by its letter, if it is used."""
    taken: set[str] = {""}
    latest: Counter[str] = Counter()
    found = []
    for number in range(max([len(names), *(n + 1 for n in used)])):
        name = names[number] if number < len(names) else ""
        if not name and number in used:
            name = f"{_COLUMN} {_letters(number)}"
        own = name and distinct(name, taken, latest[name])
        taken.add(own)
        latest[name] += 1
        found.append(own)
    return tuple(found)


def of_addresses(names: Sequence[str], rows: Sequence[Row]) -> tuple[str, ...]:
    """The names, and one for each column without that has only addresses of mails or pages, as links behind cells."""
    width = max([len(names), *(len(row.cells) for row in rows)])
    own = [*names, *[""] * (width - len(names))]
    nameless = [number for number, name in enumerate(own) if not name]
    found = _addresses(nameless, rows) if nameless else {}
    return tuple(name or found.get(number, "") for number, name in enumerate(own))


def _addresses(numbers: Sequence[int], rows: Iterable[Row]) -> dict[int, str]:
    """Those of some columns that hold only addresses of one sort, and what such columns are called."""
    left: dict[int, dict[str, re.Pattern[str]]] = {}
    for row in rows:
        for number in numbers[: bisect_left(numbers, len(row.cells))]:
            if cell := row.cells[number].strip():
                may_be = left.get(number, _ADDRESSES)
                left[number] = {name: each for name, each in may_be.items() if each.fullmatch(cell)}
    return {number: next(iter(may_be)) for number, may_be in left.items() if may_be}


def distinct(name: str, taken: Collection[str], times: int = 0) -> str:
    """The name, with a number when it is taken already; `times` tells how often at least."""
    number = times + 1
    while (found := f"{name} ({number})" if number > 1 else name) in taken:
        number += 1
    return found


def _letters(number: int) -> str:
    """A column's letters as in a sheet: A, B … Z, AA."""
    letters = ""
    while number >= 0:
        number, letter = divmod(number, 26)
        letters, number = chr(ord("A") + letter) + letters, number - 1
    return letters


def spread(row: Row, merges: Sequence[Area]) -> list[str]:
    """The cells of a header row, tidied, merged ones with their text in each column."""
    cells = [" ".join(cell.split()) for cell in row.cells]
    for area in merges:
        if area.first_line == row.line and area.first_column < len(cells):
            cells += [""] * (area.last_column + 1 - len(cells))
            width = area.last_column + 1 - area.first_column
            cells[area.first_column : area.last_column + 1] = [cells[area.first_column]] * width
    return cells


def joined(rows: Sequence[list[str]]) -> tuple[str, ...]:
    """One name per column: the lowest, with those above it where it is missing, stands twice or says only "name"."""
    width = max(map(len, rows))
    upper, lowest = [_widened(row, width) for row in rows[:-1]], _widened(rows[-1], width)
    for row in reversed(upper):
        lowest = [name or above for name, above in zip(lowest, row, strict=True)]
    counts = Counter(lowest)
    groups = [_carried(row) for row in upper]
    return tuple(
        _qualified(name, [row[n] for row in groups if row[n] != name], counts[name] > 1)
        for n, name in enumerate(lowest)
    )


def _qualified(name: str, groups: Sequence[str], is_double: bool) -> str:
    """The name below the headings of its group, where it stands twice, or says only "name": of what?"""
    says_of_what = column_names.is_bare_name(name) and any(map(column_names.is_known, groups))
    if not name or not (is_double or says_of_what):
        return name
    return " / ".join([*dict.fromkeys(filter(None, groups)), name])


def _carried(row: Sequence[str]) -> list[str]:
    """A row of headings that each hold for the columns to their right, too."""
    carried: list[str] = []
    for cell in row:
        carried.append(cell or (carried[-1] if carried else ""))
    return carried


def _widened(row: list[str], width: int) -> list[str]:
    return row + [""] * (width - len(row))
