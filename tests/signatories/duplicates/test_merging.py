"""Two records become one: nothing that named either is lost, and all of it can be taken back."""

import pytest
from sqlalchemy import select

from signatories import assets, consents, duplicates, printed_lines, sign_ons
from signatories.consents import ConsentDraft
from signatories.errors import NotFound, Refused
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.models import (
    Confirmation,
    Difference,
    Organisation,
    Person,
    Question,
    Role,
    SignOn,
    Tagging,
    Use,
)
from signatories.undoing import undo
from tests.factories import content
from tests.pictures import picture


def merge(database, subject: str, keep: int, other: int) -> duplicates.Merging:
    about = {duplicates.SUBJECTS[subject]: keep}
    with database.work(duplicates.MESSAGES[subject], bulk=True, **about) as unit:
        return duplicates.merge(unit, subject, keep, other)


def tag(database, word: str, **owner: int) -> None:
    with database.work("Tag") as unit:
        unit.session.add(Tagging(tag=word, **owner))


def test_people_tags_names_and_blanks_come_to_the_kept_organisation(database, make) -> None:
    keep = make.organisation("Well Trust", email="post@wells.example")
    other = make.organisation("The Wells Trust", email="old@wells.example", acronym="WT")
    anna = make.person("Anna Berg", organisation_id=other, role="Chair")
    tag(database, "water", organisation_id=keep)
    tag(database, "water", organisation_id=other)
    tag(database, "africa", organisation_id=other)
    done = merge(database, "organisations", keep, other)
    assert done.filled == {"acronym": "WT"}
    assert done.given_up == {"email": "old@wells.example"}
    assert done.moved == {"roles": 1, "taggings": 2}
    with database.reading() as session:
        body = session.scalars(select(Organisation)).one()
        assert (body.id, body.acronym, body.email) == (keep, "WT", "post@wells.example")
        assert [name.name for name in body.names] == ["The Wells Trust"]
        assert "the wells trust" in body.search_key
        role = session.scalars(select(Role)).one()
        assert (role.person_id, role.organisation_id, role.title) == (anna, keep, "Chair")
        assert sorted(session.scalars(select(Tagging.tag))) == ["africa", "water"]


def test_looking_changes_nothing_and_undo_brings_everything_back(database, make) -> None:
    letter = make.letter()
    make.sign_on(letter, "Anna Berg", "Well Trust")
    make.sign_on(letter, "Otto Lind", "The Wells Trust", role="Chair")
    before = content(database)
    with database.reading() as session:
        seen = duplicates.look(session, "organisations", 1, 2)
    assert content(database) == before
    assert merge(database, "organisations", 1, 2) == seen
    assert undo(database).kept == []
    assert content(database) == before


def test_what_was_confirmed_or_given_keeps_its_words(database, make) -> None:
    first, second = make.letter(), make.letter()
    confirmed = make.sign_on(first, "Anna Berg", "The Wells Trust")
    make.confirm(first, confirmed)
    keep = make.organisation("Well Trust")
    with database.work("Add") as unit:
        promised = sign_ons.add(unit.session, second, organisation_id=1).id
    merge(database, "organisations", keep, 1)
    with database.reading() as session:
        assert session.scalars(select(Confirmation.organisation)).one() == "The Wells Trust"
        line = printed_lines.printed(session, session.get_one(SignOn, promised), "en")
        assert line.organisation == "The Wells Trust"
        assert set(session.scalars(select(SignOn.organisation_id))) == {keep}


def test_one_body_twice_in_a_letter_is_a_question(database, make) -> None:
    letter = make.letter()
    first = make.sign_on(letter, "Anna Berg", "Well Trust")
    second = make.sign_on(letter, "Otto Lind", "Wells Trust")
    assert merge(database, "organisations", 1, 2).twice == [letter]
    with database.reading() as session:
        asked = session.scalars(select(Question)).one()
        assert (asked.row_id, asked.values) == (second, {"sign_on": first})


def test_merged_people_have_each_role_once(database, make) -> None:
    body, elsewhere = make.organisation("Well Trust"), make.organisation("Air Trust")
    keep = make.person("Anna Berg", organisation_id=body)
    other = make.person("A. Berg", organisation_id=body, role="Chair", email="a@wells.example")
    third = make.person("Berg, Anna", organisation_id=elsewhere)
    merge(database, "people", keep, other)
    merge(database, "people", keep, third)
    with database.reading() as session:
        person = session.scalars(select(Person)).one()
        assert person.email == "a@wells.example"
        roles = [(role.organisation_id, role.title) for role in person.roles]
        assert roles == [(body, "Chair"), (elsewhere, "")]


def test_a_parent_merged_into_its_child_leaves_no_circle(database, make) -> None:
    parent, child = make.organisation("Wells Trust"), make.organisation("Well Trust")
    with database.work("Set the parent") as unit:
        unit.session.get_one(Organisation, child).parent_id = parent
    merge(database, "organisations", child, parent)
    with database.reading() as session:
        assert session.scalars(select(Organisation.parent_id)).one() is None


def test_who_differed_from_the_merged_one_differs_from_the_kept_one(database, make) -> None:
    one, two, three = (
        make.organisation(name) for name in ("Well Trust", "Wells Trust", "Wel Trust")
    )
    with database.work("Declare different") as unit:
        duplicates.declare_different(unit.session, "organisations", three, two)
        duplicates.declare_different(unit.session, "organisations", one, two)
    merge(database, "organisations", one, two)
    with database.reading() as session:
        told = session.scalars(select(Difference)).one()
        assert (told.a_id, told.b_id) == (one, three)


def test_one_record_is_no_pair(database, make) -> None:
    body = make.organisation("Well Trust")
    with pytest.raises(Refused):
        merge(database, "organisations", body, body)
    with pytest.raises(NotFound):
        merge(database, "organisations", body, 99)


class TestPictures:
    """Merging lets nobody's picture stand for what somebody else allowed."""

    @pytest.fixture
    def pictured(self, make):
        """Anna Berg of The Wells Trust, whom consent was asked, and Otto Lind of Well Trust, with other pictures."""
        letter = make.letter()
        make.sign_on(letter, "Anna Berg", "The Wells Trust")
        make.sign_on(letter, "Otto Lind", "Well Trust")
        self.give(make, red=1, blue=2)
        with make.database.work("Consent") as unit:
            allowed = ConsentDraft({Use.LOGO: True, Use.SIGNATURE: True})
            consents.note(unit.session, [1], allowed)
        return make

    def give(self, make, **numbers: int) -> None:
        with make.database.work("Pictures") as unit:
            for colour, number in numbers.items():
                digest = assets.keep_bytes(unit.session, picture(colour=colour), f"{colour}.png")
                unit.session.get_one(Organisation, number).logo_digest = digest
                unit.session.get_one(Person, number).signature_digest = digest

    def line(self, database):
        with database.reading() as session:
            lines = take(session, 1, Choices()).signatories
        return next(line for line in lines if line.sign_on_id == 1)

    def test_a_confirmed_line_keeps_its_own(self, database, pictured) -> None:
        pictured.confirm(1)
        before = self.line(database)
        assert before.logo == before.signature is not None
        merge(database, "organisations", 2, 1)
        merge(database, "people", 2, 1)
        after = self.line(database)
        assert (after.logo, after.signature) == (before.logo, before.signature)

    def test_who_has_not_confirmed_is_asked_anew(self, database, pictured) -> None:
        before = content(database)
        merge(database, "organisations", 2, 1)
        merge(database, "people", 2, 1)
        pictured.confirm(1)
        assert (self.line(database).logo, self.line(database).signature) == (None, None)
        for _ in range(3):
            undo(database)
        assert content(database) == before

    def test_the_same_picture_needs_no_other_yes(self, database, pictured) -> None:
        self.give(pictured, red=2)
        merge(database, "people", 2, 1)
        pictured.confirm(1)
        assert self.line(database).signature is not None
