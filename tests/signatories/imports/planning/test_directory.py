"""Organisations and people from a table: new, the same, changed, perhaps there already, and taken back."""

import pytest
from sqlalchemy import select

from signatories import undoing
from signatories.database import Database
from signatories.imports import apply
from signatories.imports.planned import OnDuplicate
from signatories.models import (
    Import,
    ImportedRecord,
    Organisation,
    OrganisationName,
    Person,
    Question,
    Role,
    Tagging,
)
from signatories.progress import Cancelled

BODIES = """Organisation,Acronym,Country,E-mail,Tags,Members,Former name
Well Fund,WF,Ghana,office@well.example,water; africa,12,Pump Fund
Air Trust,,Atlantis,,,,
,,Kenya,lost@air.example,,,
"""
PEOPLE = """Given name,Family name,Job title,Organisation,E-mail,Country,Telephone
Anna,Berg,Director,Well Fund,anna@well.example,Ghana,1
Bo,Lind,Chair,New Roof,,,
"""


class CancelAtSecond:
    """Somebody who presses Cancel after a first chunk was written."""

    def __init__(self) -> None:
        self.reports = 0

    def report(self, done: int, total: int | None, label: str = "") -> None:
        self.reports += 1
        if self.reports > 1:
            raise Cancelled


def stored(database: Database, table: type) -> list:
    with database.reading() as session:
        found = list(session.scalars(select(table).order_by(table.id)))
        session.expunge_all()
        return found


def test_organisations_come_with_all_their_columns(database, import_text) -> None:
    done = import_text(BODIES, "bodies.csv", as_="organisations")
    assert done.states == ["new", "new", "error"]
    assert (done.result.added, done.result.left_out) == (2, 1)
    well, air = stored(database, Organisation)
    assert (well.name, well.acronym, well.country, well.email) == (
        "Well Fund",
        "WF",
        "GH",
        "office@well.example",
    )
    assert well.extra == {"Members": "12"}
    assert [each.tag for each in stored(database, Tagging)] == ["water", "africa"]
    assert [each.name for each in stored(database, OrganisationName)] == ["Pump Fund"]
    assert (air.country, air.region) == (None, "Atlantis")


def test_the_same_file_again_proposes_nothing_and_says_so(database, import_text) -> None:
    import_text(BODIES, "bodies.csv", as_="organisations")
    again = import_text(BODIES, "bodies.csv", as_="organisations")
    assert again.states == ["same", "same", "error"]
    assert any("imported before" in str(warning) for warning in again.plan.warnings)
    assert len(stored(database, Import)) == 1


def test_a_known_address_updates_field_by_field_and_a_blank_clears_nothing(
    database, import_text
) -> None:
    import_text(BODIES, "bodies.csv", as_="organisations")
    change = "Organisation,Acronym,E-mail,Website,Tags\nWell Foundation,,OFFICE@well.example,well.example,rivers\n"
    done = import_text(change, "change.csv", as_="organisations")
    assert done.states == ["update"]
    changes = done.plan.rows[0].changes
    assert changes["name"] == ("Well Fund", "Well Foundation")
    assert changes["website"] == ("", "well.example")
    assert "acronym" not in changes
    well = stored(database, Organisation)[0]
    assert (well.name, well.acronym, well.website) == ("Well Foundation", "WF", "well.example")
    assert {each.tag for each in stored(database, Tagging)} == {"water", "africa", "rivers"}


def test_a_name_alone_decides_nothing(database, import_text) -> None:
    import_text(BODIES, "bodies.csv", as_="organisations")
    other = "Organisation,Country,Acronym\nWell Fund,Ghana,WFG\n"
    filled = import_text(other, as_="organisations", name="o.csv", on_duplicate=OnDuplicate.FILL)
    assert filled.states == ["duplicate"]
    assert stored(database, Organisation)[0].acronym == "WF"
    import_text(other, "o.csv", as_="organisations", on_duplicate=OnDuplicate.UPDATE)
    assert stored(database, Organisation)[0].acronym == "WFG"
    third = "Organisation,Country,Acronym\nWell Fund,Ghana,WG\n"
    import_text(third, "t.csv", as_="organisations")
    assert len(stored(database, Organisation)) == 3
    assert [each.row_id for each in stored(database, Question)][-1] == 3


@pytest.mark.parametrize("choice", [OnDuplicate.UPDATE, OnDuplicate.FILL])
def test_bodies_that_share_an_acronym_alone_are_not_made_one_by_a_choice_for_all(
    database, import_text, choice
) -> None:
    table = "Organisation;Acronym;Country\nWomen Water Forum;WWF;Kenya\nWild Well Fund;WWF;Kenya\n"
    done = import_text(table, "o.csv", as_="organisations", on_duplicate=choice)
    assert done.states == ["new", "duplicate"]
    assert done.result.counts == {"added": 2, "updated": 0, "same": 0, "left_out": 0}
    assert [each.row_id for each in stored(database, Question)] == [2]


def test_who_says_of_a_row_that_it_is_the_one_with_its_acronym_renames_it(
    database, import_text
) -> None:
    one, other = (
        f"Organisation;Acronym;Country\n{name};WWF;Kenya\n"
        for name in ("Women Water Forum", "Wild Well Fund")
    )
    import_text(one, "o.csv", as_="organisations")
    import_text(other, "p.csv", as_="organisations", choices={2: OnDuplicate.UPDATE})
    assert [each.name for each in stored(database, Organisation)] == ["Wild Well Fund"]


def test_one_row_can_be_decided_by_itself(database, import_text) -> None:
    import_text(BODIES, "bodies.csv", as_="organisations")
    table = "Organisation,Country,Acronym\nWell Fund,Ghana,WFG\nNew Roof,,\nOld Roof,,\n"
    choices = {2: OnDuplicate.UPDATE, 3: OnDuplicate.SKIP}
    done = import_text(table, "t.csv", as_="organisations", choices=choices)
    assert done.states == ["duplicate", "new", "new"]
    assert done.result.counts == {"added": 1, "updated": 1, "same": 0, "left_out": 1}
    names = [(each.name, each.acronym) for each in stored(database, Organisation)]
    assert names == [("Well Fund", "WFG"), ("Air Trust", ""), ("Old Roof", "")]


def test_a_row_that_repeats_one_above_is_the_same(database, import_text) -> None:
    table = "Organisation,Country\nWell Fund,Ghana\nWell Fund,\nWell Fund,Kenya\n"
    done = import_text(table, "t.csv", as_="organisations")
    assert done.states[:2] == ["new", "same"]
    assert done.states[2] != "same"


def test_people_are_joined_from_halves_and_linked_to_organisations(database, import_text) -> None:
    import_text(BODIES, "bodies.csv", as_="organisations")
    done = import_text(PEOPLE, "people.csv")
    assert (done.plan.kind, done.states) == ("people", ["new", "new"])
    anna, bo = stored(database, Person)
    assert (anna.name, anna.email, anna.country, anna.telephone) == (
        "Anna Berg",
        "anna@well.example",
        "GH",
        "1",
    )
    bodies = {each.id: each.name for each in stored(database, Organisation)}
    roles = [(r.person_id, bodies[r.organisation_id], r.title) for r in stored(database, Role)]
    assert roles == [(anna.id, "Well Fund", "Director"), (bo.id, "New Roof", "Chair")]
    again = import_text(PEOPLE, "people.csv")
    assert again.states == ["same", "same"]


def test_a_person_s_address_updates_and_the_role_too(database, import_text) -> None:
    import_text(PEOPLE, "people.csv")
    change = (
        "Name,Job title,Organisation,E-mail\nAnna Berg-Lund,President,Well Fund,anna@well.example\n"
    )
    done = import_text(change, "change.csv", as_="people")
    assert done.states == ["update"]
    assert done.plan.rows[0].changes == {
        "name": ("Anna Berg", "Anna Berg-Lund"),
        "role": ("Director", "President"),
    }
    assert stored(database, Person)[0].name == "Anna Berg-Lund"
    assert stored(database, Role)[0].title == "President"


def test_a_namesake_elsewhere_is_a_question(database, import_text) -> None:
    import_text(PEOPLE, "people.csv")
    done = import_text("Name,Organisation\nAnna Berg,Air Trust\n", "n.csv", as_="people")
    assert done.states == ["duplicate"]
    assert len(stored(database, Person)) == 3
    assert len(stored(database, Question)) == 1


def test_columns_of_organisations_tell_that_rows_are_organisations(plan_text) -> None:
    assert plan_text("Organisation,Country\nWell Fund,Ghana\n", "x.csv").kind == "organisations"
    table = "Name,Country,Salutation\nGhana,Ghana,Dear all\n"
    assert plan_text(table, "x.csv").kind == "recipients"


def test_every_record_remembers_its_line_and_is_taken_back(database, import_text) -> None:
    import_text(PEOPLE, "people.csv")
    found = {(each.subject, each.row_id): each.line for each in stored(database, ImportedRecord)}
    assert found == {
        ("people", 1): 2,
        ("people", 2): 3,
        ("organisations", 1): 2,
        ("organisations", 2): 3,
    }
    assert undoing.undo(database).kept == []
    for table in (Person, Role, Organisation):
        assert stored(database, table) == []


def test_cancel_between_two_chunks_leaves_nothing(database, plan_text, monkeypatch) -> None:
    monkeypatch.setattr("signatories.imports.written.LOTS", 1)
    rows = "\n".join(f"Well Fund {number:04},{number}" for number in range(300))
    planned = plan_text(f"Organisation,Members\n{rows}\n", "b.csv", as_="organisations")
    with pytest.raises(Cancelled), database.work("Import", bulk=True) as unit:
        apply.apply(unit, planned, CancelAtSecond())
    assert stored(database, Organisation) == []
    assert stored(database, Import) == []


def test_a_parent_is_linked_wherever_it_stands_and_asked_about_where_nobody_is_it(
    database, import_text
) -> None:
    table = (
        "Organisation,Parent organisation\nWell Fund,Wells United\nWells United,\nAir Trust,Airs\n"
    )
    done = import_text(table, "t.csv", as_="organisations")
    well, united, air = stored(database, Organisation)
    assert (well.parent_id, united.parent_id, air.parent_id) == (united.id, None, None)
    (question,) = stored(database, Question)
    assert (question.row_id, question.values) == (air.id, {"parent": "Airs"})
    assert air.extra == {"parent": "Airs"}
    assert import_text(table, "t.csv", as_="organisations").states == ["same"] * 3
    assert done.result.added == 3
    assert undoing.undo(database).kept == []
    assert stored(database, Organisation) == []


def test_two_rows_that_change_one_record_are_looked_at(database, import_text, plan_text) -> None:
    import_text(BODIES, "bodies.csv", as_="organisations")
    table = "Organisation,E-mail\nWell A,office@well.example\nWell B,office@well.example\n"
    first, second = plan_text(table, "t.csv", as_="organisations").rows
    assert (first.problems, second.state.value) == ((), "update")
    assert "An earlier row changes the same record" in str(second.problems[0])


@pytest.mark.parametrize(("choice", "asked"), [(OnDuplicate.UPDATE, 1), (OnDuplicate.KEEP, 0)])
def test_a_second_row_that_writes_over_one_person_is_a_question(
    database, import_text, choice, asked
) -> None:
    header = "Name,Organisation,Role,Email,Country\n"
    import_text(
        f"{header}Ana Silva,Casa Verde,Director,ana@verde.example,Brazil\n"
        "John Smith,Open Doors Forum,Chair,,Uganda\n",
        "people.csv",
        as_="people",
    )
    rows = f"{header}J. Smith,Open Doors Forum,Chair,js@od.example,Uganda\nJohn Smith,Neue Linde,,,Austria\n"
    done = import_text(rows, "later.csv", as_="people", on_duplicate=choice)
    assert done.states == ["duplicate", "duplicate"]
    first, second = done.plan.rows
    said = [str(problem) for problem in second.problems]
    assert first.problems == ()
    assert sum("An earlier row changes the same record" in each for each in said) == asked


def test_filling_blanks_keeps_the_parent_that_is_there(database, import_text) -> None:
    table = "Organisation;Parent\nWell Fund;{}\nRoof Trust;\nAir Trust;\n"
    import_text(table.format("Roof Trust"), "o.csv", as_="organisations")
    fill = {"as_": "organisations", "on_duplicate": OnDuplicate.FILL}
    import_text(table.format("Air Trust"), "o.csv", **fill)
    with database.reading() as session:
        body = session.scalars(select(Organisation).where(Organisation.name == "Well Fund")).one()
        assert session.get_one(Organisation, body.parent_id).name == "Roof Trust"


def test_a_body_that_was_taken_for_a_stored_one_is_not_made_the_next_time(
    database, import_text
) -> None:
    """Then the person is in question too: both are taken for what they may be."""
    import_text("Organisation;Acronym\nThe Friends of the Wells;FW\n", "o.csv")
    for notes in ("Met in May", "Met in June"):
        table = f"Name;Organisation;Notes\nMary Oak;Friends of Wells;{notes}\n"
        import_text(table, "p.csv", as_="people", on_duplicate=OnDuplicate.UPDATE)
    with database.reading() as session:
        assert session.scalars(select(Organisation.name)).all() == ["The Friends of the Wells"]
        assert session.scalars(select(Person.notes)).all() == ["Met in June"]
