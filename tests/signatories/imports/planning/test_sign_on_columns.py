"""Further columns of a table of sign-ons: they come along with the line, and are printed as they were confirmed."""

from collections.abc import Mapping

import pytest
from sqlalchemy import select

from signatories import printed_lines
from signatories.database import Database
from signatories.imports.planned import OnDuplicate
from signatories.models import Confirmation, Question, SignOn
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof

WELLS = "Organisation,Country,Description,Constituency,Footnote,Seats\n"
WELLS += "Well Fund,Ghana,Digs wells.,Volta,Since 2020,4\n"


def stored(database: Database) -> list[Mapping[str, str]]:
    with database.reading() as session:
        return list(session.scalars(select(SignOn.extra).order_by(SignOn.place)))


@pytest.fixture
def given(letter: int, import_text):
    def imported(text: str, **request):
        return import_text(text, "t.csv", as_="sign-ons", letter_id=letter, **request)

    return imported


def test_known_columns_come_along_and_others_are_kept_when_they_are_told(database, given) -> None:
    assert given(WELLS).plan.mapping == {
        "Organisation": "organisation",
        "Country": "country",
        "Description": "description",
        "Constituency": "constituency",
        "Footnote": "footnote",
    }
    known = {"description": "Digs wells.", "constituency": "Volta", "footnote": "Since 2020"}
    assert stored(database) == [known]
    more = given(WELLS, overrides={"Seats": "own"}, on_duplicate=OnDuplicate.UPDATE)
    assert more.plan.rows[0].changes == {"Seats": ("", "4")}
    assert stored(database) == [{**known, "Seats": "4"}]
    assert given(WELLS).states == ["same"], "as in the import before"


@pytest.mark.parametrize("ending", [" :", "\u00a0: ", ":", "："])
def test_a_group_is_named_without_the_colon_behind_it(database, given, ending: str) -> None:
    given(f"Group,Organisation\nGlobal: all{ending},Well Fund\n")
    with database.reading() as session:
        assert session.scalars(select(SignOn.group)).all() == ["Global: all"]


def test_a_description_that_is_only_a_country_is_one(database, given) -> None:
    table = "Section,Organisation,Description or country\n"
    table += "Networks,Well Fund,Regional\nNational,River Fund,Ghana\nNational,Lake Fund,Colomba\n"
    done = given(table)
    assert stored(database) == [{"description": "Regional"}, {}, {}]
    with database.reading() as session:
        lines = [
            (line.country, line.country_code)
            for each in session.scalars(select(SignOn).order_by(SignOn.place))
            for line in [printed_lines.printed(session, each, "en")]
        ]
    assert lines == [("", None), ("Ghana", "GH"), ("Colomba", None)]
    assert [bool(row.problems) for row in done.plan.rows] == [False, False, True]


def test_a_mistyped_country_is_asked_about(given) -> None:
    done = given("Organisation,Country\nLake Fund,Colomba\nWell Fund,Wessex\n")
    assert [str(problem) for row in done.plan.rows for problem in row.problems] == [
        "“Colomba” is no country that we know. Is it “Colombia”? It is kept as typed.",
        "“Wessex” is no country that we know; it is kept as a region.",
    ]


def test_beside_a_column_of_countries_a_description_stays_one(database, given) -> None:
    given("Organisation,Country,Description\nWell Fund,,Ghana\n")
    assert stored(database) == [{"description": "Ghana"}]


def test_what_was_confirmed_stays_and_another_text_is_a_question(database, letter, given) -> None:
    given(WELLS)
    with database.work("Confirm") as unit:
        confirming.confirm(unit, letter, Proof("by mail"))
    changed = WELLS.replace("Digs wells.", "Fills wells.")
    assert given(changed, on_duplicate=OnDuplicate.UPDATE).result.updated == 0
    assert stored(database)[0]["description"] == "Digs wells."
    with database.reading() as session:
        assert session.scalars(select(Confirmation.extra)).one()["description"] == "Digs wells."
        asked = session.scalars(select(Question)).one()
        assert asked.values == {"now": "description: Fills wells."}


def test_a_column_keeps_the_name_that_somebody_typed(database, given) -> None:
    given(WELLS)
    with database.work("Type it") as unit:
        unit.session.scalars(select(SignOn)).one().extra = {"DESCRIPTION": "Digs wells."}
    short = "Organisation,Country,Description\nWell Fund,Ghana,{}\n"
    assert given(short.format("Digs wells.")).states == ["same"]
    given(short.format("Fills wells."), on_duplicate=OnDuplicate.FILL)
    assert stored(database) == [{"DESCRIPTION": "Digs wells."}], "only blanks are filled"
    given(short.format("Fills wells."), on_duplicate=OnDuplicate.UPDATE)
    assert stored(database) == [{"DESCRIPTION": "Fills wells."}]


def test_a_row_with_another_text_is_not_the_same_as_the_one_above(given) -> None:
    row = "Well Fund,Ghana,{}\n"
    table = "Organisation,Country,Description\n" + row.format("Digs wells.")
    assert given(table + row.format("Digs wells.") + row.format("Fills wells.")).states == [
        "new",
        "same",
        "duplicate",
    ]
