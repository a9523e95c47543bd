"""Workbooks made by the tests, and changed by hand where no library would write what a file may hold."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

MakeBook = Callable[..., Path]
Change = Callable[[bytes], bytes]


@pytest.fixture
def make_book(tmp_path: Path) -> MakeBook:
    """Write rows into a workbook: `make_book([["name"], ["Anna Berg"]], name="list.xlsx")`."""

    def made(*sheets: list[list[object]], name: str = "list.xlsx") -> Path:
        book = openpyxl.Workbook(write_only=True)
        for number, rows in enumerate(sheets, start=1):
            sheet = book.create_sheet(f"Sheet {number}")
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return made


def changed(path: Path, part: str, change: Change) -> Path:
    """The archive with one part put through `change`; a part that is not there begins empty."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
