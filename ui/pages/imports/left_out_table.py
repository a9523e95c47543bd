"""Rows of a sheet that were taken for titles, totals or notes: shown with the reason, and taken in on demand."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from signatories.imports.tables.left_out import LeftOut
from ui.models.columns import Column
from ui.models.lazy_table import LazyTableModel
from ui.translation import translate

NOT_ROWS = "not rows"
NOT_ROWS_SIGN = ("info", "muted")
"""The name of their filter, and its icon."""


class LeftOutModel(LazyTableModel[LeftOut]):
    """What was left out, by its number among what was left out."""

    def __init__(self) -> None:
        self._left_out: Sequence[LeftOut] = ()
        super().__init__(_columns(), self._fetch_rows)

    def take_rows(self, rows: Sequence[LeftOut]) -> None:
        """Show these, in place of those of an earlier plan."""
        self._left_out = rows
        self.set_ids(array("q", range(len(rows))))

    def line_of(self, number: int) -> int:
        """Return where a row stands in its file."""
        return self._left_out[number].line

    def _fetch_rows(self, numbers: Sequence[int]) -> Mapping[int, LeftOut]:
        return {number: self._left_out[number] for number in numbers}


def _columns() -> tuple[Column[LeftOut], ...]:
    columns = (
        Column[LeftOut]("line", _tr("Line"), lambda row: str(row.line), 56, is_number=True),
        Column[LeftOut]("text", _tr("Text"), _text, 400, tip=lambda row: row.text),
        Column[LeftOut]("reason", _tr("Why it is no row"), lambda row: translate(row.reason), 320),
    )
    return tuple(replace(column, is_sortable=False) for column in columns)


def _text(row: LeftOut) -> str:
    return " ".join(row.text.split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
