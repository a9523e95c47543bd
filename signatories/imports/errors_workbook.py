"""Rows that could not come in, as a workbook of texts."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE


def write(path: Path, lines: Iterable[Sequence[str]]) -> None:
    """Write the lines into the only sheet. Raises OSError."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for cells in lines:
        sheet.append([_text_cell(sheet, cell) for cell in cells])
    workbook.save(path)


def _text_cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"  # openpyxl makes a formula of "=1+1"
    cell.number_format = "@"
    return cell
