"""Addresses and comments behind the cells of an ods."""

import zipfile
from pathlib import Path

import pytest

from signatories.sources.documents import How
from signatories.sources.opening import open_file

NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)
MIME = "application/vnd.oasis.opendocument.spreadsheet"
LINKS = ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
COMMENT = (
    '<office:annotation><dc:creator>Bo</dc:creator><text:p>Asked by <text:a xlink:href="https://no.example">'
    "mail</text:a></text:p></office:annotation>"
)


def cell(inside: str, **more: str) -> str:
    said = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<table:table-cell office:value-type="string"{said}>{inside}</table:table-cell>'


def row(*cells: str, times: int = 1) -> str:
    said = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{said}>{''.join(cells)}</table:table-row>"


def text(words: str, target: str = "") -> str:
    words = (
        f'<text:a xlink:type="simple" xlink:href="{target}">{words}</text:a>' if target else words
    )
    return f"<text:p>{words}</text:p>"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two sheets: blank, repeated and covered cells and rows before what has something behind it."""
    members = (
        row(cell(text("Members")), '<table:covered-table-cell table:number-columns-repeated="2"/>')
        + row('<table:table-cell table:number-columns-repeated="3"/>', times=2)
        + row(cell(text("name")), cell(text("organisation")), cell(text("note")))
        + row(
            cell(COMMENT + text("Anna Berg", "mailto:anna@wells.example?subject=a&amp;b")),
            cell(text("Well Fund")),
        )
        + row(cell(text("Bo Lind"), number_columns_repeated="2"), cell(COMMENT + text("twice")))
        + row(
            cell(text("Cy Moss")), cell(text("Tide", "HTTPS://tide.example/?a=1&amp;b=2")), times=2
        )
        + row(cell(text("De Ray")), cell(text("Moor", "#Other.A1")))
    )
    other = row(cell(text("name")), cell(text("x"))) + row(
        cell(text("Eve", "mailto:eve@moor.example")), cell(text("y"))
    )
    content = (
        f"<office:document-content{NAMES}{LINKS}><office:body><office:spreadsheet>"
        f'<table:table table:name="Now &amp; then">{members}</table:table>'
        f'<table:table table:name="Other">{other}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def test_addresses_behind_cells_stand_beside_them(book: Path) -> None:
    source = open_file(book)
    assert {row.line: row.cells for row in source.rows if row.line > 4} == {
        5: ("Anna Berg", "Well Fund", "", "anna@wells.example", ""),
        6: ("Bo Lind", "Bo Lind", "twice"),
        7: ("Cy Moss", "Tide", "", "", "HTTPS://tide.example/?a=1&b=2"),
        8: ("Cy Moss", "Tide", "", "", "HTTPS://tide.example/?a=1&b=2"),
        9: ("De Ray", "Moor", ""),
    }
    assert [str(note) for note in source.notes] == ["2 comments left out, beside the cells A5, C6."]


def test_each_sheet_has_its_own(book: Path) -> None:
    source = open_file(book, How(sheet="Other"))
    assert source.rows[1].cells == ("Eve", "y", "eve@moor.example", "")
    assert source.notes == ()
