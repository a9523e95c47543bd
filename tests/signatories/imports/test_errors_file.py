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


def signing(database: Database, letter: int, path: Path) -> tuple[Source, ImportPlan]:
    source = open_file(path)
    with database.reading() as session:
        return source, plan.build(session, source, ImportRequest("sign-ons", letter))


@pytest.mark.parametrize("is_reason_kept", [True, False])
def test_a_line_of_a_list_comes_back_as_a_line(database, letter, tmp_path, is_reason_kept) -> None:
    lines, path = tmp_path / "list.txt", tmp_path / "errors.csv"
    lines.write_text("Ana Silva, Director, Casa Verde, Brazil\n12345 / 67\n", "utf-8")
    assert errors_file.write(path, *signing(database, letter, lines)) == 1
    header, row = path.read_text("utf-8-sig").splitlines()
    assert header == f"Signatory,Country,Group,{REASON}"
    reason = row.removeprefix("12345 / 67,,,")
    assert reason.startswith("There is no name and no organisation in this row.")
    corrected = (
        f'"John Smith, Chair, Open Doors Forum, Uganda",,,{reason if is_reason_kept else ""}'
    )
    path.write_text(f"{header}\n{corrected}\n", "utf-8")
    (row,) = signing(database, letter, path)[1].rows
    assert (row.state.value, dict(row.fields)) == (
        "new",
        {
            "name": "John Smith",
            "role": "Chair",
            "organisation": "Open Doors Forum",
            "country": "Uganda",
        },
    )


def test_columns_that_nobody_named_are_named_by_what_they_became(
    database, letter, tmp_path
) -> None:
    entries = {"Well Fund": "Ghana", "123": "", "Air Trust": "Mali", "Lake Trust": "Kenya"}
    items = "".join(
        f"<tr><td>{name}</td><td>{country}</td><td>{number}@a.example</td></tr>"
        for number, (name, country) in enumerate([*entries.items(), ("Sun Union", "Peru")])
    )
    table, path = tmp_path / "list.html", tmp_path / "errors.csv"
    table.write_text(f"<html><body><table>{items}</table></body></html>", "utf-8")
    assert errors_file.write(path, *signing(database, letter, table)) == 1
    assert path.read_text("utf-8-sig").splitlines()[0] == f"Organisation,Country,E-mail,{REASON}"
    path.write_text(path.read_text("utf-8").replace("123,", "Roof Union,"), "utf-8")
    (row,) = signing(database, letter, path)[1].rows
    assert dict(row.fields) == {"organisation": "Roof Union", "email": "1@a.example"}


def test_a_mail_comes_back_as_who_answers_what(database, letter, tmp_path) -> None:
    mail, path = tmp_path / "answer.eml", tmp_path / "errors.csv"
    mail.write_text(
        "From: Raj Patel <raj@delta.example>\nSubject: Re: Letter\n"
        "Date: Wed, 04 Nov 2026 09:00:00 +0000\n\nWho else is signing?\n\nRaj Patel\nDelta Trust\n",
        "utf-8",
    )
    assert errors_file.write(path, *signing(database, letter, mail)) == 1
    text = path.read_text("utf-8-sig")
    assert text.splitlines()[0] == (
        f"Name,Role,Organisation,Country,E-mail,Answer,Date,Notes,{REASON}"
    )
    path.write_text(text.replace(",question,", ",yes,"), "utf-8")
    (row,) = signing(database, letter, path)[1].rows
    assert dict(row.fields) == {
        "name": "Raj Patel",
        "organisation": "Delta Trust",
        "email": "raj@delta.example",
        "status": "yes",
        "date": "2026-11-04T09:00:00+00:00",
        "notes": "Who else is signing?",
    }
