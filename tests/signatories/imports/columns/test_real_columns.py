"""The columns of real tables: each is what a person who looks at the file would choose, or is questioned."""

from pathlib import Path

import pytest

from signatories.imports.columns.column import Column, propose
from signatories.imports.tables.table import find_table
from signatories.sources.opening import How, open_file

OWN = "(own)"


def columns_of(path: Path, kind: str, sheet: str | None = None) -> tuple[Column, ...]:
    table = find_table(open_file(path, How(sheet=sheet)))
    assert table is not None
    return propose(table.headers, table.rows, kind, meanings=table.meanings)


def as_chosen(columns: tuple[Column, ...]) -> list[str]:
    """Fields, with (own) and - for columns of their own and those left out; questioned ones end in a mark."""
    fields = [OWN if column.is_own else column.field or "-" for column in columns]
    return [
        f"{field}?" if column.questions else field
        for field, column in zip(fields, columns, strict=True)
    ]


@pytest.mark.parametrize(
    ("file", "kind", "chosen"),
    [
        ("spreadsheets/ecosoc-status-granted.xlsx", "organisations", "name (own)?"),
        ("spreadsheets/ecosoc-status-granted.xlsx", "sign-ons", "organisation -?"),
        ("spreadsheets/blank-line.ods", "people", "name (own) (own)"),
        ("spreadsheets/un-members-cp1252-semicolon.csv", "recipients", "(own) country name (own) (own)"),
        ("spreadsheets/un-members-shift-jis.csv", "organisations", "(own) country name other_name region"),
        ("spreadsheets/spanish-latin1.csv", "sign-ons", "- - - - - - - description"),
        ("letters/coara-signatories.csv", "sign-ons", "country? organisation"),
        ("letters/owinfs-members.csv", "organisations", "name country"),
        ("letters/owinfs-2020-endorsers.csv", "sign-ons", "group - organisation description"),
        ("letters/tcc-signatories-by-constituency.csv", "sign-ons", "entry? constituency - - -"),
        ("letters/pmpc-organisations.json", "organisations", "name (own) kind (own) website"),
        ("letters/pmpc-organisations.json", "sign-ons", "name? - - - website"),
        (
            "recipients/missions-new-york-A-D.csv",
            "recipients",
            "country (own) (own) (own) address (own) (own) language email",
        ),
        ("recipients/treaty-crc-2015.csv", "treaty", "participant signature ratification"),
        ("recipients/treaty-opsc-2015.csv", "treaty", "participant signature ratification"),
    ],
)  # fmt: skip
def test_real_tables(shared_data: Path, file: str, kind: str, chosen: str) -> None:
    assert as_chosen(columns_of(shared_data / file, kind)) == chosen.split()


@pytest.mark.parametrize("name", ["hxl-two-headers.xls", "hxl-two-headers.xlsx"])
def test_hashtags_name_what_spanish_headers_leave_open(shared_data: Path, name: str) -> None:
    """Of nine columns the third sheet row names the organisation, the country and the day it was reported."""
    columns = columns_of(shared_data / "spreadsheets" / name, "sign-ons", "input-quality-hxl")
    assert as_chosen(columns) == ["-", "-", "-", "organisation", "-", "-", "country", "-", "date"]


def test_numbers_of_hospitals_stay_columns_of_their_own(shared_data: Path) -> None:
    columns = columns_of(shared_data / "spreadsheets/utf-16le.csv", "organisations")
    assert as_chosen(columns) == [OWN, "name", "kind", *[OWN] * 16]


def test_the_dates_of_a_session_are_asked_about(shared_data: Path) -> None:
    columns = columns_of(shared_data / "spreadsheets/ecosoc-status-granted.xlsx", "sign-ons")
    (question,) = columns[1].questions
    assert str(question.text) == (
        "“Session_number” holds dates, such as “2024-06-14”. Take it as “date”?"
    )
    assert columns[1].samples[0] == "2024-06-14"


def test_categories_under_country_are_asked_about(shared_data: Path) -> None:
    columns = columns_of(shared_data / "letters/coara-signatories.csv", "sign-ons")
    (question,) = columns[0].questions
    assert question.answer == {"Country": "tag"}
    assert str(question.text).endswith(
        "such as “Academies, learned societies, and their associations, and associations of "
        "researchers”. Take it as “tag”?"
    )
