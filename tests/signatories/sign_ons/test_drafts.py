"""Signatories as somebody types them: linked where they are known, made where they are new."""

from dataclasses import replace

import pytest

from signatories import extra_columns, queries, sign_ons
from signatories.database import Database
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.errors import Refused
from signatories.models import Capacity, Organisation, Person, SignOn, SignOnStatus
from signatories.printed_lines import Printed
from signatories.queries.rows import SignOnRow
from signatories.sign_ons import drafts
from signatories.sign_ons.drafts import SignOnDraft
from tests.factories import Make, content


def add(database: Database, letter: int, draft: SignOnDraft) -> int:
    with database.work("Add") as unit:
        return drafts.add(unit.session, letter, draft).id


def change(database: Database, sign_on: int, **values: object) -> None:
    with database.work("Change") as unit:
        draft = drafts.draft_of(unit.session, sign_on)
        drafts.change(unit.session, sign_on, replace(draft, **values))


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


@pytest.mark.parametrize(
    "values", [{"role": "President"}, {"person": "Carl Neu", "person_id": None}]
)
def test_a_confirmed_line_is_not_changed(
    database: Database, make: Make, values: dict[str, object]
) -> None:
    letter = make.letter()
    sign_on = make.sign_on(letter, "Ada Vance", "Haven Trust", role="Director")
    make.confirm(letter)

    with pytest.raises(Refused, match="Ada Vance, Haven Trust has confirmed"):
        change(database, sign_on, **values)

    assert (row(database, sign_on).name, row(database, sign_on).role) == ("Ada Vance", "Director")


def test_a_confirmed_line_is_shown_as_confirmed_beside_what_the_directory_says(
    database: Database, make: Make
) -> None:
    letter = make.letter()
    sign_on = make.sign_on(letter, "Ada Vance", "Haven Trust")
    make.confirm(letter)
    with database.work("Rename") as unit:
        organisations.change(unit.session, 1, OrganisationDraft(name="Harbour Trust"))

    shown = row(database, sign_on)

    assert (shown.organisation, shown.directory_organisation) == ("Haven Trust", "Harbour Trust")
    with database.reading() as session:
        for words in ("haven", "harbour"):  # found by either name
            assert list(queries.ids(session, queries.SIGN_ONS, words=words)) == [sign_on]


def test_the_printed_country_goes_with_the_country_it_was_printed_for(
    database: Database, make: Make
) -> None:
    given = Printed(country="Tanzania (United Republic of)", country_code="TZ", acronym="HT")
    sign_on = make.sign_on(make.letter(), "Ada Vance", "Haven Trust", printed=given)

    change(database, sign_on, role="Chair")
    assert row(database, sign_on).printed_country == "Tanzania (United Republic of)"
    change(database, sign_on, country="FR")

    shown = row(database, sign_on)
    assert (shown.printed_country, shown.country, shown.acronym) == ("", "FR", "HT")
    change(database, sign_on, organisation="Harbour Trust", organisation_id=None)
    assert row(database, sign_on).acronym == ""


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


class TestPrintedBeside:
    """Group, country in other words, and further columns."""

    DRAFT = SignOnDraft(
        organisation="River Forum",
        country="GB",
        printed_country="Scotland",
        group="Networks",
        extra=(("comment", "At last"), ("footnote", "Since May")),
    )

    def test_they_come_back_as_they_were_given(self, make: Make) -> None:
        letter = make.letter()
        with make.database.work("Add") as unit:
            made = drafts.add(unit.session, letter, self.DRAFT).id
            assert replace(drafts.draft_of(unit.session, made), organisation_id=None) == (
                self.DRAFT
            )

    def test_they_are_confirmed_as_they_stand(self, make: Make) -> None:
        letter = make.letter()
        with make.database.work("Add") as unit:
            drafts.add(unit.session, letter, self.DRAFT)
        make.confirm(letter)
        (line,) = content(make.database)["confirmations"]
        assert (line["country"], line["country_code"], line["group"]) == (
            "Scotland",
            "GB",
            "Networks",
        )
        assert line["extra"] == dict(self.DRAFT.extra)

    def test_another_country_takes_the_words_of_the_one_before_away(self, make: Make) -> None:
        letter = make.letter()
        with make.database.work("Add") as unit:
            made = drafts.add(unit.session, letter, self.DRAFT).id
            given = drafts.draft_of(unit.session, made)
            drafts.change(unit.session, made, replace(given, country="FR", extra=()))
            after = drafts.draft_of(unit.session, made)
        assert (after.printed_country, after.extra, after.group) == ("", (), "Networks")

    @pytest.mark.parametrize(
        ("extra", "words"),
        [
            ((("", "At last"),), "what the column is called that holds “At last”"),
            ((("note", "a"), ("Note", "b")), "two columns “Note”"),
        ],
    )
    def test_columns_without_a_name_or_twice_the_same_are_refused(
        self, extra: tuple[tuple[str, str], ...], words: str
    ) -> None:
        assert words in str(replace(self.DRAFT, extra=extra).problems()["extra"])


def test_the_names_that_a_letter_knows_are_offered_with_the_usual_ones(make: Make) -> None:
    letter = make.letter(sign_ons=2)
    with make.database.work("Import") as unit:
        unit.session.get_one(SignOn, 1).extra = {"Zone": "1"}
        unit.session.get_one(Organisation, 1).extra = {"area": "2"}
        unit.session.get_one(Person, 2).extra = {"shift": "3"}
        names = extra_columns.names(unit.session, letter)
    assert set(names) == {"Zone", "area", "shift", *extra_columns.USUAL}
    assert names == tuple(sorted(names, key=str.casefold))
