"""A form that asks whether a name may be published: who says no is never printed, whatever else is asked about."""

import datetime as dt

import pytest
from sqlalchemy import select

from signatories import consents, undoing
from signatories.database import Database
from signatories.imports.planned import OnDuplicate
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.models import Consent, Question, SignOn, Use
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof

ASKED = "May we publish your name?"
FORM = f"""Name,Organisation,Email,Date,{ASKED}
Ann Lee,Well Fund,ann@x.example,2024-05-06,Yes
Bo Lind,River Fund,bo@x.example,2024-05-07,"No, please"
Chi Ma,Lake Fund,chi@x.example,2024-05-08,
Dee Roy,Sea Fund,dee@x.example,2024-05-09,"Yes, but not my surname"
"""


@pytest.fixture
def given(letter: int, import_text):
    def imported(text: str, **request):
        return import_text(text, "t.csv", as_="sign-ons", letter_id=letter, **request)

    return imported


def printed(database: Database, letter: int) -> list[str]:
    with database.work("Confirm") as unit:
        confirming.confirm(unit, letter, Proof("by form"))
    with database.reading() as session:
        return sorted(line.name for line in take(session, letter, Choices(where="")).printed)


def said(database: Database) -> list[dict[Use, bool]]:
    with database.reading() as session:
        ids = list(session.scalars(select(SignOn.id).order_by(SignOn.place)))
        found = consents.given(session, ids)
        return [dict(found[each].uses) for each in ids]


YES, NO = (dict.fromkeys((Use.LETTER, Use.PUBLIC_LIST), each) for each in (True, False))


def test_answers_become_consents_of_their_day_and_only_who_agrees_is_printed(
    database, letter, given
) -> None:
    done = given(FORM)
    assert done.plan.mapping[ASKED] == "consent"
    assert [len(row.problems) for row in done.plan.rows] == [0, 0, 0, 1]
    assert said(database) == [YES, NO, {}, NO]
    with database.reading() as session:
        first = session.scalars(select(Consent.asked_at).order_by(Consent.id)).first()
    assert first == dt.datetime(2024, 5, 6, tzinfo=dt.UTC)
    assert given(FORM).states == ["same"] * 4
    assert printed(database, letter) == ["Ann Lee", "Chi Ma"]


def test_it_is_taken_back_with_the_import(database, given) -> None:
    given(FORM)
    assert undoing.undo(database).kept == []
    with database.reading() as session:
        assert session.scalars(select(Consent)).all() == []


def test_a_refusal_holds_after_a_confirmation_and_no_file_takes_it_back(
    database, letter, given
) -> None:
    given(FORM)
    assert "Ann Lee" in printed(database, letter)
    changed = FORM.replace("2024-05-06,Yes", "2024-05-06,No").replace("Ann Lee", "Anne Lee")
    done = given(changed)
    assert done.plan.rows[0].changes["consent"] == ("yes", "no")
    assert said(database)[0] == NO
    with database.reading() as session:
        assert "name: Anne Lee" in str(session.scalars(select(Question.values)).all())
    given(FORM, on_duplicate=OnDuplicate.UPDATE)
    assert said(database)[0] == NO


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Dürfen wir Ihren Namen veröffentlichen?", "consent"),
        ("Pouvons-nous publier votre nom ?", "consent"),
        ("Do you agree that your name is published?", "consent"),
        ("Please do not publish my name", ""),
        ("May we publish your name and logo?", ""),
        ("May we publish your comment?", ""),
    ],
)
def test_only_a_plain_question_for_the_name_is_taken_for_it(plan_text, letter, header, field):
    table = f"Name,Organisation,{header}\nAnn Lee,Well Fund,Yes\nBo Lind,River Fund,No\n"
    planned = plan_text(table, "t.csv", as_="sign-ons", letter_id=letter)
    assert planned.mapping.get(header, "") == field
