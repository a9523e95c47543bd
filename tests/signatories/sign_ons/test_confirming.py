"""Nobody is printed who has not confirmed, and nothing is confirmed without saying how we know."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import letters, sign_ons, undoing
from signatories.database import Database
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.errors import NotFound, Refused, UnreadableFile
from signatories.models import (
    Asset,
    Capacity,
    Change,
    Confirmation,
    Evidence,
    SignOn,
    SignOnStatus,
)
from signatories.recording import CHUNK, logged
from signatories.search import keys
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof
from tests.factories import Make, content

S = SignOnStatus

OPENING = {"letters": 1, "versions": 1, "texts": 1, "evidence": 1}
"""What the first confirmation records besides those who agree."""


def recorded(make: Make) -> dict[str, int]:
    """How many rows of each table the log says that the latest action changed."""
    with make.database.reading() as session:
        latest = select(func.max(Change.change_set_id)).scalar_subquery()
        return Counter(row.subject for row in logged(session, Change.change_set_id == latest))


def told(make: Make) -> dict[str, list[Any]]:
    """Who answered what and how that is known, without moments and the ids of what tells it."""
    stored = content(make.database)
    texts = {row["id"]: row["text"] for row in stored["evidence"]}
    return {
        name: [
            {
                key: texts[row[key]] if key == "evidence_id" else row[key]
                for key in row
                if not key.endswith("_at")
            }
            for row in stored[name]
        ]
        for name in ("sign_ons", "confirmations", "renewals", "versions")
    }


def _found_by(number: int) -> dict[str, str]:
    return {"search_key": keys(f"Person {number}")["search_key"]}


def sign_on(session: Session, number: int = 1) -> SignOn:
    return sign_ons.get(session, number)


def set_status(make: Make, status: SignOnStatus, *ids: int) -> None:
    with make.database.work("Answer") as unit:
        sign_ons.set_status(unit, ids, status)


class TestConfirming:
    def test_a_confirmation_keeps_the_line_whatever_changes_later(self, make: Make) -> None:
        letter = make.letter()
        make.sign_on(letter, "Ada Lovell", "Oxford Aid", role="Director")
        assert make.confirm(letter) == confirming.Confirmed(1, [1], 0)
        with make.database.work("Rename all") as unit:
            organisations.change(unit.session, 1, OrganisationDraft("Oxford Help"))
            people.change(unit.session, 1, PersonDraft("Ada Ringe"))
            sign_on(unit.session).group = "Later"
        with make.database.reading() as session:
            kept = session.scalars(select(Confirmation)).one()
            assert (kept.name, kept.role, kept.organisation) == (
                "Ada Lovell",
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
            confirming.confirm(unit, letter, Proof("mail", file=mail))
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
                confirming.confirm(unit, letter, Proof("mail", file=file))

        large = tmp_path / "large.pdf"
        with large.open("wb") as file:
            file.truncate(25_000_001)
        for path in (tmp_path / "missing.eml", tmp_path, large):
            with pytest.raises(UnreadableFile, match=path.name):
                confirm(path)
        assert content(make.database)["confirmations"] == []
        assert content(make.database)["versions"][0]["frozen_at"] is None

    def test_opening_freezes_without_a_confirmation(self, make: Make) -> None:
        letter = make.letter()
        with make.database.work("Open") as unit:
            confirming.open_for_signature(letters.get(unit.session, letter))
        assert content(make.database)["versions"][0]["frozen_at"] is not None


class TestMany:
    MANY = 2 * CHUNK + 1

    @pytest.fixture
    def many(self, make: Make) -> Make:
        """More promises than are written at once, in the opposite order of their places."""
        letter = make.letter()
        rows = [
            {"letter_id": letter, "status": S.PROMISED, "capacity": Capacity.PERSONAL}
            | {"place": -number, "printed_name": f"Person {number}", **_found_by(number)}
            for number in range(self.MANY)
        ]
        with make.database.work("Import") as unit:
            unit.insert(SignOn, rows)
        return make

    def test_all_of_them_are_confirmed_in_the_order_of_their_places(self, many: Make) -> None:
        done = many.confirm(1)
        assert done.ids == list(range(self.MANY, 0, -1))
        kept = content(many.database)["confirmations"]
        assert [(row["sign_on_id"], row["name"]) for row in kept] == [
            (number, f"Person {number - 1}") for number in done.ids
        ]

    def test_each_is_recorded_once_and_undone(self, many: Make) -> None:
        before = content(many.database)
        many.confirm(1)
        assert recorded(many) == {"confirmations": self.MANY, "sign_ons": self.MANY} | OPENING
        undoing.undo(many.database)
        assert content(many.database) == before

    def test_at_once_is_as_one_by_one(self, many: Make, tmp_path: Path) -> None:
        ids = [1, 2, 3]
        many.database.backup(tmp_path / "other.signatories")
        many.confirm(1, *ids)
        set_status(many, S.WITHDRAWN, *ids)
        many.confirm(1, *ids, how="call")
        with Database.open(tmp_path / "other.signatories") as other:
            alone = Make(other)
            for number in reversed(ids):
                alone.confirm(1, number)
            for number in ids:
                set_status(alone, S.WITHDRAWN, number)
            for number in reversed(ids):
                alone.confirm(1, number, how="call")
            assert told(alone) == told(many)

    def test_each_has_its_own_proof(self, many: Make) -> None:
        proofs = {number: Proof(f"mail {number}") for number in range(1, self.MANY + 1)}
        with many.database.work("Confirm") as unit:
            done = confirming.confirm_each(unit, 1, proofs)
        assert len(done.ids) == self.MANY
        with many.database.reading() as session:
            rows = session.execute(
                select(Confirmation.sign_on_id, Evidence.text).join(Confirmation.evidence)
            )
            assert dict(rows.all()) == {number: proof.text for number, proof in proofs.items()}
