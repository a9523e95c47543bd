"""Sheets that memory does not hold are read in slices, and no value differs for it."""

import datetime as dt
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from signatories.errors import UnreadableFile
from signatories.progress import Cancelled
from signatories.sources.documents import Area, How
from signatories.sources.opening import open_file
from signatories.sources.readings import Asked
from signatories.sources.workbooks import by_calamine, by_openpyxl, large_sheets
from tests.signatories.sources.conftest import MakeBook, changed

SHEET = "xl/worksheets/sheet1.xml"
Read = list[tuple[str, list[tuple[int, str]], list[Area], list[str]]]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Every kind of value, rows that are blank, merged cells, an error; dates that count from 1904."""
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    for number in range(2, 400):
        day = dt.datetime(2010, 7, 26, 14, 30) + dt.timedelta(number)  # noqa: DTZ001 - as sheets
        row = ["Anna\nBerg", f"Nº {number}", number, number / 7, day, day.date(), day.time(), True]
        for column, value in enumerate(row, start=3):
            if number % 50 and (number + column) % 5:
                sheet.cell(number, column, value)
    sheet.merge_cells("C5:D6")
    sheet["A390"] = "#N/A"
    sheet["A390"].data_type = "e"
    sheet.row_dimensions[7].hidden = True
    book.create_sheet("Notes").append(["Bo Lind"])
    book.save(tmp_path / "made.xlsx")
    return tmp_path / "made.xlsx"


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any sheet of more than fifty cells is large, and a slice has a few rows."""
    monkeypatch.setattr(large_sheets, "SLICE", 5000)
    for reader in (by_calamine, by_openpyxl):
        monkeypatch.setattr(reader, "MOST_AT_ONCE", 50)


def asked(path: Path, folder: Path) -> Asked:
    return Asked(path, path.name, "xlsx", How(), lambda *_: None, folder)


def read(path: Path, folder: Path) -> Read:
    """All that is read, but for empty cells at the end of rows: a slice is as wide as its own rows."""
    found = []
    for sheet in by_calamine.read(asked(path, folder)).sheets:
        rows = [(line, "|".join(cells).rstrip("|")) for line, cells in sheet.rows]
        assert sheet.instead() is None
        found.append((sheet.name, rows, sheet.merges, [str(note) for note in sheet.notes]))
    return found


def test_slices_hold_what_the_whole_holds(
    made: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    whole = read(made, tmp_path)
    assert [(name, len(rows)) for name, rows, *_ in whole] == [("Sheet", 391), ("Notes", 1)]
    request.getfixturevalue("small_slices")
    assert sum(1 for _ in large_sheets.slices(asked(made, tmp_path), SHEET)) > 5
    assert read(made, tmp_path) == whole
    assert [path.name for path in tmp_path.iterdir()] == ["made.xlsx"]


def test_slices_of_real_workbooks_hold_what_the_whole_holds(
    shared_data: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    files = sorted((shared_data / "spreadsheets").glob("*.xlsx"))
    whole = [read(path, tmp_path) for path in files]
    request.getfixturevalue("small_slices")
    assert [read(path, tmp_path) for path in files] == whole


@pytest.mark.usefixtures("small_slices")
def test_prefixes_of_elements_stay(make_book: MakeBook, tmp_path: Path) -> None:
    namespace = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    row = b'<x:row r="%d"><x:c r="A%d"><x:v>7</x:v></x:c></x:row>'
    rows = b"".join(row % (number, number) for number in range(1, 1001))
    sheet = b"<x:worksheet %b><x:sheetData>%b</x:sheetData></x:worksheet>" % (namespace, rows)
    book = changed(make_book([["x"]]), SHEET, lambda _: sheet)
    [(_, found, *_)] = read(book, tmp_path)
    assert found == [(number, "7") for number in range(1, 1001)]


@pytest.mark.usefixtures("small_slices")
@pytest.mark.parametrize(
    "row",
    [
        b"<row><c><v>7</v></c></row>",  # the first row of each slice would be the first of all
        b'<row r="1">' + b"<c><v>7</v></c>" * 1000 + b"</row>",
    ],
)
def test_sheets_that_cannot_be_cut_are_refused(
    make_book: MakeBook, tmp_path: Path, row: bytes
) -> None:
    book = make_book([["x"]])
    changed(book, SHEET, lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + row * 1000))
    with pytest.raises(UnreadableFile, match="Save it as CSV"):
        read(book, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["list.xlsx"]


@pytest.mark.usefixtures("small_slices")
def test_cells_that_slices_do_not_show_are_told(make_book: MakeBook, tmp_path: Path) -> None:
    book = make_book([["Anna Berg", 't="e"']] * 40)
    empty = b'<c r="A41" t="inlineStr"><is><t></t></is></c><c r="B41" t="e"><v>#REF!</v></c>'
    rows_end = b'<row r="41">' + empty + b"</row></sheetData>"
    changed(book, SHEET, lambda xml: xml.replace(b"</sheetData>", rows_end))
    [(_, rows, _, notes)] = read(book, tmp_path)
    assert len(rows) == 40
    assert notes == [
        "1 cell with an error in place of a value: B41.",
        "1 cell could not be read, or held no text.",
    ]


@pytest.mark.usefixtures("small_slices")
def test_the_second_reader_does_not_begin_what_it_cannot_end(made: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="needs more memory than a file may"):
        by_openpyxl.read(asked(made, tmp_path))


@pytest.mark.long
def test_a_million_rows_of_twenty_columns_are_read(make_book: MakeBook) -> None:
    book = make_book([["x"]])
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != SHEET}
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with archive.open(SHEET, "w", force_zip64=True) as file:
            begin = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            file.write(b'<worksheet xmlns="%b"><sheetData>' % begin)
            for line in range(1, 1_000_001):
                text = b'<c t="inlineStr"><is><t>Anna Berg %d</t></is></c>' % line
                file.write(b'<row r="%d">%b</row>' % (line, (text + b"<c><v>7</v></c>") * 10))
            file.write(b"</sheetData></worksheet>")

    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    moved: list[int] = []

    class Listening:
        def report(self, done: int, total: int | None, label: str = "") -> None:
            moved.append(done)

    rows = open_file(book, progress=Listening()).rows
    assert (len(rows), rows[-1].line, len(rows[-1].cells)) == (1_000_000, 1_000_000, 20)
    assert rows[765_432].cells[:3] == ("Anna Berg 765433", "7", "Anna Berg 765433")
    assert sum(later > earlier for earlier, later in pairwise(moved)) > 50
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 200_000 * (1024 if sys.platform == "darwin" else 1)  # kilobytes; macOS: bytes

    class Impatient:
        def report(self, done: int, total: int | None, label: str = "") -> None:
            if label == "Reading rows" and done:
                raise Cancelled

    with pytest.raises(Cancelled):
        open_file(book, progress=Impatient())


@pytest.mark.usefixtures("small_slices")
def test_links_and_comments_of_a_large_sheet_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for number in range(40):
        book.active.append([f"Anna Berg {number}", "Well Fund"])
    book.active["A2"].hyperlink = "mailto:anna@wells.example"
    book.active["B3"].comment = Comment("Ask again", "Bo")
    book.save(tmp_path / "linked.xlsx")
    ((_, rows, _, notes),) = read(tmp_path / "linked.xlsx", tmp_path)
    assert len(rows) == 40
    assert [note.partition(",")[0] for note in notes] == [
        "1 line with links behind cells: they are not read in so large a sheet.",
        "1 comment left out",
    ]
