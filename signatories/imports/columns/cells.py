"""The cells of a row by field, as the columns of its table became fields."""

import re
import sys
from collections.abc import Iterator, Sequence

from signatories.imports.cell_lots import CellLot
from signatories.imports.columns.column import Column
from signatories.imports.columns.mapping import REPEATED
from signatories.sources.documents import Row
from signatories.sources.lots import Lot, Texts

_BETWEEN = {"tag": "; ", "notes": "\n"}
_HALVES = ("given_name", "family_name")
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_KEPT_BLANK = ("notes", "status")  # "none" is an answer
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
        self._begins = {field: number for number, field in reversed(self._fields)}

    @property
    def has_entries(self) -> bool:
        """Whether a column holds whole lines, which may be numbered."""
        return any(field == "entry" for _, field in self._fields)

    def read(self, row: Row) -> dict[str, str]:
        """The cells by field, untouched; several tags and notes as one text, the halves of a name as the name.

        What only says that there is nothing, such as "n/a", is nothing but in notes and answers.
        A field whose column the row does not reach is not in it.
        """
        return {field: column[0] for field, column in self.columns(Lot.of([row])).items()}

    def lot(self, lot: Lot) -> CellLot:
        """The same of some rows at once."""
        columns = self.columns(lot)
        if lot.is_even and not self._has_halves:
            return CellLot(lot, columns)
        missing = {field: set(self._missing(field, columns, lot)) for field in columns}
        return CellLot(lot, columns, missing)

    def columns(self, lot: Lot) -> dict[str, Texts]:
        """The cells of some rows: a field that only some of them reach is "" in the others."""
        found: dict[str, Texts] = {}
        for number, field in self._fields:
            if number < len(lot.columns):
                texts = lot.columns[number]
                if field in self._may_be_blank:
                    texts = _without_blanks(texts)
                found[field] = self._added(found, field, texts)
        return self._with_whole_names(found, len(lot)) if self._has_halves else found

    def _missing(self, field: str, columns: dict[str, Texts], lot: Lot) -> Iterator[int]:
        """The numbers of the rows that do not reach a field, and for the name do not have its halves either."""
        begin = self._begins.get(field, sys.maxsize)
        may_be_made = self._has_halves and field == self._whole
        for number, width in enumerate(lot.widths):
            if width <= begin and not (may_be_made and columns[field][number]):
                yield number

    def _added(self, found: dict[str, Texts], field: str, texts: Texts) -> Texts:
        if field not in self._repeated:
            return texts
        several = (found[field], texts) if field in found else (texts,)
        between = _BETWEEN[field]
        return [between.join(filter(str.strip, each)) for each in zip(*several, strict=True)]

    def _with_whole_names(self, found: dict[str, Texts], count: int) -> dict[str, Texts]:
        """The names in place of their halves. A whole name that has a column of its own is believed."""
        blank = [""] * count
        halves = zip(*(map(str.strip, found.pop(field, blank)) for field in _HALVES), strict=True)
        names = [
            whole if whole.strip() or not any(pair) else whole_name(*pair)
            for whole, pair in zip(found.get(self._whole, blank), halves, strict=True)
        ]
        return {**found, self._whole: names} if self._whole in found or any(names) else found


def _without_blanks(texts: Texts) -> Texts:
    """The cells, but for those that only say that there is nothing."""
    blank = {text for text in {*texts} if len(text) < _LONGEST_BLANK and _is_blank(text)}
    return ["" if text in blank else text for text in texts] if blank else texts


def _is_blank(cell: str) -> bool:
    return cell.strip().casefold() in _BLANKS


def whole_name(given: str, family: str) -> str:
    """The name as it is printed: in Chinese, Japanese and Korean script the family's stands first."""
    if _FAMILY_FIRST.fullmatch(family) and _FAMILY_FIRST.fullmatch(given):
        return family + given
    return " ".join(filter(None, (given, family)))
