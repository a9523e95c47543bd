"""The line as it is printed: what was given for a letter comes before the directory."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import printed_lines, sign_ons
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.models import (
    Capacity,
    Organisation,
    Person,
    Role,
    SignOn,
)
from signatories.printed_lines import Printed
from tests.factories import Make, content


def sign_on(session: Session, number: int = 1) -> SignOn:
    return sign_ons.get(session, number)


class TestPrinted:
    def test_what_was_given_comes_before_the_directory(self, make: Make) -> None:
        given = Printed(name="A. Lovell", organisation="OxAid", country="England")
        make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid", role="Director", printed=given)
        with make.database.reading() as session:
            line = printed_lines.printed(session, sign_on(session), "en")
        assert line == Printed("A. Lovell", "Director", "OxAid", "", "England")

    def test_the_directory_fills_what_was_not_given(self, make: Make) -> None:
        letter = make.letter()
        with make.database.work("Add") as unit:
            body = organisations.add(
                unit.session, OrganisationDraft("Oxford Aid", acronym="OA", country="DE")
            )
            ada = people.add(
                unit.session,
                PersonDraft("Ada", organisation_id=body.id, role="Chair", country="FR"),
            )
            sign_ons.add(unit.session, letter, organisation_id=body.id, signer_id=ada.id)
        with make.database.reading() as session:
            english = printed_lines.printed(session, sign_on(session), "en")
            french = printed_lines.printed(session, sign_on(session), "fr")
        assert (english.country_code, english.acronym, english.role) == ("DE", "OA", "Chair")
        assert french.country == "Allemagne"

    def test_a_role_elsewhere_is_not_printed(self, make: Make) -> None:
        letter, body = make.letter(), make.organisation("Here")
        elsewhere = make.organisation("Elsewhere")
        ada = make.person("Ada", organisation_id=elsewhere, role="Chair")
        with make.database.work("Add") as unit:
            sign_ons.add(unit.session, letter, organisation_id=body, signer_id=ada)
        with make.database.reading() as session:
            assert printed_lines.printed(session, sign_on(session), "en").role == ""


class TestExtraColumns:
    @pytest.fixture
    def described(self, make: Make) -> Make:
        """A sign-on with columns of its own, of its organisation and of its signer."""
        letter = make.letter()
        own = Printed(extra={"comment": "Of mine"})
        make.sign_on(letter, "Ada Lovell", "Oxford Aid", printed=own)
        with make.database.work("Import") as unit:
            body = {"comment": "Of the body", "constituency": "North", "note": 7}
            unit.session.get_one(Organisation, 1).extra = body
            unit.session.get_one(Person, 1).extra = {"constituency": "South", "profession": "baker"}
        return make

    @pytest.mark.parametrize(
        ("capacity", "constituency"),
        [(Capacity.ORGANISATION, "North"), (Capacity.PERSONAL, "South")],
    )
    def test_its_own_stand_before_those_of_whom_it_speaks_for(
        self, described: Make, capacity: Capacity, constituency: str
    ) -> None:
        with described.database.work("Set capacity") as unit:
            sign_on(unit.session).capacity = capacity
            line = printed_lines.printed(unit.session, sign_on(unit.session), "en")
        assert line.extra == {
            "comment": "Of mine",
            "constituency": constituency,
            "note": "7",
            "profession": "baker",
        }

    def test_they_stay_as_they_were_confirmed(self, described: Make) -> None:
        described.confirm(1)
        before = content(described.database)["confirmations"]
        assert before[0]["extra"]["constituency"] == "North"
        with described.database.work("Edit") as unit:
            unit.session.get_one(Organisation, 1).extra = {"constituency": "West"}
            sign_on(unit.session).extra = {}
        assert content(described.database)["confirmations"] == before


def test_lines_that_are_read_together_are_those_read_one_by_one(make: Make) -> None:
    """Whatever is given or missing: rows and objects say the same, and so do the keys computed from them."""
    letter = make.letter()
    given = Printed(name="A. Lovell", country="England", country_code="GB", extra={"a": "b"})
    make.sign_on(letter, "Ada Lovell", "Oxford Aid", role="Director", printed=given)
    make.sign_on(letter, "Grace Hooper", "Relief", role="Chair", capacity=Capacity.IDENTIFICATION)
    body, elsewhere = make.organisation("Here", acronym="H", country="FR"), make.organisation()
    person = make.person("Kurt", organisation_id=elsewhere, role="Elsewhere", country="AT")
    with make.database.work("Add") as unit:
        unit.session.add(Role(person_id=2, organisation_id=2, title="Second"))
        unit.session.get_one(Organisation, 2).extra = {"comment": "Of the body", "note": 7}
        unit.session.get_one(Person, 2).extra = {"comment": "Of the person"}
        for who in (
            {"organisation_id": body},
            {"signer_id": person},
            {"organisation_id": body, "signer_id": person},
        ):
            sign_ons.add(unit.session, letter, **who)
    with make.database.reading() as session:
        rows = session.scalars(select(SignOn).order_by(SignOn.id)).all()
        sources = printed_lines.sources(session, [row.id for row in rows])
        together = {source.sign_on.id: printed_lines.line(source, "fr") for source in sources}
        assert together == {row.id: printed_lines.printed(session, row, "fr") for row in rows}


def test_sign_ons_are_found_by_what_a_body_is_called_and_was_confirmed_as(make: Make) -> None:
    make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid")
    make.confirm(1)
    with make.database.work("Rename") as unit:
        organisations.change(unit.session, 1, OrganisationDraft("Cambridge Aid"))
        found = sign_on(unit.session)
        key = found.search_key
        printed_lines.derive_keys(unit.session, found)
        assert key == found.search_key
    assert {"cambridge", "oxford", "ada"} <= set(key.split())
