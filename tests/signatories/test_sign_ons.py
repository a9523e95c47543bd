"""Nobody is printed who has not confirmed, and nothing is confirmed without saying how we know."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import confirming, letters, organisations, people, printed_lines, sign_ons
from signatories.confirming import Proof
from signatories.errors import NotFound, Refused, UnreadableFile
from signatories.models import (
    Asset,
    Capacity,
    Confirmation,
    Evidence,
    Organisation,
    Person,
    SignOn,
    SignOnStatus,
)
from signatories.organisations import OrganisationDraft
from signatories.people import PersonDraft
from signatories.printed_lines import Printed
from tests.factories import Make, content

S = SignOnStatus


def sign_on(session: Session, number: int = 1) -> SignOn:
    return sign_ons.get(session, number)


def set_status(make: Make, status: SignOnStatus, *ids: int) -> None:
    with make.database.work("Answer") as unit:
        sign_ons.set_status(unit.session, ids, status)


class TestAdding:
    def test_a_capacity_with_an_organisation_is_assumed(self, make: Make) -> None:
        letter, body, ada = make.letter(), make.organisation(), make.person()
        with make.database.work("Add three") as unit:
            for given in (
                {"organisation_id": body, "signer_id": ada},
                {"signer_id": ada},
                {"organisation_id": body, "capacity": Capacity.IDENTIFICATION},
            ):
                sign_ons.add(unit.session, letter, **given)
        found = [
            (row["capacity"], row["capacity_assumed"], row["status"], row["place"])
            for row in content(make.database)["sign_ons"]
        ]
        assert found == [
            (Capacity.ORGANISATION, True, S.PROMISED, 1),
            (Capacity.PERSONAL, False, S.PROMISED, 2),
            (Capacity.IDENTIFICATION, False, S.PROMISED, 3),
        ]

    def test_nobody_at_all_is_refused(self, make: Make) -> None:
        letter = make.letter()

        def add() -> None:
            with make.database.work("Add") as unit:
                sign_ons.add(unit.session, letter)

        with pytest.raises(Refused, match="needs an organisation or a person"):
            add()

    def test_a_missing_letter_is_named(self, make: Make) -> None:
        with pytest.raises(NotFound, match="no letter 7"):
            make.sign_on(7)

    def test_places_are_counted_letter_by_letter(self, make: Make) -> None:
        first, second = make.letter(sign_ons=2), make.letter(sign_ons=1)
        places = [(row["letter_id"], row["place"]) for row in content(make.database)["sign_ons"]]
        assert places == [(first, 1), (first, 2), (second, 1)]


class TestPrinted:
    def test_what_was_given_comes_before_the_directory(self, make: Make) -> None:
        given = Printed(name="A. Lovelace", organisation="OxAid", country="England")
        make.sign_on(make.letter(), "Ada Lovelace", "Oxford Aid", role="Director", printed=given)
        with make.database.reading() as session:
            line = printed_lines.printed(session, sign_on(session), "en")
        assert line == Printed("A. Lovelace", "Director", "OxAid", "", "England")

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


class TestConfirming:
    def test_a_confirmation_keeps_the_line_whatever_changes_later(self, make: Make) -> None:
        letter = make.letter()
        make.sign_on(letter, "Ada Lovelace", "Oxford Aid", role="Director")
        assert make.confirm(letter) == confirming.Confirmed(1, [1], 0)
        with make.database.work("Rename all") as unit:
            organisations.change(unit.session, 1, OrganisationDraft("Oxford Help"))
            people.change(unit.session, 1, PersonDraft("Ada King"))
            sign_on(unit.session).group = "Later"
        with make.database.reading() as session:
            kept = session.scalars(select(Confirmation)).one()
            assert (kept.name, kept.role, kept.organisation) == (
                "Ada Lovelace",
                "Director",
                "Oxford Aid",
            )
            assert (kept.version_id, kept.capacity, kept.group) == (1, Capacity.ORGANISATION, "")
            assert kept.evidence.text == "mail of 3 May"
            assert sign_on(session).status is S.CONFIRMED

    @pytest.mark.parametrize("how", ["", "  \n"])
    def test_nothing_is_confirmed_without_how_we_know(self, make: Make, how: str) -> None:
        letter = make.letter(sign_ons=1)
        with pytest.raises(Refused, match="Say how you know"):
            make.confirm(letter, how=how)
        assert content(make.database)["versions"][0]["frozen_at"] is None

    def test_all_are_those_that_promised(self, make: Make) -> None:
        letter = make.letter(sign_ons=8)
        for number, status in enumerate(S, start=1):
            if status is not S.CONFIRMED:
                set_status(make, status, number)
        set_status(make, S.DECLINED, 6)  # where "confirmed" stands in the enum
        assert make.confirm(letter).ids == [5]

    def test_one_who_is_named_is_confirmed_from_any_answer(self, make: Make) -> None:
        letter = make.letter(sign_ons=2)
        set_status(make, S.DECLINED, 1)
        assert make.confirm(letter, 1).ids == [1]

    def test_a_second_yes_to_the_same_version_is_none(self, make: Make) -> None:
        letter = make.letter(sign_ons=3)
        make.confirm(letter, 1, 2)
        assert make.confirm(letter, 1, 2, 3) == confirming.Confirmed(1, [3], 2)
        with pytest.raises(Refused, match="Nobody is left to confirm version 1"):
            make.confirm(letter)

    def test_one_entry_may_serve_many(self, make: Make) -> None:
        make.confirm(make.letter(sign_ons=3))
        with make.database.reading() as session:
            assert len(session.scalars(select(Evidence)).all()) == 1
            assert {row.evidence_id for row in session.scalars(select(Confirmation))} == {1}

    def test_who_is_of_another_letter_is_refused_and_nobody_confirmed(self, make: Make) -> None:
        letter, other = make.letter(sign_ons=1), make.letter(sign_ons=1)
        with pytest.raises(NotFound, match="has no sign-on 2"):
            make.confirm(letter, 1, 2)
        assert content(make.database)["confirmations"] == []
        assert other

    def test_withdrawing_is_remembered_and_can_be_taken_back(self, make: Make) -> None:
        """One confirmation a version, never overwritten: the second yes renews it, with its own evidence."""
        letter = make.letter(sign_ons=1)
        make.confirm(letter)
        set_status(make, S.WITHDRAWN, 1)
        with make.database.reading() as session:
            assert sign_on(session).withdrawn_at is not None
            assert len(sign_on(session).confirmations) == 1
        assert make.confirm(letter, 1, how="call of 9 May").ids == [1]
        with make.database.reading() as session:
            again = sign_on(session)
            assert (again.status, again.withdrawn_at) == (S.CONFIRMED, None)
            assert [row.evidence.text for row in again.confirmations] == ["mail of 3 May"]
            renewed = [row for given in again.confirmations for row in given.renewals]
            assert [row.evidence.text for row in renewed] == ["call of 9 May"]

    def test_evidence_is_kept_with_the_file(self, make: Make, tmp_path: Path) -> None:
        letter = make.letter(sign_ons=1)
        mail = tmp_path / "yes.eml"
        mail.write_bytes(b"We agree.")
        with make.database.work("Confirm") as unit:
            confirming.confirm(unit.session, letter, Proof("mail", file=mail))
        with make.database.reading() as session:
            evidence = session.scalars(select(Evidence)).one()
            kept = session.get_one(Asset, evidence.asset_digest)
            assert (kept.content, kept.name, kept.media_type) == (
                b"We agree.",
                "yes.eml",
                "message/rfc822",
            )

    def test_missing_evidence_confirms_nobody(self, make: Make, tmp_path: Path) -> None:
        letter = make.letter(sign_ons=1)

        def confirm(file: Path) -> None:
            with make.database.work("Confirm") as unit:
                confirming.confirm(unit.session, letter, Proof("mail", file=file))

        large = tmp_path / "large.pdf"
        with large.open("wb") as file:
            file.truncate(25_000_001)
        for path in (tmp_path / "missing.eml", tmp_path, large):
            with pytest.raises(UnreadableFile, match=path.name):
                confirm(path)
        assert content(make.database)["confirmations"] == []
        assert content(make.database)["versions"][0]["frozen_at"] is None


class TestAnswering:
    def test_answers_keep_their_moment(self, make: Make) -> None:
        make.letter(sign_ons=1)
        before = dt.datetime.now(dt.UTC)
        set_status(make, S.INVITED, 1)
        set_status(make, S.CONSIDERING, 1)
        with make.database.reading() as session:
            row = sign_on(session)
            assert before <= row.invited_at <= row.answered_at

    def test_confirmed_is_no_status_to_set(self, make: Make) -> None:
        make.letter(sign_ons=1)
        with pytest.raises(Refused, match="how we know"):
            set_status(make, S.CONFIRMED, 1)

    def test_removing_is_for_those_that_never_confirmed(self, make: Make) -> None:
        letter = make.letter()
        make.sign_on(letter, "Ada", "Oxford Aid")
        make.sign_on(letter, "Grace", "Relief")
        make.confirm(letter, 1)
        set_status(make, S.WITHDRAWN, 1)

        def remove(*ids: int) -> None:
            with make.database.work("Remove") as unit:
                sign_ons.remove(unit.session, ids)

        with pytest.raises(Refused, match="Ada, Oxford Aid has confirmed"):
            remove(2, 1)
        assert len(content(make.database)["sign_ons"]) == 2
        remove(2)
        assert [row["id"] for row in content(make.database)["sign_ons"]] == [1]

    def test_opening_freezes_without_a_confirmation(self, make: Make) -> None:
        letter = make.letter()
        with make.database.work("Open") as unit:
            confirming.open_for_signature(letters.get(unit.session, letter))
        assert content(make.database)["versions"][0]["frozen_at"] is not None


class TestExtraColumns:
    @pytest.fixture
    def described(self, make: Make) -> Make:
        """A sign-on with columns of its own, of its organisation and of its signer."""
        letter = make.letter()
        own = Printed(extra={"comment": "Of mine"})
        make.sign_on(letter, "Ada Lovelace", "Oxford Aid", printed=own)
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
