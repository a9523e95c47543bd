"""A signatory beside other columns: who signs, who is the contact, and what contradicts."""

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.planning.sign_on_rows import read


def test_the_signatory_signs_and_the_contact_is_kept_in_the_notes() -> None:
    row = read(
        {"organisation": "Well Fund", "entry": "Ann Lee", "name": "Bob Hu", "email": "b@well.org"}
    )
    assert row.entry.texts == {
        "name": "Ann Lee",
        "organisation": "Well Fund",
        "notes": "Bob Hu b@well.org",
    }
    assert [str(each) for each in row.problems] == [
        "“Bob Hu” stands beside “Ann Lee”, who signs: kept in the notes."
    ]


def test_the_same_person_twice_is_no_contact() -> None:
    row = read({"entry": "Ann Lee, Well Fund", "name": "ANN LEE", "email": "a@well.org"})
    assert (row.entry.name, row.entry.text("email"), row.problems) == ("ANN LEE", "a@well.org", ())


@pytest.mark.parametrize("entry", ["", "  "])
def test_an_empty_signatory_beside_an_organisation_is_no_question(entry: str) -> None:
    row = read({"organisation": "Well Fund", "entry": entry})
    assert (row.entry.organisation, row.problems, row.errors, row.split) == (
        *("Well Fund", (), (), None),
    )


@pytest.mark.parametrize("entry", ["Cy Ray", "Cleo"])
def test_beside_an_organisation_a_signatory_is_a_person(entry: str) -> None:
    row = read({"organisation": "Well Fund", "entry": entry})
    assert (row.entry.name, row.entry.organisation) == (entry, "Well Fund")


def test_beside_an_organisation_it_is_certain_that_a_name_is_one() -> None:
    row = read({"organisation": "Well Fund", "entry": "Cy Ray"})
    assert row.problems == ()
    assert row.split
    assert row.split.confidence >= CERTAIN


def test_what_a_column_says_otherwise_is_told() -> None:
    row = read(
        {"organisation": "Well Fund", "entry": "Ann Lee, Chair, River Network", "role": "CEO"}
    )
    assert (row.entry.organisation, row.entry.text("role")) == ("Well Fund", "CEO")
    assert [str(each) for each in row.problems] == [
        "“River Network” is left out: “Well Fund” stands in a column of its own.",
        "“Chair” is left out: “CEO” stands in a column of its own.",
    ]


def test_one_country_in_two_spellings_is_no_contradiction() -> None:
    assert read({"entry": "Well Fund, UK", "country": "United Kingdom"}).problems == ()


@pytest.mark.parametrize(
    ("cell", "name", "role"),
    [
        ("Ann Lee, Director", "Ann Lee", "Director"),
        ("Ann Lee (Director)", "Ann Lee", "Director"),
        ("Ann Lee\nDirector", "Ann Lee", "Director"),
        ("Ann Lee – Director", "Ann Lee", "Director"),
        ("Director: Ann Lee", "Ann Lee", "Director"),
        ("Ann Lee, PhD", "Ann Lee, PhD", ""),
        ("Lee, Ann", "Lee, Ann", ""),
        ("Ann\nLee", "Ann Lee", ""),
        ("Ann-Marie O'Neil (Kenya)", "Ann-Marie O'Neil (Kenya)", ""),
    ],
)
def test_a_role_in_the_cell_of_a_name_is_no_part_of_it(cell: str, name: str, role: str) -> None:
    row = read({"name": cell, "organisation": "Well Fund"})
    assert (row.entry.name, row.entry.text("role")) == (name, role)
    assert not row.problems


def test_a_role_in_the_cell_of_a_name_that_another_cell_contradicts_is_a_question() -> None:
    row = read({"name": "Ann Lee, Director", "organisation": "Well Fund", "role": "Chair"})
    assert (row.entry.name, row.entry.text("role")) == ("Ann Lee", "Chair")
    assert "“Director” is left out" in str(row.problems[0])


def test_a_body_in_the_cell_of_a_name_is_the_body_where_that_is_certain() -> None:
    assert read({"name": "Ann Lee, Well Fund"}).entry.organisation == "Well Fund"
    assert read({"name": "Ann Lee, Bo Hu"}).entry.name == "Ann Lee, Bo Hu"


@pytest.mark.parametrize("family", ["Bishop", "Dean", "Judge", "Mudur", "Baskan", "Director"])
def test_a_role_before_a_comma_may_be_a_family_name(family: str) -> None:
    for cells in ({}, {"organisation": "Well Fund"}):
        row = read({"name": f"{family}, Ann Mary", **cells})
        assert (row.entry.name, row.entry.text("role")) == (f"{family}, Ann Mary", "")
    row = read({"entry": f"{family}, Ann Mary", "organisation": "Well Fund"})
    assert row.split
    assert row.split.confidence < CERTAIN


def test_a_colon_shows_that_it_is_a_role() -> None:
    row = read({"name": "Bishop: Ann Lee", "organisation": "Well Fund"})
    assert (row.entry.name, row.entry.text("role")) == ("Ann Lee", "Bishop")


@pytest.mark.parametrize("cell", ["Ann Lee (Dr. Bo Hu)", "Ann Lee (President: Bo Hu)"])
def test_somebody_else_in_the_cell_of_a_name_stays_there(cell: str) -> None:
    assert read({"name": cell, "organisation": "Well Fund"}).entry.name == cell
