"""What is a person's: by their own record and its history; others of the name or the mailbox are somebody else."""

import pytest
from sqlalchemy import delete, select, update

from signatories import duplicates, erasing, undoing
from signatories.database import Database
from signatories.directory import erased_people, people
from signatories.errors import NotFound
from signatories.models import Change, Confirmation, Organisation, Person, SignOn
from signatories.printed_lines import Printed
from tests.factories import Make
from tests.traces import traces_in

NAME = "Zoë Quillfeather"
MAILBOX = "office@moth.example"


def notes_of(database: Database, organisation: int) -> str:
    with database.reading() as session:
        return session.get_one(Organisation, organisation).notes


def signer_of(database: Database, sign_on: int) -> int:
    with database.reading() as session:
        signer = session.get_one(SignOn, sign_on).signer_id
    assert signer is not None
    return signer


@pytest.mark.parametrize("other", ["Ben Thistle", NAME])
def test_two_with_one_mailbox_or_name_can_both_be_erased(make: Make, other: str) -> None:
    first = make.person(NAME, email=MAILBOX)
    second = make.person(other, email=MAILBOX)
    erasing.erase(make.database, first)
    body = make.organisation("Moth Alliance", notes=f"Call {other} at noon")

    traces = erasing.look(make.database, second).traces
    assert other in traces.names
    assert traces.emails == (MAILBOX,)
    assert erasing.erase(make.database, second).elsewhere == ()

    assert notes_of(make.database, body) == "Call […] at noon"
    with make.database.reading() as session:
        assert erased_people.read(session).erased_on(other)
    assert traces_in(make.database.path, [other.casefold().replace(" ", "")]) == set()


def test_who_has_no_history_is_looked_for_all_the_same(make: Make) -> None:
    details = {"email": "zoe@quill.example", "telephone": "+41 22 555 01 17"}
    person = make.person(NAME, **details)
    with make.database.writing() as session:
        session.execute(delete(Change))
    assert set(erasing.look(make.database, person).traces.words) >= {NAME, *details.values()}


def test_a_merge_that_was_undone_makes_nobody_the_same(make: Make) -> None:
    kept, other = make.person("Ana Periwinkle"), make.person("Ben Thistle")
    body = make.organisation("Moth Alliance", notes="Ben Thistle rang")
    with make.database.work(duplicates.MESSAGES["people"], bulk=True, person=kept) as unit:
        duplicates.merge(unit, "people", kept, other)
        merging = unit.change_set_id
    undoing.undo(make.database, merging)
    with make.database.work("Remove") as unit:
        people.remove(unit.session, [other])

    assert erasing.look(make.database, kept).traces.names == ("Ana Periwinkle", "Periwinkle, Ana")
    erasing.erase(make.database, kept)

    assert notes_of(make.database, body) == "Ben Thistle rang"


@pytest.fixture
def unsaid(make: Make) -> int:
    """An organisation's confirmed answer, by Paula Old, of the first schema, which kept no signer."""
    letter = make.letter()
    sign_on = make.sign_on(letter, "Paula Oldcastle", "Moth Alliance")
    make.confirm(letter)
    with make.database.writing() as session:
        session.execute(update(Confirmation).values(extra=None, signer_id=None))
    return sign_on


def _only_name(database: Database) -> str:
    with database.reading() as session:
        return session.scalars(select(Confirmation.name)).one()


def test_an_answer_of_the_first_schema_is_its_signers(make: Make, unsaid: int) -> None:
    erasing.erase(make.database, signer_of(make.database, unsaid))
    assert _only_name(make.database) == ""


def test_an_answer_of_the_first_schema_is_not_its_next_signers(make: Make, unsaid: int) -> None:
    successor = make.person("Quin Newbridge")
    with make.database.work("Change signer") as unit:
        unit.session.get_one(SignOn, unsaid).signer_id = successor
    assert "Paula Oldcastle" not in erasing.look(make.database, successor).traces.names
    erasing.erase(make.database, successor)
    assert _only_name(make.database) == "Paula Oldcastle"
    with make.database.reading() as session:
        assert session.scalars(select(Person.name)).all() == ["Paula Oldcastle"]


@pytest.mark.parametrize(
    ("printed", "notes"),
    [
        ("The Board", "Decided by The Board in May"),
        ("Dr Z. Quillfeather", "Decided by […] in May"),
    ],
)
def test_what_a_line_is_printed_as_is_theirs_only_with_their_name_in_it(
    make: Make, printed: str, notes: str
) -> None:
    sign_on = make.sign_on(make.letter(), NAME, "Moth Alliance", printed=Printed(name=printed))
    body = make.organisation("Owl Trust", notes=f"Decided by {printed} in May")
    erasing.erase(make.database, signer_of(make.database, sign_on))
    assert notes_of(make.database, body) == notes
    with make.database.reading() as session:
        assert session.get_one(SignOn, sign_on).printed_name == ""


def test_who_was_removed_is_said_to_be_still_in_the_history(make: Make) -> None:
    person = make.person(NAME)
    with make.database.work("Remove") as unit:
        people.remove(unit.session, [person])
    with pytest.raises(NotFound, match="removed or merged"):
        erasing.look(make.database, person)
    undoing.undo(make.database)
    erasing.erase(make.database, person)
    with pytest.raises(NotFound, match="no person"):
        erasing.look(make.database, person)
