"""Organisations are added, changed and removed, and nothing in use goes."""

from dataclasses import replace

import pytest

from signatories import queries
from signatories.directory import organisations
from signatories.directory.organisations import Logo, OrganisationDraft
from signatories.errors import NotFound, Refused
from signatories.models import NameKind, OrganisationName, Tagging
from signatories.pictures.files import PictureFile
from signatories.undoing import undo
from tests.factories import Make, content
from tests.pictures import picture

FULL = OrganisationDraft(
    name="Łódź Women's Network",
    acronym="ŁWN",
    country="PL",
    kind="network",
    language="pl",
    email="office@example.org",
    website="https://example.org",
    notes="met in May",
)


def test_a_draft_comes_back_as_it_was_given(make: Make) -> None:
    with make.database.work("Add") as unit:
        made = organisations.add(unit.session, FULL).id
    with make.database.reading() as session:
        stored = organisations.draft_of(session, organisations.get(session, made))
        assert stored == replace(FULL, logo=Logo())


def test_spaces_around_values_are_no_part_of_them(make: Make) -> None:
    make.organisation("  Oxford Aid ", acronym=" OA ")
    (row,) = content(make.database)["organisations"]
    assert (row["name"], row["acronym"], row["country"]) == ("Oxford Aid", "OA", None)


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (OrganisationDraft(), "name", "needs a name"),
        (OrganisationDraft(" \t"), "name", "needs a name"),
        (OrganisationDraft("Body", country="XX"), "country", "“XX” is no country’s code"),
        (OrganisationDraft("Body", country="pl"), "country", "“pl” is no country’s code"),
    ],
)
def test_problems_are_named_by_field_and_refused(
    make: Make, draft: OrganisationDraft, field: str, words: str
) -> None:
    assert words in str(draft.problems()[field])

    def add() -> None:
        with make.database.work("Add") as unit:
            organisations.add(unit.session, draft)

    with pytest.raises(Refused, match=words):
        add()
    assert content(make.database)["organisations"] == []


def test_a_refused_change_changes_nothing(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")

    def change() -> None:
        with make.database.work("Change") as unit:
            organisations.change(unit.session, oxford, OrganisationDraft("", acronym="X"))

    with pytest.raises(Refused):
        change()
    assert content(make.database)["organisations"][0]["acronym"] == ""


def test_changing_finds_and_sorts_it_anew(make: Make) -> None:
    first, second = make.organisation("Zebra"), make.organisation("Mouse")
    with make.database.work("Change") as unit:
        organisations.change(unit.session, first, OrganisationDraft("Äpfel", acronym="ÄP"))
    with make.database.reading() as session:
        assert list(queries.ids(session, queries.ORGANISATIONS)) == [first, second]
        assert list(queries.ids(session, queries.ORGANISATIONS, words="ap apfel")) == [first]
        assert list(queries.ids(session, queries.ORGANISATIONS, words="zebra")) == []


def test_further_names_are_found_too(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    with make.database.work("Add a name") as unit:
        row = organisations.get(unit.session, oxford)
        row.names.append(OrganisationName(kind=NameKind.FORMER, name="Oxford Famine Relief"))
        organisations.derive_keys(row)
    (row,) = content(make.database)["organisations"]
    assert "famine" in row["search_key"]


def test_an_unknown_id_is_named(make: Make) -> None:
    with make.database.reading() as session, pytest.raises(NotFound, match="no organisation 7"):
        organisations.get(session, 7)


def remove(make: Make, *ids: int) -> None:
    with make.database.work("Remove") as unit:
        organisations.remove(unit.session, ids)


def test_removing_takes_names_and_tags_along(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    with make.database.work("Name and tag") as unit:
        row = organisations.get(unit.session, oxford)
        row.names.append(OrganisationName(kind=NameKind.OTHER, name="OxAid"))
        organisations.derive_keys(row)
        unit.session.add(Tagging(tag="health", organisation_id=oxford))
    before = content(make.database)
    remove(make, oxford)
    assert not any(content(make.database).values())
    undo(make.database)
    assert content(make.database) == before


def test_what_has_answered_is_not_removed(make: Make) -> None:
    make.sign_on(make.letter(), "Ada", "Oxford Aid")
    with pytest.raises(Refused, match="Oxford Aid has answered a letter"):
        remove(make, 1)


def test_what_has_people_is_not_removed(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    make.person(organisation_id=oxford)
    with pytest.raises(Refused, match="Oxford Aid has people"):
        remove(make, oxford)


def test_what_has_members_is_not_removed_before_them(make: Make) -> None:
    parent, member = make.organisation("Oxford Aid"), make.organisation("Oxford Aid Kenya")
    with make.database.work("Join") as unit:
        organisations.get(unit.session, member).parent_id = parent
    with pytest.raises(Refused, match="Oxford Aid has member organisations"):
        remove(make, parent)
    remove(make, member, parent)
    assert content(make.database)["organisations"] == []


def test_one_in_use_keeps_all_that_were_to_go(make: Make) -> None:
    free, used = make.organisation("Free"), make.organisation("Used")
    make.person(organisation_id=used)
    with pytest.raises(Refused, match="Used has people"):
        remove(make, free, used)
    assert len(content(make.database)["organisations"]) == 2


class TestLogos:
    LOGO = Logo(PictureFile("logo.png", picture()), scale=1.2, shift=-0.1)

    def draft(self, make: Make) -> OrganisationDraft:
        with make.database.reading() as session:
            return organisations.draft_of(session, organisations.get(session, 1))

    def change(self, make: Make, draft: OrganisationDraft) -> None:
        with make.database.work("Change") as unit:
            organisations.change(unit.session, 1, draft)

    def test_a_logo_is_kept_with_its_size_and_its_shift(self, make: Make) -> None:
        make.organisation("River Forum", logo=self.LOGO)
        assert self.draft(make).logo == self.LOGO

    def test_a_draft_without_one_leaves_it_and_an_empty_one_removes_it(self, make: Make) -> None:
        make.organisation("River Forum", logo=self.LOGO)
        self.change(make, OrganisationDraft("River Forum", acronym="RF"))
        assert self.draft(make).logo == self.LOGO
        self.change(make, OrganisationDraft("River Forum", logo=Logo()))
        assert self.draft(make).logo == Logo()
        undo(make.database)
        assert self.draft(make).logo == self.LOGO

    @pytest.mark.parametrize(
        ("logo", "field", "words"),
        [
            (Logo(PictureFile("a.svg", b"<svg/>")), "logo", "a.svg is a drawing"),
            (Logo(scale=7), "logo_scale", "from 0.2 to 5.0, not 7"),
            (Logo(shift=-2), "logo_shift", "from -1.0 to 1.0, not -2"),
        ],
    )
    def test_what_cannot_be_printed_is_refused(
        self, make: Make, logo: Logo, field: str, words: str
    ) -> None:
        draft = OrganisationDraft("River Forum", logo=logo)
        assert words in str(draft.problems()[field])
        with pytest.raises(Refused, match=words):
            make.organisation("River Forum", logo=logo)
