"""People are added with their role, changed and removed; the printed name and the sort name are two things."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from signatories import queries
from signatories.directory import people
from signatories.directory.people import PersonDraft
from signatories.errors import NotFound, Refused
from signatories.models import Role, Tagging
from signatories.pictures.files import PictureFile
from tests.factories import Make, content
from tests.pictures import picture


def change(make: Make, person: int, draft: PersonDraft) -> None:
    with make.database.work("Change {person}", person=person) as unit:
        people.change(unit.session, person, draft)


def remove(make: Make, *ids: int) -> None:
    with make.database.work("Remove") as unit:
        people.remove(unit.session, ids)


def draft_of(make: Make, person: int) -> PersonDraft:
    with make.database.reading() as session:
        return people.draft_of(session, people.get(session, person))


def test_a_draft_comes_back_as_it_was_given(make: Make) -> None:
    given = PersonDraft(
        name="Anne‐Sophie Loïs",
        sort_name="Loïs, Anne‐Sophie",
        form_of_address="Dr.",
        email="a@example.org",
        telephone="+41 22 000 00 00",
        language="fr",
        country="CH",
        notes="prefers mail",
        organisation_id=make.organisation("Oxford Aid"),
        role="Director",
    )
    with make.database.work("Add") as unit:
        made = people.add(unit.session, given).id
    assert draft_of(make, made) == replace(given, signature=PictureFile())


def test_an_empty_sort_name_is_suggested_and_a_given_one_kept(make: Make) -> None:
    suggested, own = make.person("Ada Lovell"), make.person("Hu Boming", sort_name="Hu Boming")
    assert draft_of(make, suggested).sort_name == "Lovell, Ada"
    assert draft_of(make, own).sort_name == "Hu Boming"


def test_one_value_changes_alone_and_a_suggested_sort_name_follows_the_printed_one(
    make: Make,
) -> None:
    suggested = make.person("Dr Ama Boateng", role="Director", email="ama@example.org")
    given = make.person("Dr Ama Boateng", sort_name="Ama")
    before = draft_of(make, suggested)
    with make.database.work("Change") as unit:
        people.change_value(unit.session, suggested, "name", "Dr Ama Zulu ")
        people.change_value(unit.session, given, "name", "Dr Ama Zulu")
    changed = replace(before, name="Dr Ama Zulu", sort_name="Zulu, Ama")
    assert draft_of(make, suggested) == changed
    assert draft_of(make, given).sort_name == "Ama"

    with make.database.work("Change") as unit:
        people.change_value(unit.session, suggested, "email", "zulu@example.org")
    assert draft_of(make, suggested) == replace(changed, email="zulu@example.org")


def test_people_sort_by_their_sort_name_and_are_found_by_any(make: Make) -> None:
    ada, grace = make.person("Ada Lovell"), make.person("Zoë Hooper", email="zoe@example.org")
    with make.database.reading() as session:
        assert list(queries.ids(session, queries.PEOPLE)) == [grace, ada]
        assert list(queries.ids(session, queries.PEOPLE, words="zoe HOOPER")) == [grace]
        assert list(queries.ids(session, queries.PEOPLE, words="example.org")) == [grace]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (PersonDraft(" "), "name"),
        (PersonDraft("Ada", email="ada.example.org"), "email"),
        (PersonDraft("Ada", country="England"), "country"),
    ],
)
def test_problems_are_named_by_field_and_refused(
    make: Make, draft: PersonDraft, field: str
) -> None:
    assert set(draft.problems()) == {field}

    def add() -> None:
        with make.database.work("Add") as unit:
            people.add(unit.session, draft)

    with pytest.raises(Refused):
        add()
    assert content(make.database)["people"] == []


def test_a_role_is_given_changed_and_taken_away(make: Make) -> None:
    oxford, relief = make.organisation("Oxford Aid"), make.organisation("Relief")
    ada = make.person("Ada")
    change(make, ada, replace(draft_of(make, ada), organisation_id=oxford, role="Chair"))
    change(make, ada, replace(draft_of(make, ada), organisation_id=relief, role="Head"))
    with make.database.reading() as session:
        role = session.scalars(select(Role)).one()
        assert (role.id, role.organisation_id, role.title) == (1, relief, "Head")
    change(make, ada, replace(draft_of(make, ada), organisation_id=None))
    assert content(make.database)["roles"] == []


def test_further_roles_stay_when_the_first_changes(make: Make) -> None:
    oxford, relief = make.organisation("Oxford Aid"), make.organisation("Relief")
    ada = make.person("Ada", organisation_id=oxford, role="Chair")
    with make.database.work("Give a second role") as unit:
        unit.session.add(Role(person_id=ada, organisation_id=relief, title="Adviser"))
    change(make, ada, replace(draft_of(make, ada), role="Head"))
    assert [row["title"] for row in content(make.database)["roles"]] == ["Head", "Adviser"]


def test_removing_takes_roles_and_tags_along(make: Make) -> None:
    ada = make.person("Ada", organisation_id=make.organisation())
    with make.database.work("Tag") as unit:
        unit.session.add(Tagging(tag="speaker", person_id=ada))
    remove(make, ada)
    left = content(make.database)
    assert (left["people"], left["roles"], left["taggings"]) == ([], [], [])


def test_who_has_answered_is_not_removed(make: Make) -> None:
    make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid")
    with pytest.raises(Refused, match="Ada Lovell has answered a letter"):
        remove(make, 1)


def test_an_unknown_id_is_named(make: Make) -> None:
    with make.database.reading() as session, pytest.raises(NotFound, match="no person 7"):
        people.get(session, 7)


def test_a_scanned_signature_is_kept_left_as_it_is_and_removed(make: Make) -> None:
    hand = PictureFile("hand.png", picture())
    ada = make.person("Ada Lovell", signature=hand)
    change(make, ada, PersonDraft("Ada Ringe"))
    assert draft_of(make, ada).signature == hand
    change(make, ada, PersonDraft("Ada Ringe", signature=PictureFile()))
    assert draft_of(make, ada).signature == PictureFile()


def test_a_scanned_signature_that_is_no_picture_is_refused(make: Make) -> None:
    with pytest.raises(Refused, match=r"hand\.pdf is no PNG and no JPEG"):
        make.person("Ada Lovell", signature=PictureFile("hand.pdf", b"%PDF"))
