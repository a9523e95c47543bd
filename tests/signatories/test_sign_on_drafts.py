"""Signatories as somebody types them: linked where they are known, made where they are new."""

from dataclasses import replace

import pytest

from signatories import organisations, people, queries, sign_on_drafts, sign_ons
from signatories.database import Database
from signatories.models import Capacity, Organisation, Person, SignOnStatus
from signatories.queries import SignOnRow
from signatories.sign_on_drafts import SignOnDraft
from tests.factories import Make


def add(database: Database, letter: int, draft: SignOnDraft) -> int:
    with database.work("Add") as unit:
        return sign_on_drafts.add(unit.session, letter, draft).id


def change(database: Database, sign_on: int, **values: object) -> None:
    with database.work("Change") as unit:
        draft = sign_on_drafts.draft_of(unit.session, sign_on)
        sign_on_drafts.change(unit.session, sign_on, replace(draft, **values))


def row(database: Database, sign_on: int) -> SignOnRow:
    with database.reading() as session:
        return queries.sign_ons(session, [sign_on])[sign_on]


def test_new_names_become_an_organisation_and_a_person_with_a_role(
    database: Database, make: Make
) -> None:
    draft = SignOnDraft("Haven Trust", person="Ada Vance", role="Director", country="KE")

    sign_on = add(database, make.letter(), draft)

    shown = row(database, sign_on)
    assert (shown.organisation, shown.name, shown.role) == ("Haven Trust", "Ada Vance", "Director")
    assert (shown.country, shown.status) == ("KE", SignOnStatus.PROMISED)
    assert (shown.capacity, shown.capacity_assumed) == (Capacity.ORGANISATION, True)
    with database.reading() as session:
        (body,) = session.query(Organisation).all()
        (person,) = session.query(Person).all()
        assert (body.country, person.country) == ("KE", None)
        assert [role.title for role in person.roles] == ["Director"]


def test_known_ones_are_linked_and_what_differs_is_kept_for_this_letter(
    database: Database, make: Make
) -> None:
    letter, body = make.letter(), make.organisation("Haven Trust", country="KE")
    draft = SignOnDraft("Haven Trust (Nairobi)", organisation_id=body, country="KE")

    sign_on = add(database, letter, draft)

    with database.reading() as session:
        stored = sign_ons.get(session, sign_on)
        assert stored.organisation_id == body
        assert stored.printed_organisation == "Haven Trust (Nairobi)"
        assert stored.country is None
        assert organisations.get(session, body).name == "Haven Trust"


def test_person_alone_signs_for_themselves(database: Database, make: Make) -> None:
    sign_on = add(database, make.letter(), SignOnDraft(person="Ada Vance", country="FR"))

    assert row(database, sign_on).capacity is Capacity.PERSONAL
    with database.reading() as session:
        person = sign_ons.get(session, sign_on).signer_id
        assert person is not None
        assert people.get(session, person).country == "FR"


def test_change_prints_the_new_words_and_leaves_the_confirmation(
    database: Database, make: Make
) -> None:
    letter = make.letter()
    sign_on = make.sign_on(letter, "Ada Vance", "Haven Trust", role="Director")
    make.confirm(letter)

    change(database, sign_on, role="President")

    assert row(database, sign_on).role == "President"
    with database.reading() as session:
        stored = sign_ons.get(session, sign_on)
        assert [confirmation.role for confirmation in stored.confirmations] == ["Director"]


def test_empty_name_unlinks(database: Database, make: Make) -> None:
    sign_on = make.sign_on(make.letter(), "Ada Vance", "Haven Trust")

    change(database, sign_on, person="")

    shown = row(database, sign_on)
    assert (shown.name, shown.organisation) == ("", "Haven Trust")


def test_draft_of_a_sign_on_changes_nothing(database: Database, make: Make) -> None:
    sign_on = make.sign_on(make.letter(), "Ada Vance", "Haven Trust", role="Director")
    before = row(database, sign_on)

    change(database, sign_on)

    assert row(database, sign_on) == before


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (SignOnDraft(), "organisation"),
        (SignOnDraft(person="Ada Vance", capacity=Capacity.ORGANISATION), "capacity"),
        (SignOnDraft("Haven Trust", country="Atlantis"), "country"),
    ],
)
def test_problems_stand_beside_their_field(draft: SignOnDraft, field: str) -> None:
    assert list(draft.problems()) == [field]
