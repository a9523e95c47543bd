"""What the list of imports says of each, in the user's words."""

import datetime as dt
from dataclasses import replace

from signatories.queries.rows import ImportRow
from ui.models.import_columns import import_columns

AT = dt.datetime(2026, 5, 3, 10, 0, tzinfo=dt.UTC)
COUNTS = {"new": 3, "update": 1, "duplicate": 2, "error": 0}
ROW = ImportRow(1, 1, AT, "members.xlsx", "Members", "replies", "To the States", COUNTS, 2, False)


def cells(row: ImportRow) -> dict[str, str]:
    return {column.name: column.text(row) for column in import_columns() if column.name != "at"}


def test_an_import_is_told_in_words() -> None:
    assert cells(ROW) == {
        "source": "members.xlsx · Members",
        "subject": "Answers by mail",
        "letter": "To the States",
        "counts": "3 new, 1 updated, 2 duplicates?",
        "questions": "2",
        "state": "In force",
    }


def test_what_an_import_has_not_stays_blank() -> None:
    bare = cells(replace(ROW, sheet="", letter="", questions=0, undone=True))
    assert bare["source"] == "members.xlsx"
    assert (bare["letter"], bare["questions"], bare["state"]) == ("", "", "Undone")
