"""One e-mail address that several share: nobody is renamed by it without a question."""

import pytest
from sqlalchemy import select

from signatories.database import Database
from signatories.imports.planned import OnDuplicate
from signatories.models import Organisation, Person, Recipient

TABLES = {"recipients": Recipient, "organisations": Organisation, "people": Person}
TWO = [
    ("recipients", "Mission of Ghana", "Mission of Guinea"),
    ("organisations", "Alpha Trust", "Beta Union"),
    ("people", "Ann Lee", "Bob Roy"),
]


def table(*names: str) -> str:
    return "\n".join(("name,email", *(f"{name},post@hub.example" for name in names), ""))


def names(database: Database, kind: str) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(TABLES[kind].name).order_by(TABLES[kind].id)))


@pytest.mark.parametrize(("kind", "one", "other"), TWO)
def test_an_address_that_two_share_renames_nobody(database, import_text, kind, one, other) -> None:
    import_text(table(one), "a.csv", as_=kind)
    done = import_text(table(one, other), "b.csv", as_=kind)
    assert done.states == ["same", "duplicate"]
    assert "e-mail address is the same" in str(done.plan.rows[1].matches[0].reason)
    assert names(database, kind) == [one, other]


@pytest.mark.parametrize(("kind", "one", "other"), TWO)
def test_who_says_that_it_is_the_same_renames_it(database, import_text, kind, one, other) -> None:
    import_text(table(one), "a.csv", as_=kind)
    import_text(table(other), "b.csv", as_=kind, on_duplicate=OnDuplicate.UPDATE)
    assert names(database, kind) == [other]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("recipients", "Ghana", "Permanent Mission of Ghana"),
        ("organisations", "Well Fund", "Well Foundation"),
        ("organisations", "Brunnenwerk", "Brunenwerk"),
        ("people", "Anna Berg", "Anna Berg-Lund"),
    ],
)
def test_a_name_of_the_same_words_is_changed(database, import_text, kind, one, other) -> None:
    import_text(table(one), "a.csv", as_=kind)
    assert import_text(table(other), "b.csv", as_=kind).states == ["update"]
    assert names(database, kind) == [other]


@pytest.mark.parametrize("kind", ["recipients", "organisations"])
def test_a_record_that_a_row_agrees_with_is_changed_by_no_other(
    import_text, plan_text, kind
) -> None:
    import_text(table("Well Fund"), "a.csv", as_=kind)
    text = table("Well Fund", "Well Fund Kenya")
    states = [row.state.value for row in plan_text(text, "b.csv", as_=kind).rows]
    assert states == ["same", "duplicate"]


def test_one_address_of_two_signatories_is_a_question(letter, import_text) -> None:
    text = "name,organisation,email\nAnn Lee,Well Fund,{0}\nBob Roy,Air Trust,{0}\n"
    done = import_text(text.format("post@hub.example"), letter_id=letter)
    assert done.states == ["new", "duplicate"]
    assert "e-mail address is the same" in str(done.plan.rows[1].matches[0].reason)
