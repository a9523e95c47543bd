"""A form's file that has grown: only new and changed answers are proposed, and nothing confirmed is changed."""

import pytest
from sqlalchemy import select

from signatories import printed_lines, sign_ons, undoing
from signatories.database import Database
from signatories.directory import people
from signatories.models import (
    Organisation,
    Person,
    Question,
    SignOn,
    SignOnStatus,
    Tagging,
)
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof

FORM = """Response number,Name,Organisation,Email,Telephone,Website,Status
1,Anna Berg,Well Fund,anna@well.example,11,well.example,yes
2,Bo Lind,Air Trust,,,,yes
"""
GROWN = FORM.replace("2,Bo Lind,Air Trust", "2,Bo Lind,Air Fund") + "3,Chi Ma,Roof Trust,,,,maybe\n"


def texts_of(database: Database) -> list[tuple[str, str]]:
    with database.reading() as session:
        lines = [
            printed_lines.printed(session, each, "en")
            for each in session.scalars(select(SignOn).order_by(SignOn.id))
        ]
        return [(line.name, line.organisation) for line in lines]


def test_only_new_and_changed_answers_are_proposed(database, letter, import_text) -> None:
    import_text(FORM, "form.csv", as_="sign-ons", letter_id=letter)
    done = import_text(GROWN, "form.csv", as_="sign-ons", letter_id=letter)
    assert done.states == ["same", "update", "new"]
    assert done.plan.rows[1].changes == {"organisation": ("Air Trust", "Air Fund")}
    assert texts_of(database) == [
        ("Anna Berg", "Well Fund"),
        ("Bo Lind", "Air Fund"),
        ("Chi Ma", "Roof Trust"),
    ]
    again = import_text(GROWN, "form.csv", as_="sign-ons", letter_id=letter)
    assert again.states == ["same"] * 3


def test_time_and_address_tell_an_answer_too(database, letter, import_text) -> None:
    table = "Date,Name,Organisation,Email\n2026-11-20 10:31,Anna Berg,{},anna@well.example\n"
    import_text(table.format("Well Fund"), "f.csv", as_="sign-ons", letter_id=letter)
    done = import_text(table.format("Well Funds"), "f.csv", as_="sign-ons", letter_id=letter)
    assert done.states == ["update"]
    with database.reading() as session:
        assert session.scalars(select(SignOn.answered_at)).one().date().isoformat() == "2026-11-20"


def test_a_changed_answer_after_confirmation_is_a_question(database, letter, import_text) -> None:
    import_text(FORM, "form.csv", as_="sign-ons", letter_id=letter)
    with database.work("Confirm") as unit:
        confirming.confirm(unit, letter, Proof("Their mails"))
    done = import_text(GROWN, "form.csv", as_="sign-ons", letter_id=letter)
    assert done.result.counts == {"added": 1, "updated": 0, "same": 1, "left_out": 1}
    assert texts_of(database)[1] == ("Bo Lind", "Air Trust")
    with database.reading() as session:
        question = session.scalars(select(Question).where(Question.row_id == 2)).one()
    assert question.values == {"now": "organisation: Air Fund"}


def test_an_undone_form_is_new_again(database, letter, import_text) -> None:
    import_text(FORM, "form.csv", as_="sign-ons", letter_id=letter)
    undoing.undo(database)
    again = import_text(GROWN, "form.csv", as_="sign-ons", letter_id=letter)
    assert again.states == ["new"] * 3


def test_an_undone_change_of_an_answer_comes_in_again(database, letter, import_text) -> None:
    import_text(FORM, "form.csv", as_="sign-ons", letter_id=letter)
    import_text(GROWN, "form.csv", as_="sign-ons", letter_id=letter)
    undoing.undo(database)
    again = import_text(GROWN, "form.csv", as_="sign-ons", letter_id=letter)
    assert again.states == ["same", "update", "new"]
    assert texts_of(database)[1] == ("Bo Lind", "Air Fund")


@pytest.mark.parametrize("known", [False, True])
def test_what_is_not_printed_goes_to_the_directory(database, letter, import_text, known) -> None:
    if known:
        people = "Name,Organisation\nAnna Berg,Well Fund\n"
        import_text(people, "people.csv", as_="people")
    table = (
        "Name,Organisation,Telephone,Website,Tags,Condition\n"
        "Anna Berg,Well Fund,11,well.example,water,once the board agrees\n"
    )
    import_text(table, "t.csv", as_="sign-ons", letter_id=letter)
    with database.reading() as session:
        person = session.scalars(select(Person)).one()
        body = session.scalars(select(Organisation)).one()
        sign_on = session.scalars(select(SignOn)).one()
        tags = session.execute(select(Tagging.tag, Tagging.organisation_id)).all()
        assert (person.telephone, body.website) == ("11", "well.example")
        assert tags == [("water", body.id)]
        assert (sign_on.status, sign_on.condition) == (
            SignOnStatus.CONDITIONAL,
            "once the board agrees",
        )


def test_words_corrected_by_hand_are_not_put_back_by_a_changed_answer(
    database, letter, import_text
) -> None:
    import_text(FORM, "form.csv", as_="sign-ons", letter_id=letter)
    with database.work("Correct it") as unit:
        sign_ons.get(unit.session, 2).printed_name = "Bo Lindh"
    done = import_text(GROWN, "form.csv", as_="sign-ons", letter_id=letter)
    assert done.result.counts == {"added": 1, "updated": 0, "same": 1, "left_out": 1}
    assert texts_of(database)[1] == ("Bo Lindh", "Air Trust")
    with database.reading() as session:
        question = session.scalars(select(Question).where(Question.row_id == 2)).one()
    assert question.values == {"now": "name: Bo Lind; organisation: Air Fund"}


def test_a_name_corrected_in_the_directory_is_not_put_back(database, letter, import_text) -> None:
    import_text(FORM, "form.csv", as_="sign-ons", letter_id=letter)
    with database.work("Rename") as unit:
        people.change_value(unit.session, 1, "name", "Anna van den Berg")
    changed = FORM.replace("Anna Berg,Well Fund", "Anna Berg,Wells Fund")
    done = import_text(changed, "form.csv", as_="sign-ons", letter_id=letter)
    assert (done.states, done.result.updated) == (["update", "same"], 0)
    assert texts_of(database)[0] == ("Anna van den Berg", "Well Fund")
    with database.reading() as session:
        asked = session.scalars(select(Question)).one()
    assert "organisation: Wells Fund" in asked.values["now"]


def test_a_detail_given_to_a_person_since_is_no_correction(database, letter, import_text) -> None:
    import_text(FORM, "form.csv", as_="sign-ons", letter_id=letter)
    with database.work("Note") as unit:
        people.change_value(unit.session, 1, "notes", "Met in May")
    changed = FORM.replace("anna@well.example,11", "anna@well.example,22")
    done = import_text(changed, "form.csv", as_="sign-ons", letter_id=letter)
    assert (done.states, done.result.updated) == (["update", "same"], 1)
