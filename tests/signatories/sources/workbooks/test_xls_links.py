"""Addresses and comments behind the cells of an xls."""

import struct
from pathlib import Path

import pytest

from signatories.sources.opening import open_file
from tests.locked_files import old_workbook

URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
CLASS = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")
WORDS, FRAME = 0x14, 0x80


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text) + 1) + (text + "\0").encode("utf-16-le")


def link(line: int, address: str, flags: int = 0, last: int | None = None) -> tuple[int, bytes]:
    """A link behind the cell of the first column of a line that counts from 1."""
    data = struct.pack("<HHHH", line - 1, (last or line) - 1, 0, 0) + CLASS
    data += struct.pack("<II", 2, flags | 0x3)
    data += wide("Anna") if flags & WORDS else b""
    data += wide("_blank") if flags & FRAME else b""
    target = (address + "\0").encode("utf-16-le")
    return 0x01B8, data + URL + struct.pack("<I", len(target)) + target


def cell(line: int, text: str) -> tuple[int, bytes]:
    """One of the second column."""
    said = text.encode("latin-1")
    return 0x0204, struct.pack("<HHHHB", line - 1, 1, 0, len(said), 0) + said


def comment(line: int, column: int) -> tuple[int, bytes]:
    return 0x1C, struct.pack("<HHHHH", line - 1, column, 0, 1, 0)


@pytest.fixture
def cells() -> list[str]:
    return ["name", "Anna Berg", "Bo Lind", "Cy Moss", "De Ray"]


def test_addresses_behind_cells_are_seen_and_comments_told(
    tmp_path: Path, cells: list[str]
) -> None:
    more = [
        *(cell(line, f"Body {line}") for line in (1, 2, 3, 4)),
        link(2, "mailto:anna@wells.example", WORDS),
        link(3, "https://tide.example", WORDS | FRAME, last=4),
        link(4, "file:///C:/list.doc"),
        link(5, "mailto:de@moor.example"),
        comment(2, 0),
        comment(4, 27),
    ]
    source = open_file(old_workbook(tmp_path / "list.xls", cells, more=more))
    assert [row.cells[2:] for row in source.rows] == [
        (),
        ("anna@wells.example", ""),
        ("", "https://tide.example"),
        ("", "https://tide.example"),
        (),
    ]
    assert [str(note) for note in source.notes] == [
        "2 comments left out, beside the cells A2, AB4.",
        "1 link behind cells that stand alone left out: de@moor.example.",
    ]
    assert [row.cells[0] for row in source.rows] == cells


@pytest.mark.parametrize("length", [0, 3, 20, 31, 34, 50])
def test_a_link_that_is_cut_off_hides_no_row(tmp_path: Path, cells: list[str], length: int) -> None:
    number, data = link(2, "mailto:anna@wells.example", WORDS)
    more = [(number, data[:length]), (0x1C, b"\1"), link(3, "mailto:bo@tide.example")]
    source = open_file(old_workbook(tmp_path / "list.xls", cells, more=more))
    assert [row.cells[0] for row in source.rows] == cells
    assert "bo@tide.example" in str(source.notes[0])
