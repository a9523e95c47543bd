"""The cells of a row by field, as the columns of its table became fields."""

import re
from collections.abc import Sequence

from signatories.imports.columns.column import Column
from signatories.imports.columns.mapping import REPEATED
from signatories.sources.documents import Row

_BETWEEN = {"tag": "; ", "notes": "\n"}
_HALVES = ("given_name", "family_name")
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


class CellReader:
    """Reads rows of one table. What it says of a row depends on nothing but that row."""

    def __init__(self, columns: Sequence[Column], kind: str) -> None:
        self._fields = [(column.number, column.field) for column in columns if column.field]
        ours = [column.field for column in columns if column.field and not column.is_own]
        self._repeated = {field for field in REPEATED if ours.count(field) > 1}
        self._has_halves = any(field in ours for field in _HALVES)
        self._whole = "person" if kind == "recipients" else "name"

    @property
    def has_entries(self) -> bool:
        """Whether a column holds whole lines, which may be numbered."""
        return any(field == "entry" for _, field in self._fields)

    def read(self, row: Row) -> dict[str, str]:
        """The cells by field, untouched; several tags and notes as one text, the halves of a name as the name.

        A field whose column the row does not reach is not in it.
        """
        cells: dict[str, str] = {}
        given, width = row.cells, len(row.cells)
        for number, field in self._fields:
            if number < width:
                cell = given[number]
                cells[field] = self._added(cells, field, cell) if field in self._repeated else cell
        return self._with_whole_name(cells) if self._has_halves else cells

    def _added(self, cells: dict[str, str], field: str, cell: str) -> str:
        return _BETWEEN[field].join(filter(str.strip, (cells.get(field, ""), cell)))

    def _with_whole_name(self, cells: dict[str, str]) -> dict[str, str]:
        """The name in place of its halves. A whole name that has a column of its own is believed."""
        given, family = (cells.pop(field, "").strip() for field in _HALVES)
        if (given or family) and not cells.get(self._whole, "").strip():
            cells[self._whole] = _joined(given, family)
        return cells


def _joined(given: str, family: str) -> str:
    """The name as it is printed: in Chinese, Japanese and Korean script the family's stands first."""
    if _FAMILY_FIRST.fullmatch(family) and _FAMILY_FIRST.fullmatch(given):
        return family + given
    return " ".join(filter(None, (given, family)))
