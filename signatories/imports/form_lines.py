"""Blocks of lines that are filled in like a form, a signatory each: Name: Anna Berg, and below it Country: Kenya."""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import sub

from signatories import column_names
from signatories.imports.columns.cells import whole_name
from signatories.imports.columns.mapping import FIELDS
from signatories.sources.documents import Row

_LINE = re.compile(r"\s*[*•-]?\s*(?P<label>[^:：]{1,40}?)\s*[:：]\s*(?P<value>.*)", re.DOTALL)
_FIELDS = {"person": "name"}
_FEWEST = 2  # fields of a form, of which one names somebody
_NAMING = frozenset({"name", "organisation", "entry"})
_HALVES = ("given_name", "family_name")

_Told = tuple[Row, str, str]  # a line, the field that its label means, and what it says


def records(rows: Sequence[Row]) -> list[tuple[Row, Mapping[str, str]]]:
    """A row for each block, with its texts by field; none where the lines are no form, or may be read in two ways.

    A form has labels alone, a field once in a block, and in all its blocks the same field that names somebody.
    """
    told: list[_Told] = []
    for row in rows:
        said = _told(row.cells[0])
        if said is None:
            return []
        told.append((row, *said))
    if len({field for _, field, _ in told}) < _FEWEST:
        return []
    found: list[tuple[Row, Mapping[str, str]]] = []
    for lines in _blocks(told):
        cells = {field: value for _, field, value in lines}
        if len(cells) < len(lines):
            return []
        found.append((_joined([row for row, _, _ in lines]), _named(cells)))
    return found if _NAMING.intersection(*(cells for _, cells in found)) else []


def _told(line: str) -> tuple[str, str] | None:
    """The field that a line's label means, and what it says."""
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    meant = (_FIELDS.get(field, field) for field in column_names.meant_by(match["label"]))
    field = next((field for field in meant if field in FIELDS["sign-ons"]), None)
    return (field, match["value"].strip()) if field else None


def _blocks(told: Sequence[_Told]) -> Iterator[Sequence[_Told]]:
    """The lines together until a gap, or until the field comes again that the first block begins with."""
    numbers = [row.line for row, _, _ in told]
    step = min(map(sub, numbers[1:], numbers))  # 2 where each line has a blank one below it
    block = [told[0]]
    for line in told[1:]:
        is_apart = line[0].line - block[-1][0].line > step
        is_first = line[1] == told[0][1] and any(field == line[1] for _, field, _ in block)
        if is_apart or is_first:
            yield block
            block = []
        block.append(line)
    yield block


def _named(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The texts with the halves of a name as the name."""
    given, family = (cells.get(half, "") for half in _HALVES)
    if not (given or family):
        return cells
    others = {field: text for field, text in cells.items() if field not in _HALVES}
    return {"name": whole_name(given, family), **others}


def _joined(lines: Sequence[Row]) -> Row:
    return Row(lines[0].line, ("\n".join(row.cells[0] for row in lines),))
