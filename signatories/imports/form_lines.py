"""Blocks of lines that are filled in like a form, a signatory each: Name: Anna Berg, and below it Country: Kenya."""

import re
from collections.abc import Iterator, Mapping, Sequence

from signatories import column_names
from signatories.imports.columns.cells import whole_name
from signatories.imports.columns.mapping import FIELDS
from signatories.sources.documents import Row

_LINE = re.compile(r"\s*[*•-]?\s*(?P<label>[^:：]{1,40}?)\s*[:：]\s*(?P<value>.*)", re.DOTALL)
_FIELDS = {"person": "name"}
_FEWEST = 2  # fields of a form, of which one names somebody
_NAMING = frozenset({"name", "organisation", "entry"})
_HALVES = ("given_name", "family_name")


def records(rows: Sequence[Row]) -> list[tuple[Row, Mapping[str, str]]]:
    """A row for each block, with its texts by field; none where a line is no label with what is said to it."""
    told: list[tuple[Row, tuple[str, str]]] = []
    for row in rows:
        said = _told(row.cells[0])
        if said is None:
            return []
        told.append((row, said))
    if len({field for _, (field, _) in told}) < _FEWEST:
        return []
    found = list(_blocks(told))
    return found if all(_NAMING & cells.keys() for _, cells in found) else []


def _told(line: str) -> tuple[str, str] | None:
    """The field that a line's label means, and what it says."""
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    meant = (_FIELDS.get(field, field) for field in column_names.meant_by(match["label"]))
    field = next((field for field in meant if field in FIELDS["sign-ons"]), None)
    return (field, match["value"].strip()) if field else None


def _blocks(
    told: Sequence[tuple[Row, tuple[str, str]]],
) -> Iterator[tuple[Row, Mapping[str, str]]]:
    """The lines together until a field comes again."""
    lines: list[Row] = []
    cells: dict[str, str] = {}
    for row, (field, value) in told:
        if field in cells:
            yield _joined(lines), _named(cells)
            lines, cells = [], {}
        lines.append(row)
        cells[field] = value
    yield _joined(lines), _named(cells)


def _named(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The texts with the halves of a name as the name."""
    given, family = (cells.get(half, "") for half in _HALVES)
    if not (given or family):
        return cells
    others = {field: text for field, text in cells.items() if field not in _HALVES}
    return {"name": whole_name(given, family), **others}


def _joined(lines: Sequence[Row]) -> Row:
    return Row(lines[0].line, ("\n".join(row.cells[0] for row in lines),))
