"""Erasing a person leaves what is of others as it was, and tells where it still names them."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import select

from signatories import duplicates, erasing, recipients, runs, sign_ons, undoing
from signatories.database import Database
from signatories.directory import people
from signatories.directory.people import PersonDraft
from signatories.erasing import Mention
from signatories.merge.snapshot import Choices
from signatories.models import (
    Capacity,
    Confirmation,
    Difference,
    Import,
    ImportedRecord,
    Organisation,
    Person,
    Question,
    Recipient,
    SignOn,
)
from signatories.recipients import RecipientDraft
from signatories.recording import logged_of
from signatories.runs import Request
from signatories.runs.kept import read
from signatories.sign_ons import drafts
from signatories.sign_ons.drafts import SignOnDraft
from tests.factories import Make
from tests.traces import traces_in

NAME = "Zoe Quill"
EMAIL = "zoe@quill.example"
OFFICE = "office@moth.example"


def run(make: Make, letter: int, target: Path, product: str = "letters") -> int:
    request = Request(product, target.suffix[1:], target)
    made = runs.make(make.database, letter, Choices(), request).run_id
    assert made is not None
    return made


def signer_of(database: Database, sign_on: int) -> int:
    with database.reading() as session:
        signer = session.get_one(SignOn, sign_on).signer_id
    assert signer is not None
    return signer


def told(database: Database, person: int) -> set[tuple[str, str]]:
    """Where a look says that the person stays named; erasing says the same."""
    looked = erasing.look(database, person).elsewhere
    done = erasing.erase(database, person).elsewhere
    assert _places(looked) == _places(done)
    return {(each.table, each.column) for each in done}


def _places(mentions: Iterable[Mention]) -> set[tuple[str, int, str]]:
    return {(each.table, each.row_id, each.column) for each in mentions}


def is_erased_of(database: Database, table: str, row_id: int) -> list[bool]:
    with database.reading() as session:
        return [row.is_erased for row in logged_of(session, table, row_id)]


def test_a_shared_mailbox_decides_nothing(make: Make) -> None:
    body = make.organisation("Moth Alliance", email=OFFICE)
    zoe, ben = (
        make.person(name, email=OFFICE, organisation_id=body) for name in (NAME, "Ben Thistle")
    )
    make.recipient("Moth Society", email=OFFICE)
    chair = PersonDraft("Ben Thistle", email=OFFICE, organisation_id=body, role="Chair")
    with make.database.work("Edit") as unit:
        people.change(unit.session, ben, chair)

    assert erasing.look(make.database, zoe).actions == 1
    assert told(make.database, zoe) == {
        ("organisations", "email"),
        ("people", "email"),
        ("recipients", "email"),
    }

    for table, row_id in (("people", ben), ("organisations", body), ("recipients", 1)):
        assert not any(is_erased_of(make.database, table, row_id))
    undoing.undo(make.database)
    with make.database.reading() as session:
        assert [role.title for role in session.get_one(Person, ben).roles] == [""]
    undoing.undo(make.database)
    with make.database.reading() as session:
        assert session.scalars(select(Recipient)).all() == []


def test_the_colleague_can_be_erased_next(make: Make) -> None:
    body = make.organisation("Moth Alliance", notes="Ben Thistle rings at noon")
    zoe, ben = (
        make.person(name, email=OFFICE, organisation_id=body) for name in (NAME, "Ben Thistle")
    )
    for person in (zoe, ben):
        erasing.erase(make.database, person)
    assert traces_in(make.database.path, ["zoequill", "benthistle", OFFICE]) == set()


def test_a_state_called_like_somebody_keeps_its_history(make: Make) -> None:
    person, state = make.person("Jordan"), make.recipient("Jordan")
    with make.database.work("Edit") as unit:
        draft = RecipientDraft(name="Jordan", salutation="Excellency")
        recipients.change(unit.session, state, draft)
    erasing.erase(make.database, person)
    undoing.undo(make.database)
    with make.database.reading() as session:
        assert session.get_one(Recipient, state).salutation == ""


def test_a_note_about_them_loses_its_undo_and_is_counted(make: Make) -> None:
    person = make.person(NAME)
    body = make.organisation("Moth Alliance", notes=f"{NAME} is away in May")
    assert erasing.look(make.database, person).actions == 2
    erasing.erase(make.database, person)
    assert all(is_erased_of(make.database, "organisations", body))


def test_what_only_the_history_names_is_told(make: Make) -> None:
    person, body = make.person(NAME), make.organisation(f"{NAME} Foundation")
    with make.database.work("Rename") as unit:
        unit.session.get_one(Organisation, body).name = "Moth Foundation"
    assert told(make.database, person) == {("organisations", "history")}
    undoing.undo(make.database)


def test_a_body_named_after_them_keeps_its_name_in_all_that_is_printed(
    make: Make, tmp_path: Path
) -> None:
    letter = make.letter()
    sign_on = make.sign_on(letter, NAME, f"{NAME} Foundation", role="Chair")
    make.confirm(letter)
    person = signer_of(make.database, sign_on)
    with make.database.work("Note") as unit:
        unit.session.get_one(Person, person).email = EMAIL
    address = f"{NAME} House\n1 Main Street"
    body = make.recipient(
        f"{NAME} Foundation", person=NAME, email=EMAIL, address=address, letter=letter
    )
    made = run(make, letter, tmp_path / "letters.pdf")

    assert told(make.database, person) == {
        ("recipients", "name"),
        ("recipients", "address"),
        ("organisations", "name"),
        ("confirmations", "organisation"),
        ("runs", "snapshot"),
    }

    with make.database.reading() as session:
        kept = session.get_one(Recipient, body)
        printed = read(session, made).snapshot
        confirmed = session.scalars(select(Confirmation)).one()
    assert (kept.name, kept.person, kept.address, kept.email) == (
        f"{NAME} Foundation",
        "",
        address,
        "",
    )
    assert (confirmed.name, confirmed.organisation) == ("", f"{NAME} Foundation")
    (line,), (addressed,) = printed.signatories, printed.selection.recipients
    assert (line.name, line.organisation) == ("", f"{NAME} Foundation")
    assert (addressed.name, addressed.person, addressed.address) == (
        f"{NAME} Foundation",
        "",
        address,
    )


@pytest.mark.parametrize("capacity", Capacity)
def test_what_runs_printed_before_a_sign_on_was_removed_goes(
    make: Make, tmp_path: Path, capacity: Capacity
) -> None:
    letter = make.letter()
    sign_on = make.sign_on(letter, NAME, "Moth Alliance", capacity=capacity)
    made = run(make, letter, tmp_path / "all.xlsx", "sign-ons")
    person = signer_of(make.database, sign_on)
    with make.database.work("Remove") as unit:
        sign_ons.remove(unit.session, [sign_on])
    assert [each.places for each in erasing.look(make.database, person).runs] == [1]
    assert told(make.database, person) == set()
    assert traces_in(make.database.path, ["zoequill"]) == set()
    with make.database.reading() as session:
        (line,) = read(session, made).snapshot.sign_ons
    is_bodys = capacity is Capacity.ORGANISATION
    assert (line.name, line.organisation) == ("", "Moth Alliance" if is_bodys else "")


def test_who_signs_instead_stays_on_what_was_printed_since(make: Make, tmp_path: Path) -> None:
    letter = make.letter()
    sign_on = make.sign_on(letter, NAME, "Moth Alliance")
    person, ben = signer_of(make.database, sign_on), make.person("Ben Thistle")
    before = run(make, letter, tmp_path / "before.xlsx", "sign-ons")
    with make.database.work("Change") as unit:
        draft = SignOnDraft(organisation="Moth Alliance", person_id=ben, person="Ben Thistle")
        drafts.change(unit.session, sign_on, draft)
    after = run(make, letter, tmp_path / "after.xlsx", "sign-ons")
    assert [each.id for each in erasing.look(make.database, person).runs] == [before]
    assert told(make.database, person) == set()
    assert traces_in(make.database.path, ["zoequill"]) == set()
    with make.database.reading() as session:
        names = [read(session, each).snapshot.sign_ons[0].name for each in (before, after)]
    assert names == ["", "Ben Thistle"]


def test_what_runs_printed_before_a_recipient_was_removed_goes(make: Make, tmp_path: Path) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    make.confirm(letter)
    gone = make.recipient("Mission of Elm", person=NAME, email=EMAIL, letter=letter)
    person = make.person(NAME, email=EMAIL)
    made = run(make, letter, tmp_path / "letters.pdf")
    with make.database.work("Remove") as unit:
        recipients.remove(unit.session, [gone])
    assert [each.places for each in erasing.look(make.database, person).runs] == [1]
    assert told(make.database, person) == set()
    assert traces_in(make.database.path, ["zoequill", EMAIL]) == set()
    with make.database.reading() as session:
        addressed = read(session, made).snapshot.selection.recipients
    assert ("Mission of Elm", "") in [(each.name, each.person) for each in addressed]


def test_a_letters_own_words_in_an_earlier_run_are_told(make: Make, tmp_path: Path) -> None:
    letter = make.letter(recipients=1, sign_ons=1, body=f"As {NAME} has said.")
    make.confirm(letter)
    person = make.person(NAME)
    made = run(make, letter, tmp_path / "letters.pdf")
    (mention,) = (
        each for each in erasing.look(make.database, person).elsewhere if each.table == "runs"
    )
    assert (mention.row_id, mention.label) == (made, f"letters {made}")
    assert erasing.look(make.database, person).runs == ()
    assert ("runs", "snapshot") in told(make.database, person)


def test_what_was_asked_and_read_of_merged_records_goes_too(make: Make) -> None:
    kept, merged = make.person(NAME, email=EMAIL), make.person("Z. Quill")
    written_to, other = make.recipient(NAME, email=EMAIL), make.person("Ben Thistle")
    of_rows = (("people", kept), ("people", merged), ("recipients", written_to), ("people", other))
    with make.database.work(duplicates.MESSAGES["people"], bulk=True, person=kept) as unit:
        duplicates.merge(unit, "people", kept, merged)
    with make.database.work("Import") as unit:
        session, now = unit.session, dt.datetime.now(dt.UTC)
        session.add(Difference(subject="person", a_id=merged, b_id=other))
        session.add_all(Question(subject=table, row_id=key, key="Who?") for table, key in of_rows)
        imported = Import(
            change_set_id=unit.recorder.begin(),
            at=now,
            subject="people",
            source_name="people.csv",
            source_digest="0" * 64,
            source_format="csv",
        )
        imported.records = [
            ImportedRecord(subject=table, row_id=key, line=2, digest="0" * 64)
            for table, key in of_rows
        ]
        session.add(imported)

    erasing.erase(make.database, kept)

    with make.database.reading() as session:
        digests = session.scalars(select(ImportedRecord.digest).order_by(ImportedRecord.id)).all()
        asked = [each.row_id for each in session.scalars(select(Question))]
        assert session.scalars(select(Difference)).all() == []
    assert digests == ["", "", "", "0" * 64]
    assert asked == [other]
