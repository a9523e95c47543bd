"""The cells of a row by field, as the columns of its table became fields."""

import re
from collections.abc import Sequence

from signatories.imports.columns.column import Column
from signatories.imports.columns.mapping import REPEATED
from signatories.sources.documents import Row

_BETWEEN = {"tag": "; ", "notes": "\n"}
_HALVES = ("given_name", "family_name")
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_KEPT_BLANK = ("notes", "status", "country")  # "none" is an answer, NA is Namibia
_LONGEST_BLANK = 15
_BLANKS = frozenset(
    {"-", "–", "—", "--", "---", "–––", "———", "...", "…", "/", ".", "?", "n/a", "n.a.", "n. a.", "#n/a", "n/d", "n.d."}
    | {"none", "null", "not applicable", "s/o", "sans objet", "no aplica", "k.a.", "k. a.", "keine angabe"}
    | {"ninguno", "ninguna", "aucun", "aucune", "нет данных", "н/д", "无", "無", "なし", "해당 없음", "لا يوجد"}
)  # fmt: skip
"""What people write into a cell to say that there is nothing in it."""


class CellReader:
    """Reads rows of one table. What it says of a row depends on nothing but that row."""

    def __init__(self, columns: Sequence[Column], kind: str) -> None:
        self._fields = [(column.number, column.field) for column in columns if column.field]
        ours = [column.field for column in columns if column.field and not column.is_own]
        own = {column.field for column in columns if column.is_own}
        self._may_be_blank = {*ours} - {*_KEPT_BLANK} - own
        self._repeated = {field for field in REPEATED if ours.count(field) > 1}
        self._has_halves = any(field in ours for field in _HALVES)
        self._whole = "person" if kind == "recipients" else "name"

    @property
    def has_entries(self) -> bool:
        """Whether a column holds whole lines, which may be numbered."""
        return any(field == "entry" for _, field in self._fields)

    def read(self, row: Row) -> dict[str, str]:
        """The cells by field, untouched; several tags and notes as one text, the halves of a name as the name.

        What only says that there is nothing, such as "n/a", is nothing but in notes, countries and answers.
        A field whose column the row does not reach is not in it.
        """
        cells: dict[str, str] = {}
        given, width = row.cells, len(row.cells)
        for number, field in self._fields:
            if number < width:
                cell = given[number]
                if len(cell) < _LONGEST_BLANK and field in self._may_be_blank and _is_blank(cell):
                    cell = ""
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


def _is_blank(cell: str) -> bool:
    return cell.strip().casefold() in _BLANKS


def _joined(given: str, family: str) -> str:
    """The name as it is printed: in Chinese, Japanese and Korean script the family's stands first."""
    if _FAMILY_FIRST.fullmatch(family) and _FAMILY_FIRST.fullmatch(given):
        return family + given
    return " ".join(filter(None, (given, family)))
