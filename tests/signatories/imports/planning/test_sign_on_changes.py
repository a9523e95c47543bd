"""What rows change in sign-ons that are there, and where the directory keeps what they tell."""

import pytest
from sqlalchemy import select

from signatories.imports.planned import OnDuplicate
from signatories.models import (
    Organisation,
    Person,
    Question,
    Role,
    SignOn,
    SignOnStatus,
)
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof

BODY = "organisation,email,telephone,language,website\nWell Fund,well@x.example,11,fr,w.example\n"
ALONE = "name,website,telephone\nAnn Lee,ann.example,12\n"


@pytest.mark.parametrize("table", [BODY, ALONE])
def test_a_detail_without_its_usual_holder_is_kept_and_known_again(
    database, letter, import_text, table
) -> None:
    import_text(table, "t.csv", as_="sign-ons", letter_id=letter)
    assert import_text(table, "t.csv", as_="sign-ons", letter_id=letter).states == ["same"]
    with database.reading() as session:
        body, person = (session.scalars(select(each)).first() for each in (Organisation, Person))
        kept = {**(body or person).extra}
    assert kept == ({"telephone": "11"} if table is BODY else {"website": "ann.example"})


def test_a_detail_that_the_directory_has_otherwise_is_kept_beside_it_and_asked_about(
    database, letter, import_text
) -> None:
    import_text("Name,Organisation,Telephone\nAnn Lee,Well Fund,11\n", "p.csv", as_="people")
    table = "name,organisation,telephone\nAnn Lee,Well Fund,22\n"
    import_text(table, "t.csv", as_="sign-ons", letter_id=letter)
    with database.reading() as session:
        person = session.scalars(select(Person)).one()
        assert (person.telephone, person.extra) == ("11", {"telephone (table)": "22"})
        question = session.scalars(select(Question)).one()
        assert (question.subject, question.values["given"]) == ("sign_ons", "22")
    assert import_text(table, "t.csv", as_="sign-ons", letter_id=letter).states == ["same"]


def test_all_are_found_by_what_rows_tell_of_them(database, letter, import_text) -> None:
    import_text("Organisation;Country;Acronym\nWell Fund;Ghana;WF\n", "o.csv")
    import_text("Name;Organisation\nAnn Lee;Well Fund\n", "p.csv", as_="people")
    table = "name,organisation,email\nAnn Lee,Well Fund,ann@x.example\n"
    import_text(table, "t.csv", as_="sign-ons", letter_id=letter)
    with database.reading() as session:
        assert session.scalars(select(SignOn.search_key)).one() == "well fund ann lee wf ghana"
        assert "ann@x.example" in session.scalars(select(Person.search_key)).one()
    also = "name;other name;e-mail\nWell Fund;Pump Fund;\n"
    import_text(also, "o.csv", as_="organisations", on_duplicate=OnDuplicate.UPDATE)
    with database.reading() as session:
        assert "pump fund" in session.scalars(select(Organisation.search_key)).one()


def test_what_a_second_row_tells_of_a_new_body_is_kept(database, letter, import_text) -> None:
    table = "name,organisation,website\nAnn Lee,Well Fund,\nBo Lind,Well Fund,well.example\n"
    import_text(table, "t.csv", as_="sign-ons", letter_id=letter)
    with database.reading() as session:
        assert session.scalars(select(Organisation.website)).all() == ["well.example"]


def test_a_confirmed_signatory_who_has_declined_is_asked_about(
    database, letter, import_text
) -> None:
    table = "name,organisation,email,status\nAnn Lee,Well Fund,ann@x.example,{}\n"
    import_text(table.format("yes"), "t.csv", as_="sign-ons", letter_id=letter)
    with database.work("Confirm") as unit:
        confirming.confirm(unit, letter, Proof("by mail"))
    done = import_text(table.format("no"), "t.csv", as_="sign-ons", letter_id=letter)
    assert (done.states, done.result.updated) == (["update"], 0)
    with database.reading() as session:
        assert session.scalars(select(SignOn.status)).one() is SignOnStatus.CONFIRMED
        asked = session.scalars(select(Question)).one()
        assert asked.values == {"now": "status: declined"}


def test_a_condition_alone_changes_no_answer(database, letter, import_text) -> None:
    first = "name,organisation,status\nAnn Lee,Well Fund,no\n"
    import_text(first, "t.csv", as_="sign-ons", letter_id=letter)
    table = "name,organisation,status,condition\nAnn Lee,Well Fund,,if asked\n"
    update = OnDuplicate.UPDATE
    import_text(table, "t.csv", as_="sign-ons", letter_id=letter, on_duplicate=update)
    with database.reading() as session:
        sign_on = session.scalars(select(SignOn)).one()
        assert (sign_on.status, sign_on.condition) == (SignOnStatus.DECLINED, "if asked")


def test_a_withdrawal_says_when_and_a_new_yes_takes_it_back(database, letter, import_text) -> None:
    table = "name,organisation,status\nAnn Lee,Well Fund,{}\n"
    import_text(table.format("withdrawn"), "t.csv", as_="sign-ons", letter_id=letter)
    with database.reading() as session:
        sign_on = session.scalars(select(SignOn)).one()
        assert sign_on.withdrawn_at == sign_on.answered_at is not None
    yes, update = table.format("yes"), OnDuplicate.UPDATE
    import_text(yes, "t.csv", as_="sign-ons", letter_id=letter, on_duplicate=update)
    with database.reading() as session:
        assert session.scalars(select(SignOn.withdrawn_at)).one() is None


def test_an_update_leaves_the_country_to_the_directory(database, letter, import_text) -> None:
    table = "name,organisation,country,role\nAnn Lee,Well Fund,Ghana,{}\n"
    import_text(table.format("Chair"), "t.csv", as_="sign-ons", letter_id=letter)
    other, update = table.format("Director"), OnDuplicate.UPDATE
    import_text(other, "t.csv", as_="sign-ons", letter_id=letter, on_duplicate=update)
    with database.reading() as session:
        assert session.execute(select(SignOn.country, SignOn.printed_role)).one() == (
            None,
            "Director",
        )


def test_several_roles_of_one_person_in_a_body_are_one_sign_on(
    database, letter, import_text
) -> None:
    text = "name,organisation,role\nAnn Lee,Well Fund,Chair\n"
    import_text(text, "t.csv", as_="sign-ons", letter_id=letter)
    with database.work("Add a role") as unit:
        unit.session.add(Role(person_id=1, organisation_id=1, title="Treasurer"))
    again = import_text(text, "t.csv", as_="sign-ons", letter_id=letter)
    assert again.states == ["same"]


def test_cells_that_cannot_be_read_are_kept_in_the_notes(database, letter, import_text) -> None:
    table = (
        "name,organisation,email,date,notes\nAnn Lee,Well Fund,ann(at)x.example,soon,Met in May\n"
    )
    import_text(table, "t.csv", as_="sign-ons", letter_id=letter)
    with database.reading() as session:
        notes = session.scalars(select(SignOn.notes)).one()
    assert notes.splitlines() == [
        "Met in May",
        "e-mail (table): ann(at)x.example",
        "date (table): soon",
    ]
    assert import_text(table, "t.csv", as_="sign-ons", letter_id=letter).states == ["same"]


def test_a_new_address_is_an_update_where_that_was_asked_for(database, letter, import_text) -> None:
    table = "name,organisation,email\nAnn Lee,Well Fund,{}@x.example\n"
    import_text(table.format("ann"), "t.csv", as_="sign-ons", letter_id=letter)
    new, update = table.format("lee"), OnDuplicate.UPDATE
    done = import_text(new, "t.csv", as_="sign-ons", letter_id=letter, on_duplicate=update)
    assert (done.result.added, done.result.updated) == (0, 1)
    with database.reading() as session:
        assert session.scalars(select(Person.email)).all() == ["lee@x.example"]


@pytest.mark.parametrize("on_duplicate", [OnDuplicate.UPDATE, OnDuplicate.FILL])
def test_what_was_taken_for_a_body_once_gets_no_second_sign_on(
    database, letter, import_text, on_duplicate
) -> None:
    """The row is in question again when it comes with another detail: its own line answers that."""
    import_text("Organisation;Acronym\nThe Friends of the Wells;FW\n", "o.csv")
    table = "Organisation;Acronym;Group\nFriends of Wells;FW;{}\n"
    request = {"as_": "sign-ons", "letter_id": letter, "on_duplicate": on_duplicate}
    import_text(table.format(""), "t.csv", **request)
    done = import_text(table.format("Local"), "t.csv", **request)
    assert (done.result.added, done.result.updated) == (0, 1)
    with database.reading() as session:
        assert session.scalars(select(SignOn.group)).all() == ["Local"]
