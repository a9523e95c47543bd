"""Sheets become rows of text: values as people read them, nothing lost in silence."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from signatories.errors import UnreadableFile
from signatories.sources.documents import Area, How, Row, SheetInfo
from signatories.sources.opening import open_file
from signatories.sources.readings import Asked
from signatories.sources.workbooks import by_calamine, by_openpyxl
from tests.locked_files import old_workbook
from tests.signatories.sources.conftest import MakeBook, changed

SHEET = "xl/worksheets/sheet1.xml"
AT_HALF_PAST = dt.datetime(2010, 7, 26, 14, 30)  # noqa: DTZ001 - sheets know no zones


def test_values_are_text_as_people_read_them(make_book: MakeBook) -> None:
    row = [
        *("Anna Berg\nBo Lind", 7, -5, 41223456789, 0.1 + 0.2, 1e20, True, None, "=1+1", "+41 22"),
        *(
            dt.date(2010, 7, 26),
            AT_HALF_PAST,
            AT_HALF_PAST.replace(second=5),
        ),
        *(dt.time(9, 5), dt.timedelta(hours=30)),
    ]
    source = open_file(make_book([row]))
    assert source.rows[0].cells == (
        *("Anna Berg\nBo Lind", "7", "-5", "41223456789", "0.3", "1e+20", "TRUE", "", "", "+41 22"),
        *("2010-07-26", "2010-07-26 14:30", "2010-07-26 14:30:05", "09:05", "30:00"),
    )


def test_a_formula_is_its_value(make_book: MakeBook) -> None:
    path = make_book([["=1+1"]])
    changed(
        path, SHEET, lambda xml: xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    )
    assert open_file(path).rows[0].cells == ("2",)


@pytest.mark.parametrize(
    "name", ["list.xls", "list.ods", "list.xlsb", "list.csv", "list.xltx", "list"]
)
def test_a_workbook_under_the_name_of_another_kind_is_read(make_book: MakeBook, name: str) -> None:
    path = make_book([["name"], ["Anna Berg"]], name=name)
    source = open_file(path)
    assert (source.format, source.rows[1].cells) == ("xlsx", ("Anna Berg",))
    asked = Asked(path, path.name, "xlsx", How(), lambda *_: None, path.parent)
    assert [list(sheet.rows) for sheet in by_openpyxl.read(asked).sheets] == [
        [(1, ["name"]), (2, ["Anna Berg"])]
    ]


def test_an_old_workbook_under_the_name_of_a_new_one_is_read(tmp_path: Path) -> None:
    source = open_file(old_workbook(tmp_path / "list.xlsx", ["name", "Anna Berg"]))
    assert (source.format, source.rows[1].cells) == ("xls", ("Anna Berg",))


def test_rows_keep_their_line_and_cells_their_column(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["C5"] = "Anna Berg"
    book.active["B8"] = "Bo Lind"
    book.active["D9"] = "  "
    book.save(tmp_path / "list.xlsx")
    assert list(open_file(tmp_path / "list.xlsx").rows) == [
        Row(5, ("", "", "Anna Berg", "")),
        Row(8, ("", "Bo Lind", "", "")),
    ]


def test_all_sheets_are_counted_and_one_is_chosen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    for title, state in (("Old", "hidden"), ("Members", "visible")):
        sheet = book.create_sheet(title)
        sheet.append([title])
        sheet.append(["Anna Berg"])
        sheet.sheet_state = state
    book.save(tmp_path / "list.xlsx")
    source = open_file(tmp_path / "list.xlsx")
    assert source.sheets == (
        SheetInfo("Notes", 0),
        SheetInfo("Old", 2, True),
        SheetInfo("Members", 2),
    )
    assert (source.sheet, source.rows[0].cells) == ("Members", ("Members",))
    assert open_file(tmp_path / "list.xlsx", How(sheet="Old")).rows[0].cells == ("Old",)
    with pytest.raises(UnreadableFile, match=r"has no sheet “New”. It has: Notes, Old, Members"):
        open_file(tmp_path / "list.xlsx", How(sheet="New"))


def test_what_cells_link_to_stands_in_columns_behind_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Members"],
        ["Name", "Body", "Mail"],
        ["Anna Berg", "Well Fund"],
        ["Bo Lee", "Rivers"],
    ):
        sheet.append(row)
    sheet.append(["Cara Holm", "Soil Union", "cara@soil.example"])
    sheet["A1"].hyperlink = "mailto:office@wells.example"
    sheet["A3"].hyperlink = "mailto:anna%2Bnews@wells.example?subject=Hello"
    sheet["B3"].hyperlink = "https://wells.example/about"
    sheet["A4"].hyperlink = "MAILTO:bo@rivers.example"
    sheet["B4"].hyperlink = "#Sheet!A1"
    sheet["C5"].hyperlink = "mailto:cara@soil.example"
    book.save(tmp_path / "list.xlsx")
    source = open_file(tmp_path / "list.xlsx")
    assert [row.cells[2:] for row in source.rows] == [
        ("",),
        ("Mail",),
        ("", "anna+news@wells.example", "https://wells.example/about"),
        ("", "bo@rivers.example", ""),
        ("cara@soil.example",),
    ]
    assert [str(note) for note in source.notes] == [
        "1 link behind cells that stand alone left out: office@wells.example."
    ]


def test_comments_are_counted_with_their_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Anna Berg", "Well Fund"])
    for place in ("A1", "B1"):
        book.active[place].comment = Comment("Ask again", "Bo")
    book.save(tmp_path / "list.xlsx")
    source = open_file(tmp_path / "list.xlsx")
    assert [str(note) for note in source.notes] == ["2 comments left out, beside the cells A1, B1."]


def test_merged_cells_errors_and_hidden_rows_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "Members"
    sheet.merge_cells("A1:C2")
    sheet["B4"] = "#REF!"
    sheet["B4"].data_type = "e"
    sheet["A5"] = "Anna Berg"
    sheet.row_dimensions[5].hidden = True
    book.save(tmp_path / "list.xlsx")
    source = open_file(tmp_path / "list.xlsx")
    assert source.merges == (Area(1, 0, 2, 2),)
    assert [str(note) for note in source.notes] == [
        "The sheet hides rows or columns: they are read too.",
        "1 cell with an error in place of a value: B4.",
    ]
    assert [row.line for row in source.rows] == [1, 5]


def test_cells_that_the_first_reader_misses_come_from_the_second(
    make_book: MakeBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_book([["name", "country"], ["Anna Berg", "Mali"]])
    real = by_calamine.CalamineWorkbook.from_path

    class Forgetful:
        """A reader that leaves out the last column."""

        def __init__(self, path: str) -> None:
            self._book = real(path)
            self.sheets_metadata = self._book.sheets_metadata
            self.start, self.merged_cell_ranges = (0, 0), None

        def get_sheet_by_index(self, number: int) -> "Forgetful":
            return self

        def iter_rows(self) -> list[list[object]]:
            return [row[:-1] for row in self._book.get_sheet_by_index(0).iter_rows()]

    monkeypatch.setattr(by_calamine.CalamineWorkbook, "from_path", Forgetful, raising=False)
    asked = Asked(path, path.name, "xlsx", How(), lambda *_: None, path.parent)
    sheet = next(by_calamine.read(asked).sheets)
    assert [cells for _, cells in sheet.rows] == [["name"], ["Anna Berg"]]
    instead = sheet.instead()
    assert instead is not None
    assert [cells for _, cells in instead] == [["name", "country"], ["Anna Berg", "Mali"]]
    assert "missed 2 cells" in str(sheet.notes[0])


def test_both_readers_give_the_same_rows(make_book: MakeBook, shared_data: Path) -> None:
    files = sorted((shared_data / "spreadsheets").glob("*.xlsx"))
    values = [["a", 1, 2.5, True, dt.date(2010, 7, 26), AT_HALF_PAST, None, "b"]]
    assert len(files) == 3
    for path in [*files, make_book(values)]:
        asked = Asked(path, path.name, "xlsx", How(), lambda *_: None, path.parent)
        found = [
            [
                (
                    sheet.name,
                    sheet.merges,
                    [(line, "|".join(cells).rstrip("|")) for line, cells in sheet.rows],
                )
                for sheet in each
            ]
            for each in (by_calamine.read(asked).sheets, by_openpyxl.read(asked).sheets)
        ]
        assert found[0] == found[1], path.name


def test_an_empty_workbook_is_called_empty(make_book: MakeBook) -> None:
    with pytest.raises(UnreadableFile, match=r"“list.xlsx” is empty"):
        open_file(make_book([]))


def test_a_sheet_as_lines_joins_the_cells_of_a_row(make_book: MakeBook) -> None:
    source = open_file(make_book([["Anna Berg", None, " Well Fund"], ["Bo Lind"]]))
    lines = [(1, ("Anna Berg, Well Fund",)), (2, ("Bo Lind",))]
    assert [(row.line, row.cells) for row in source.as_lines().rows] == lines
    assert source.as_lines().rows[1:][0].cells == ("Bo Lind",)


@pytest.mark.parametrize(
    ("name", "sheets", "merges", "row", "cells"),
    [
        # 6,196 organisations under one header
        ("ecosoc-status-granted.xlsx", {"ECOSOC Status Accepted": 6197}, 0, 6196,
         ("Sporting Shooters’ Association of Australia (SSAA)", "1998-06-19")),
        ("hxl-merged.xlsx", {"input-valid": 7}, 6, 3,
         ("001", "WASH", "Higiene", "ACNUR", "100", "100", "Panamá", "Los Santos", "1 March 2015")),
        ("hxl-two-headers.xlsx", {"input-quality-no-hxl": 6, "input-quality-hxl": 7}, 6, 5,
         ("004", "WASH", "Urbano", "OMS", "80", "95", "Venezuela", "Amazonas", "")),
        ("hxl-two-headers.xls", {"input-quality-no-hxl": 6, "input-quality-hxl": 7}, 6, 5,
         ("004", "WASH", "Urbano", "OMS", "80", "95", "Venezuela", "Amazonas", "")),
        ("merged-rich-text.xls", {"Sheet1": 6}, 1, 4, ("m", "bold and italic", "q", "b")),
        ("blank-line.ods", {"Sheet1": 4}, 0, 3, ("Ian", "34", "2015-11-11")),
    ],
)  # fmt: skip
def test_real_workbooks_are_read_whole(
    shared_data: Path,
    name: str,
    sheets: dict[str, int],
    merges: int,
    row: int,
    cells: tuple[str, ...],
) -> None:
    source = open_file(shared_data / "spreadsheets" / name)
    assert {sheet.name: sheet.rows for sheet in source.sheets} == sheets
    assert (len(source.merges), source.notes) == (merges, ())
    assert source.rows[row].cells == cells
