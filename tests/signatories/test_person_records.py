"""One person's record: all that is kept about them, as data and in words, and nothing of others."""

import datetime as dt
import json
from pathlib import Path

import pytest

from signatories import duplicates, person_records, runs, sign_ons
from signatories.consents import ConsentDraft, note
from signatories.database import Database
from signatories.directory import people
from signatories.directory.people import PersonDraft
from signatories.errors import NotFound, Refused
from signatories.merge.snapshot import Choices
from signatories.models import Capacity, Import, ImportedRecord, Question, SignOn, Use
from signatories.runs import Request
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof
from tests.command_line import CommandLine
from tests.factories import Make
from tests.printed import pages_of

NAME = "Zoë Quillfeather"


@pytest.fixture
def person(make: Make, tmp_path: Path) -> int:
    """Somebody who signed for herself, with a mail and a consent, beside somebody else."""
    letter = make.letter(sign_ons=1)
    person = make.person(NAME, email="zoe@quill.example", notes="met in May")
    make.recipient(NAME, letter=letter, email="zoe@quill.example")
    mail = tmp_path / "mail.txt"
    mail.write_text("Yes.", encoding="utf-8")
    with make.database.work("Answer") as unit:
        own = sign_ons.add(unit.session, letter, signer_id=person, capacity=Capacity.PERSONAL).id
        note(unit.session, [own], ConsentDraft({Use.PUBLIC_LIST: False}))
        unit.session.flush()
        confirming.confirm(unit, letter, Proof("her mail of 3 May", file=mail), [own])
    make.confirm(letter)
    make.close_list(letter)
    runs.make(make.database, letter, Choices(), Request("block", "txt", tmp_path / "list.txt"))
    return person


def test_all_of_it_is_there(database: Database, person: int, tmp_path: Path) -> None:
    with database.reading() as session:
        record = person_records.read(session, person)
    (answer,) = record["answers"]
    (confirmed,) = answer["confirmations"]
    (known,) = confirmed["how_we_know"]
    assert confirmed["on_lists"] == [1]
    assert record["person"]["email"] == "zoe@quill.example"
    assert record["person"]["notes"] == "met in May"
    assert (answer["letter"], answer["status"], answer["signs"]) == (
        "To the missions",
        "confirmed",
        True,
    )
    assert [(each["use"], each["allowed"]) for each in answer["consents"]] == [
        ("on the public list", False)
    ]
    assert (confirmed["version"], confirmed["name"]) == (1, NAME)
    assert (known["kind"], known["text"], known["file"]) == (
        "own words",
        "her mail of 3 May",
        "mail.txt",
    )
    assert [each["name"] for each in record["recipients"]] == [NAME]
    assert record["runs"] == [{"run": 1, "product": "block", "files": [str(tmp_path / "list.txt")]}]
    assert "Ada Person" not in json.dumps(record)


def test_an_answer_of_others_is_told_only_as_far_as_it_is_theirs(
    make: Make, person: int, database: Database
) -> None:
    letter = make.letter()
    signed = make.sign_on(letter, NAME, "Moth Alliance", role="Chair")
    before = make.sign_on(letter, "Paula Oldcastle", "Owl Trust")
    with make.database.work("Contact") as unit:
        unit.session.get_one(SignOn, signed).contact_id = person
        unit.session.get_one(SignOn, before).signer_id = person
    make.confirm(letter, how="mail of 4 May")
    with make.database.work("Succeed") as unit:
        after = people.add(unit.session, PersonDraft("Quin Newbridge"))
        unit.session.get_one(SignOn, before).signer_id = after.id
        unit.session.get_one(SignOn, before).printed_name = "Q. Newbridge"
    with database.reading() as session:
        _, contact, succeeded = person_records.read(session, person)["answers"]
    assert contact == {
        "letter": "To the missions",
        "organisation": "Moth Alliance",
        "signs": False,
        "gets_mails": True,
        "consents": [],
        "confirmations": [],
        "sources": [],
    }
    assert (succeeded["organisation"], succeeded["signs"]) == ("Owl Trust", False)
    assert [each["name"] for each in succeeded["confirmations"]] == [NAME]
    assert "Newbridge" not in json.dumps(succeeded)


def test_what_is_asked_about_them_is_told(database: Database, make: Make, person: int) -> None:
    asked = (person, "Is this {name}?"), (make.person(), "Who is this?")
    with database.work("Ask") as unit:
        for row_id, key in asked:
            values = {"name": "Zoë Fern"}
            unit.session.add(Question(subject="people", row_id=row_id, key=key, values=values))
    with database.reading() as session:
        assert person_records.read(session, person)["questions"] == ["Is this Zoë Fern?"]


def test_the_sources_of_merged_records_are_told(make: Make, person: int) -> None:
    other = make.person("Z. Quillfeather")
    with make.database.work("Import") as unit:
        unit.recorder.begin()
        made = Import(
            change_set_id=unit.change_set_id,
            at=dt.datetime(2026, 5, 3, tzinfo=dt.UTC),
            subject="people",
            source_name="list.csv",
            source_digest="0" * 64,
            source_format="csv",
            records=[ImportedRecord(subject="people", row_id=other, line=7, digest="d" * 64)],
        )
        unit.session.add(made)
    with make.database.work(duplicates.MESSAGES["people"], bulk=True, person=person) as unit:
        duplicates.merge(unit, "people", person, other)
    with make.database.reading() as session:
        (source,) = person_records.read(session, person)["sources"]
    assert (source["file"], source["line"]) == ("list.csv", 7)


def test_the_pdf_tells_what_the_data_has(database: Database, person: int, tmp_path: Path) -> None:
    with database.reading() as session:
        record = person_records.read(session, person)
    for format_ in ("json", "pdf"):
        person_records.write(record, format_, tmp_path / f"record.{format_}")
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8")) == record
    printed = " ".join("\n".join(pages_of(tmp_path / "record.pdf")).split())
    for words in (
        NAME,
        "zoe@quill.example",
        "met in May",
        "her mail of 3 May",
        "mail.txt",
        "list.txt",
    ):
        assert words in printed


def test_characters_without_a_glyph_are_named(
    database: Database, person: int, tmp_path: Path
) -> None:
    with database.work("Note") as unit:
        people.change(unit.session, person, PersonDraft(NAME, notes="happy \U0001f98b"))
    with database.reading() as session:
        record = person_records.read(session, person)
    with pytest.raises(Refused, match="1F98B"):
        person_records.write(record, "pdf", tmp_path / "record.pdf")
    assert not (tmp_path / "record.pdf").exists()


def test_on_the_command_line(person: int, workspace: Path, tmp_path: Path) -> None:
    run = CommandLine(workspace)
    record = run.data("person", "quillfeather")
    assert record["person"]["name"] == NAME
    assert "her mail of 3 May" in " ".join(run("person", person).out.split())
    for name in ("record.pdf", "record.json"):
        assert run("person", person, "-o", tmp_path / name).code == 0
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8")) == record
    assert run("person", "Nobody").code == 1


def test_nobody_has_no_record(database: Database) -> None:
    with database.reading() as session, pytest.raises(NotFound):
        person_records.read(session, 1)
