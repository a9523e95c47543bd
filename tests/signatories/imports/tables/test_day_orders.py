"""Dates in figures: the month comes first where the column says so, and nothing is guessed where it does not."""

import datetime as dt

import pytest

from signatories.database import Database
from signatories.imports import plan
from signatories.imports.planned import ImportPlan, ImportRequest
from signatories.sources.opening import open_text
from tests.factories import Make

AMERICAN = ["03/04/2026 09:12:33", "3/13/2026 8:00", "12/1/2026"]
DAY_FIRST = ["03/04/2026", "25-04-2026", "12-1-2026"]
UNCLEAR = ["03/04/2026", "5/5/2026", "1 June 2026", "2026-03-04", "07.08.2026"]
BOTH = ["03/04/2026", "25/04/2026", "04/25/2026"]


def planned(database: Database, make: Make, dates: list[str], *repairs: str) -> ImportPlan:
    letter = make.letter()
    rows = [f"Ada Example {n}\tAid {n}\t{date}" for n, date in enumerate(dates)]
    text = "\n".join(["Name\tOrganisation\tTimestamp", *rows])
    request = ImportRequest("sign-ons", letter_id=letter, repairs=frozenset(repairs))
    with database.reading() as session:
        return plan.build(session, open_text(text), request)


def days(found: ImportPlan) -> list[str]:
    return [str(row.entry.answered_on) for row in found.rows]


@pytest.mark.parametrize(
    ("dates", "read", "said"),
    [
        (AMERICAN, ["2026-03-04", "2026-03-13", "2026-12-01"], "month first"),
        (DAY_FIRST, ["2026-04-03", "2026-04-25", "2026-01-12"], "day first"),
    ],
)
def test_one_date_that_can_be_read_in_one_way_tells_of_its_whole_column(
    database: Database, make: Make, dates: list[str], read: list[str], said: str
) -> None:
    found = planned(database, make, dates)
    assert days(found) == read
    assert [text for text in map(str, found.warnings) if said in text]
    assert found.proposals == ()


def test_a_column_that_tells_nothing_is_asked_about_once(database: Database, make: Make) -> None:
    found = planned(database, make, UNCLEAR)
    assert days(found) == ["None", "2026-05-05", "2026-06-01", "2026-03-04", "2026-08-07"]
    first, second = found.proposals
    assert (first.kind, first.examples) == ("day-first", (("03/04/2026", "2026-04-03"),))
    assert (second.kind, second.examples) == ("month-first", (("03/04/2026", "2026-03-04"),))


@pytest.mark.parametrize(("agreed", "read"), [("day-first", "04-03"), ("month-first", "03-04")])
def test_the_answer_holds_for_what_is_in_doubt_and_for_nothing_else(
    database: Database, make: Make, agreed: str, read: str
) -> None:
    assert days(planned(database, make, UNCLEAR, agreed)) == [
        *(f"2026-{read}", "2026-05-05", "2026-06-01", "2026-03-04", "2026-08-07"),
    ]


def test_a_column_that_contradicts_itself_is_asked_about(database: Database, make: Make) -> None:
    found = planned(database, make, BOTH)
    assert days(found) == ["None", "2026-04-25", "2026-04-25"]
    assert len(found.proposals) == 2
    assert days(planned(database, make, BOTH, "month-first"))[0] == "2026-03-04"
    assert days(planned(database, make, BOTH, "month-first", "day-first"))[0] == "None"


@pytest.mark.parametrize(
    "dates",
    [["03/04/2025", "05/06/2025", "12/31/1899"], ["03/04/2025"] * 11 + ["12/31/2025"]],
)
def test_a_day_of_a_sheet_that_has_none_or_one_among_many_tells_nothing(
    database: Database, make: Make, dates: list[str]
) -> None:
    found = planned(database, make, dates)
    assert days(found)[0] == "None"
    assert len(found.proposals) == 2
    assert days(planned(database, make, dates, "day-first"))[0] == "2025-04-03"


def test_what_is_agreed_changes_no_column_that_tells_for_itself(
    database: Database, make: Make
) -> None:
    found = planned(database, make, DAY_FIRST, "month-first")
    assert days(found) == ["2026-04-03", "2026-04-25", "2026-01-12"]


def test_each_column_of_a_treaty_is_read_by_its_own_dates(database: Database) -> None:
    text = (
        "Participant\tSignature\tRatification\n"
        "Ghana\t3/4/2001\t19 Sep 2002 a\n"
        "Kenya\t4/25/2001\t5/6/2004\n"
    )
    request = ImportRequest("recipients", instrument="Protocol")
    with database.reading() as session:
        found = plan.build(session, open_text(text), request)
    ghana = found.rows[0]
    kenya = found.rows[1]
    assert ghana.entry.acts[0].date == dt.date(2001, 3, 4)
    assert "5/6/2004" in str(kenya.problems[0])
    assert [proposal.count for proposal in found.proposals] == [1, 1]
