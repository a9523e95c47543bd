"""Rows with errors are saved as they stood, and come in when they have been corrected."""

from pathlib import Path

import openpyxl
import pytest

from signatories.database import Database
from signatories.errors import UnwritableFile
from signatories.imports import errors_file, plan
from signatories.imports.columns.mapping import REASON
from signatories.imports.planned import ImportPlan, ImportRequest
from signatories.sources.documents import Source
from signatories.sources.opening import open_file

TABLE = """Members of the coalition;;
Organisation;Country;Remark
Well Fund;Ghana;a
;Kenya;=1+1
Air Trust;;c
;Mali;é
"""


def planned(database: Database, path: Path) -> tuple[Source, ImportPlan]:
    source = open_file(path)
    with database.reading() as session:
        return source, plan.build(session, source, ImportRequest("organisations"))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text(TABLE, "cp1252")
    return path


def test_a_csv_keeps_its_separator_encoding_title_and_header(database, table) -> None:
    path = table.with_name("errors.csv")
    assert errors_file.write(path, *planned(database, table)) == 2
    assert path.read_text("cp1252").splitlines() == [
        "Members of the coalition;;",
        "Organisation;Country;Remark;Reason (not imported)",
        ";Kenya;\t=1+1;There is no name of an organisation in this row.",
        ";Mali;é;There is no name of an organisation in this row.",
    ]


def test_corrected_rows_come_in_with_their_values_as_they_were(database, table) -> None:
    path = table.with_name("errors.csv")
    errors_file.write(path, *planned(database, table))
    corrected = path.read_text("cp1252").replace(";Kenya", "Roof Trust;Kenya")
    path.write_text(corrected, "cp1252")
    rows = planned(database, path)[1].rows
    assert [row.state.value for row in rows] == ["new", "error"]
    assert rows[0].fields == {"name": "Roof Trust", "country": "Kenya", "notes": "=1+1"}


def test_a_workbook_holds_texts_and_no_formula(database, table) -> None:
    path = table.with_name("errors.xlsx")
    errors_file.write(path, *planned(database, table))
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[2]] == ["Organisation", "Country", "Remark", REASON]
    assert (sheet["C3"].value, sheet["C3"].data_type) == ("=1+1", "s")


def test_a_folder_that_is_not_there_is_said_and_leaves_nothing(database, table) -> None:
    with pytest.raises(UnwritableFile, match="cannot be written"):
        errors_file.write(table.parent / "gone" / "errors.csv", *planned(database, table))


@pytest.mark.parametrize(
    ("cell", "saved"),
    [("+41-22-733", "\t+41-22-733"), ("+41 22 733", "+41 22 733"), ("-1.5", "-1.5")],
)
def test_what_a_spreadsheet_would_compute_stands_as_text(database, tmp_path, cell, saved) -> None:
    table, path = tmp_path / "members.csv", tmp_path / "errors.csv"
    table.write_text(f"Organisation,Country,Telephone\n,Kenya,{cell}\nWell Fund,Mali,\n", "utf-8")
    errors_file.write(path, *planned(database, table))
    assert path.read_text("utf-8-sig").splitlines()[1].split(",")[2] == saved
