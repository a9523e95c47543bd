"""Workbooks whose cells stay text."""

import datetime as dt
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from signatories.errors import Refused, UnwritableFile
from signatories.exports.workbooks import workbook
from signatories.exports.workbooks.workbook import Column, Sheet
from signatories.progress import SILENT, Cancelled

COLUMNS = (Column("No.", 6), Column("Name", 30))
MADE = dt.datetime(2010, 7, 26, 9, 30, 15, tzinfo=dt.UTC)


def sheet(*values: str | int | None) -> Sheet:
    return Sheet(
        "Names", "A & B", COLUMNS, [(number, value) for number, value in enumerate(values)]
    )


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        '=HYPERLINK("https://a.example")',
        "+41 22 555 01 23",
        "-x",
        "@SUM(A1)",
        "#N/A",
        "007",
        "1e5",
        "26 July 2010",
        " both ends ",
        "a\nb",
        "<b>&amp;</b>",
        "TRUE",
    ],
)
def test_whatever_looks_like_something_else_stays_text(tmp_path: Path, value: str) -> None:
    path = tmp_path / "names.xlsx"
    assert workbook.write(path, [sheet(value)], MADE, SILENT) == ((1,), ())
    cell = load_workbook(path)["Names"]["B2"]
    assert (cell.value, cell.data_type, cell.number_format) == (value, "s", "@")
    assert b"<f>" not in ZipFile(path).read("xl/worksheets/sheet1.xml")


def test_days_are_dates_and_those_before_the_first_of_excel_are_text(tmp_path: Path) -> None:
    days = (dt.date(2010, 7, 26), dt.date(1900, 3, 1), dt.date(1864, 8, 22))
    path = tmp_path / "days.xlsx"
    workbook.write(path, [Sheet("Days", "Days", COLUMNS, list(enumerate(days)))], MADE, SILENT)
    cells = [cell for (cell,) in load_workbook(path)["Days"]["B2:B4"]]
    midnight = [dt.datetime.combine(day, dt.time()) for day in days[:2]]
    assert [cell.value for cell in cells] == [*midnight, "1864-08-22"]
    assert [cell.is_date for cell in cells] == [True, True, False]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.text(min_size=1, max_size=20), max_size=5))
@example(["\ud800", "\x00\x08", "\ufffe", "\r\n"])
def test_no_name_stops_the_writing_or_is_lost_unnamed(tmp_path: Path, values: list[str]) -> None:
    path = tmp_path / "names.xlsx"
    rows, warnings = workbook.write(path, [sheet(*values)], MADE, SILENT)
    assert rows == (len(values),)
    cells = [row[1] for row in load_workbook(path)["Names"].iter_rows(min_row=2, values_only=True)]
    lines = [value.replace("\r\n", "\n").replace("\r", "\n") for value in values]
    changed = [value for value, cell in zip(lines, cells, strict=True) if value != cell]
    assert len(changed) == len(warnings)
    assert all(len(cell) == len(value) for value, cell in zip(lines, cells, strict=True))


def test_what_excel_would_take_for_an_escape_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    workbook.write(path, [sheet("_x0041_ and _x00ZZ_")], MADE, SILENT)
    assert b"_x005F_x0041_ and _x00ZZ_" in ZipFile(path).read("xl/worksheets/sheet1.xml")


def test_a_text_longer_than_a_cell_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    (warning,) = workbook.write(path, [sheet("x" * 40_000)], MADE, SILENT).warnings
    assert "longer than a cell" in str(warning)
    assert load_workbook(path)["Names"]["B2"].value == "x" * 32_767


def test_the_heading_stays_in_sight_and_filters(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    workbook.write(path, [sheet("a", "b")], MADE, SILENT)
    page = load_workbook(path)["Names"]
    assert [cell.value for cell in page[1]] == ["No.", "Name"]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == (
        "A2",
        "A1:B3",
        "$1:$1",
    )
    assert page.oddHeader.center.text == "A && B"
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")  # A4
    assert page.column_dimensions["B"].width == 30


def test_lines_of_an_address_stay_in_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    workbook.write(path, [sheet("1 Night Lane\nGeneva")], MADE, SILENT)
    number, text = load_workbook(path)["Names"][2]
    assert (text.alignment.wrap_text, text.alignment.vertical) == (True, "top")
    assert (number.alignment.horizontal, number.alignment.vertical) == ("left", "top")
    assert load_workbook(path)["Names"].row_dimensions[2].height == 30
    heading = load_workbook(path)["Names"]["A1"]
    assert heading.font.bold
    assert heading.font.name == text.font.name


@pytest.mark.parametrize(
    ("text", "lines"), [("short", None), ("long " * 11, 2), ("山" * 20, 2), ("a\n\nb", 3)]
)
def test_a_row_is_as_high_as_its_longest_cell(tmp_path: Path, text: str, lines: int | None) -> None:
    path = tmp_path / "names.xlsx"
    workbook.write(path, [sheet(text)], MADE, SILENT)
    height = load_workbook(path)["Names"].row_dimensions[2].height
    assert height == (lines and 15 * lines)


def test_empty_cells_and_numbers_keep_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    workbook.write(path, [sheet("", None, 0, 7)], MADE, SILENT)
    rows = load_workbook(path)["Names"].iter_rows(min_row=2, values_only=True)
    assert [row[1] for row in rows] == [None, None, 0, 7]


def test_more_rows_than_a_sheet_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    workbook.write(tmp_path / "fits.xlsx", [sheet("a", "b")], MADE, SILENT)
    with pytest.raises(Refused, match="holds 3 rows"):
        workbook.write(tmp_path / "not.xlsx", [sheet("a", "b", "c")], MADE, SILENT)


def test_nothing_is_left_in_the_folder_for_temporary_files_when_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows() -> Iterator[tuple[str, str]]:
        yield "1", "a name"
        assert os.listdir(tmp_path)  # noqa: PTH208 - openpyxl has begun
        raise Cancelled

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Cancelled):
        workbook.write(tmp_path / "names.xlsx", [Sheet("Names", "", COLUMNS, rows())], MADE, SILENT)
    assert [*tmp_path.iterdir()] == []


def test_a_workbook_that_reads_otherwise_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.xlsx"
    workbook.write(other, [sheet("a", "b", "c")], MADE, SILENT)
    load = workbook.load_workbook
    monkeypatch.setattr(workbook, "load_workbook", lambda _file, **how: load(other, **how))
    with pytest.raises(UnwritableFile, match="not what was to be written"):
        workbook.write(tmp_path / "names.xlsx", [sheet("a")], MADE, SILENT)


def test_the_moment_makes_the_bytes(tmp_path: Path) -> None:
    """A run that is made again is to be the same file, whenever that is."""
    for name, seconds in (("a", 0), ("b", 0), ("c", 10)):
        moment = MADE + dt.timedelta(seconds=seconds)
        workbook.write(tmp_path / f"{name}.xlsx", [sheet("Ada")], moment, SILENT)
    first, same, other = ((tmp_path / f"{name}.xlsx").read_bytes() for name in "abc")
    assert first == same != other
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.testzip() is None
        assert {part.date_time for part in archive.infolist()} == {(2010, 7, 26, 9, 30, 14)}
    properties = load_workbook(tmp_path / "a.xlsx").properties
    assert properties.created == properties.modified == MADE.replace(tzinfo=None)
