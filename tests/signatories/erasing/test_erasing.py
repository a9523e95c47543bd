"""A person is erased for good: out of rows, history, runs and bytes; the counts stay."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select

from signatories import (
    consents,
    duplicates,
    erasing,
    history,
    letters,
    overview,
    queries,
    runs,
    sign_ons,
    undoing,
)
from signatories.checking import check
from signatories.consents import ConsentDraft
from signatories.database import Database, connections
from signatories.directory import erased_people, people
from signatories.erasing import Erased
from signatories.errors import NotFound, Refused, WorkspaceError
from signatories.history.chain import chain_problems
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.models import (
    Asset,
    Capacity,
    Confirmation,
    Evidence,
    Organisation,
    Person,
    Recipient,
    Run,
    RunPart,
    SignOn,
    SignOnStatus,
    Use,
    WorkspaceSetting,
)
from signatories.progress import Cancelled
from signatories.runs import Request
from signatories.sign_ons import confirming, drafts
from signatories.sign_ons.confirming import Proof
from signatories.sign_ons.drafts import SignOnDraft
from tests.factories import LETTER, Make, content
from tests.traces import traces_in

Row = TypeVar("Row")

NAME = "Zoë Quillfeather"
EMAIL = "zoe@quill.example"
TELEPHONE = "+41 22 555 01 17"
TRACES = ("quillfeather", "zoe@quill", "5550117")


def left_in(path: Path) -> set[str]:
    """Which of the person's traces stand in a workspace and in what SQLite keeps beside it."""
    return traces_in(path, TRACES)


@dataclass(frozen=True)
class Office:
    """A workspace in which one person signed for herself and for an organisation, beside others."""

    make: Make
    folder: Path
    letter: int
    person: int
    own: int
    signed: int

    @property
    def database(self) -> Database:
        return self.make.database

    def erase(self, **asked: object) -> Erased:
        return erasing.erase(self.database, self.person, **asked)  # type: ignore[arg-type]

    def run(self, product: str = "letters", name: str = "letters.pdf") -> int:
        request = Request(product, name.rpartition(".")[2], self.folder / name)
        made = runs.make(self.database, self.letter, Choices(), request).run_id
        assert made is not None
        return made

    def row(self, model: type[Row], key: object) -> Row:
        with self.database.reading() as session:
            return session.get_one(model, key)


@pytest.fixture
def office(make: Make, tmp_path: Path) -> Office:
    letter = make.letter(recipients=2, sign_ons=2, body="{{ count.signatories }} of us.")
    details = {"email": EMAIL, "telephone": TELEPHONE, "notes": f"{NAME} is away in May"}
    signed = make.sign_on(letter, NAME, "Moth Alliance", role="Chair")
    with make.database.work("Fill") as unit:
        session = unit.session
        signer = session.get_one(SignOn, signed).signer_id
        assert signer is not None
        body = people.draft_of(session, people.get(session, signer)).organisation_id
        draft = people.PersonDraft(NAME, organisation_id=body, role="Chair", **details)
        people.change(session, signer, draft)
        own = sign_ons.add(session, letter, signer_id=signer, capacity=Capacity.PERSONAL).id
        session.get_one(Organisation, 1).notes = f"Met by:\nZOE  QUILLFEATHER\n{TELEPHONE}"
    mail = tmp_path / f"{NAME}.txt"
    mail.write_text(f"Yes. {NAME}", encoding="utf-8")
    make.confirm(letter, *_others(make.database, own))
    with make.database.work("Confirm") as unit:
        proof = Proof(f"mail of {NAME}", file=mail)
        confirming.confirm(unit, letter, proof, [own])
    return Office(make, tmp_path, letter, signer, own, signed)


def _others(database: Database, own: int) -> list[int]:
    with database.reading() as session:
        return list(session.scalars(select(SignOn.id).where(SignOn.id != own)))


def test_no_byte_of_the_person_is_left(office: Office) -> None:
    office.run()
    office.run("sign-ons", "internal.xlsx")
    assert left_in(office.database.path) == set(TRACES)

    done = office.erase()

    assert done.is_overwritten
    assert done.elsewhere == ()
    assert left_in(office.database.path) == set()
    assert check(office.database).problems == ()


def test_what_was_answered_in_their_name_counts_and_names_nobody(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        own = session.get_one(SignOn, office.own)
        said = consents.given(session, [office.own])[office.own].uses
        after = take(session, office.letter, Choices())
        held = session.scalars(
            select(Confirmation).where(Confirmation.sign_on_id == office.own)
        ).one()
        assert (own.status, own.signer_id, own.organisation_id) == (
            SignOnStatus.CONFIRMED,
            None,
            None,
        )
        assert (held.name, held.role, held.organisation, held.country_code) == ("", "", "", None)
        assert held.evidence.asset_digest is None
    assert said == {Use.COUNT_ONLY: True}
    assert after.confirmed == 4
    (nobody,) = (line for line in after.signatories if line.withheld)
    assert nobody.line == ""


def test_what_an_organisation_answered_stays_its_own(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        signed = session.get_one(SignOn, office.signed)
        lines = [line.line for line in take(session, office.letter, Choices()).printed]
    assert (signed.status, signed.signer_id) == (SignOnStatus.CONFIRMED, None)
    assert "Moth Alliance" in lines
    assert len(lines) == 3


def test_an_answer_that_was_never_given_goes(office: Office) -> None:
    other = office.make.letter()
    with office.database.work("Ask") as unit:
        asked = sign_ons.add(unit.session, other, signer_id=office.person).id
    assert [each.stays for each in erasing.look(office.database, office.person).own] == [
        True,
        False,
    ]
    office.erase()
    with office.database.reading() as session:
        assert session.get(SignOn, asked) is None


def test_a_look_changes_nothing_and_tells_all(office: Office) -> None:
    run = office.run()
    before = office.database.latest_change(), office.database.path.read_bytes()
    plan = erasing.look(office.database, office.person)
    assert (office.database.latest_change(), office.database.path.read_bytes()) == before
    assert plan.person.name == NAME
    assert [(each.id, each.stays) for each in plan.own] == [(office.own, True)]
    assert [each.id for each in plan.signed] == [office.signed]
    assert plan.files == (f"{NAME}.txt",)
    assert [(each.id, each.places) for each in plan.runs] == [(run, 2)]
    assert plan.made_files == (office.folder / "letters.pdf",)
    assert plan.elsewhere == ()


def test_the_history_holds_and_names_nobody(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        latest = history.entries(session)[0]
        words = " ".join(str(entry.message) for entry in history.entries(session))
        assert chain_problems(session) == []
        assert history.next_undo(session) != latest
    assert latest.is_final
    assert str(latest.message) == "Erase a person for good"
    assert "Quillfeather" not in words


def test_nothing_brings_them_back(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        actions = [entry.id for entry in history.entries(session)]
    for action in actions:
        with suppress(Refused):
            undoing.undo(office.database, action)
    with office.database.reading() as session:
        assert session.get(Person, office.person) is None
    assert left_in(office.database.path) == set()


def test_erasing_itself_is_not_undone(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        this = history.entries(session)[0].id
    with pytest.raises(Refused, match="was erased for good"):
        undoing.undo(office.database, this)


def test_a_run_is_made_again_without_them_and_says_so(office: Office) -> None:
    office.run("block", "list.txt")
    figures = office.row(Run, 1).counts
    office.erase()
    made = runs.again(office.database, 1, office.folder / "again.txt")
    assert made.differences is not None
    assert [str(each) for each in made.differences] == [
        "2 places where run 1 showed somebody who was erased for good since.",
        "“again.txt” differs in bytes from what run 1 made. Look at both.",
    ]
    again = (office.folder / "again.txt").read_text(encoding="utf-8")
    assert NAME not in again
    assert "Moth Alliance" in again
    assert office.row(Run, 1).counts == figures


def test_a_run_that_did_not_show_them_stays_the_same(office: Office) -> None:
    other = office.make.letter(recipients=1, sign_ons=1)
    office.make.confirm(other)
    request = Request("letters", "pdf", office.folder / "other.pdf")
    runs.make(office.database, other, Choices(), request)
    office.erase()
    made = runs.again(office.database, 1, office.folder / "other again.pdf")
    assert made.differences == ()


def test_a_recipient_of_the_same_address_goes_one_of_the_name_only_when_asked(
    office: Office,
) -> None:
    same = office.make.recipient(NAME, letter=office.letter, email=EMAIL.upper())
    details = {"person": NAME, "salutation": "Dear Zoë,", "email": "moths@moth.example"}
    alike = office.make.recipient("Moth Society", letter=office.letter, **details)
    other = office.make.recipient("Quillfeather Ltd", letter=office.letter)
    office.run()
    plan = erasing.look(office.database, office.person)
    assert [each.id for each in plan.recipients] == [same]
    assert [each.id for each in plan.alike] == [alike]
    with pytest.raises(NotFound, match="not called so"):
        office.erase(recipients=[other])

    office.erase(recipients=[alike])

    with office.database.reading() as session:
        assert session.get(Recipient, same) is None
        kept = session.get_one(Recipient, alike)
    assert (kept.name, kept.person, kept.salutation, kept.email) == (
        "Moth Society",
        "",
        "",
        "moths@moth.example",
    )
    made = runs.again(office.database, 1, office.folder / "again.pdf")
    assert made.outcome.counts["recipients"] == 4
    assert left_in(office.database.path) == {"quillfeather"}  # the company's


def test_another_of_the_name_stays_and_is_told_of(office: Office) -> None:
    namesake = office.make.person(NAME)
    done = office.erase()
    assert {(each.table, each.row_id, each.label) for each in done.elsewhere} == {
        ("people", namesake, NAME)
    }
    assert office.row(Person, namesake).name == NAME


def test_a_letter_that_names_them_is_told_of(office: Office) -> None:
    letter = office.make.letter(body=f"As {NAME} has said.", title="On moths")
    plan = erasing.look(office.database, office.person)
    assert [(each.table, each.column) for each in plan.elsewhere] == [("texts", "body")]
    assert "On moths" in plan.elsewhere[0].label
    office.erase()
    with office.database.reading() as session:
        assert take(session, letter, Choices(draft=True)).text.body == f"As {NAME} has said."


def test_evidence_of_others_stays_and_is_told_of(office: Office) -> None:
    with office.database.work("Share") as unit:
        shared = unit.session.scalars(select(Evidence.asset_digest)).all()
        (mail,) = (digest for digest in shared if digest)
        first = unit.session.scalars(select(Evidence).where(Evidence.asset_digest.is_(None)))
        first.one().asset_digest = mail
    assert erasing.look(office.database, office.person).shared == (f"{NAME}.txt",)
    office.erase()
    assert office.row(Asset, mail).name == "[…].txt"


def test_a_copy_of_the_workspace_that_knows_them_is_named(office: Office) -> None:
    copy, empty = (office.folder / f"{name}.signatories" for name in ("backup", "other"))
    office.database.backup(copy)
    Database.open(empty, create=True).close()
    assert erasing.look(office.database, office.person).backups == (copy,)


def test_who_was_erased_is_known_again(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        known = erased_people.read(session)
        stored = session.scalars(select(WorkspaceSetting.value)).all()
    for words in (NAME, "QUILLFEATHER, Zoe", EMAIL):
        assert known.erased_on(words)
    assert known.erased_on("Zoë Quill", "") is None
    assert not any("uill" in value for value in stored)
    assert not erased_people.ErasedPeople().erased_on(NAME)


def test_cancelled_it_changes_nothing(office: Office) -> None:
    class Stopping:
        calls = 0

        def report(self, *_: object) -> None:
            self.calls += 1
            if self.calls == 2:  # when all rows are changed, before it is kept
                raise Cancelled

    before = content(office.database), office.database.latest_change()
    with pytest.raises(Cancelled):
        erasing.erase(office.database, office.person, Stopping())
    assert (content(office.database), office.database.latest_change()) == before
    assert left_in(office.database.path) == set(TRACES)
    assert not office.database.is_to_be_overwritten()


def test_a_file_that_others_read_is_overwritten_when_it_is_opened_next(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_MS", 50)
    with Database.open(office.database.path) as other, other.reading() as session:
        session.scalars(select(Person)).all()
        assert not office.erase().is_overwritten
    assert office.database.is_to_be_overwritten()
    assert "not yet overwritten" in " ".join(check(office.database).problems)
    path = office.database.path
    office.database.close()
    with Database.open(path) as again:
        assert not again.is_to_be_overwritten()
        assert left_in(path) == set()
        assert check(again).problems == ()


def test_a_workspace_that_cannot_be_written_is_left(office: Office) -> None:
    path = office.database.path
    office.database.close()
    with (
        Database.open(path, read_only=True) as database,
        pytest.raises(WorkspaceError, match="read-only"),
    ):
        erasing.erase(database, office.person)


def test_nobody_is_erased_twice(office: Office) -> None:
    office.erase()
    with pytest.raises(NotFound):
        office.erase()


def test_an_answer_of_nobody_is_neither_asked_nor_shown_again(office: Office) -> None:
    office.erase()
    with office.database.work("Allow all") as unit:
        draft = ConsentDraft({Use.COUNT_ONLY: False, Use.LETTER: True})
        consents.note(unit.session, [office.own, office.signed], draft)
    with office.database.reading() as session:
        before = take(session, office.letter, Choices())
    assert [line.withheld for line in before.signatories].count(True) == 1

    with office.database.work("Say more") as unit:
        letters.update(unit.session, office.letter, replace(LETTER, body="More."))
    with office.database.reading() as session:
        assert overview.read(session, office.letter).version.to_confirm == 3
        assert "" not in take(session, office.letter, Choices()).unconfirmed
    assert office.own not in office.make.confirm(office.letter).ids
    with pytest.raises(NotFound), office.database.work("Confirm") as unit:
        confirming.confirm(unit, office.letter, Proof("mail"), [office.own])
    with pytest.raises(Refused, match="erased for good"), office.database.work("Edit") as unit:
        drafts.change(unit.session, office.own, SignOnDraft(person="Eve Fern"))


def test_an_answer_of_nobody_says_since_when(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        rows = queries.sign_ons(session, [office.own, office.signed])
    assert rows[office.own].erased_at is not None
    assert rows[office.signed].erased_at is None


def test_undo_passes_over_what_was_erased(office: Office) -> None:
    with office.database.work("Rename {person}", person=office.person) as unit:
        people.get(unit.session, office.person).name = f"{NAME}-Fern"
    office.make.organisation("Owl Trust")
    with office.database.work("Note") as unit:
        people.get(unit.session, office.person).notes = "away"
    office.erase()
    assert undoing.undo(office.database).reversed == 1
    with office.database.reading() as session:
        assert session.scalar(select(Organisation).where(Organisation.name == "Owl Trust")) is None
        found = history.next_undo(session)
    assert found is not None
    assert "Rename" not in str(found.message)


def test_earlier_names_and_merged_records_go_too(office: Office) -> None:
    first = office.make.person("Z. Quillfeather-Fern", email="zq@fern.example")
    other = office.make.person("Zita Quillfeather", telephone="0041 31 777 88 99")
    with office.database.work("Note") as unit:
        organisation = unit.session.get_one(Organisation, 1)
        organisation.notes = "Zita Quillfeather, zq@fern.example, 0041317778899"
    for kept, gone in ((other, first), (office.person, other)):
        duplicates_merge(office.database, kept, gone)
    assert {"Z. Quillfeather-Fern", "Zita Quillfeather"} <= set(
        erasing.look(office.database, office.person).traces.names
    )
    office.erase()
    words = ("quillfeather", "zita", "fernexample", "7778899")
    assert traces_in(office.database.path, words) == set()


def duplicates_merge(database: Database, kept: int, gone: int) -> None:
    with database.work(duplicates.MESSAGES["people"], bulk=True, person=kept) as unit:
        duplicates.merge(unit, "people", kept, gone)


def test_how_we_know_of_an_organisation_stays_without_the_name(office: Office) -> None:
    office.erase()
    with office.database.reading() as session:
        known = {
            each.sign_on_id: each.evidence.text for each in session.scalars(select(Confirmation))
        }
    assert known[office.own] == "[…]"
    assert known[office.signed] == "mail of 3 May"


def test_a_run_of_all_answers_counts_those_that_were_never_confirmed(office: Office) -> None:
    with office.database.work("Withdraw") as unit:
        sign_ons.set_status(unit, [office.own, office.signed], SignOnStatus.WITHDRAWN)
    run = office.run("sign-ons", "internal.xlsx")
    (touched,) = erasing.look(office.database, office.person).runs
    assert (touched.id, touched.places) == (run, 2)
    office.erase()
    made = runs.again(office.database, run, office.folder / "again.xlsx")
    assert made.differences is not None
    assert str(made.differences[0]).startswith("2 places")


def test_a_run_whose_record_is_not_whole_stands_in_nobodys_way(office: Office) -> None:
    office.run()
    with office.database.writing() as session:
        for part in session.scalars(select(RunPart)):
            session.delete(part)
    office.erase()
    with office.database.reading() as session:
        assert session.get(Person, office.person) is None
