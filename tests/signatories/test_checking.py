"""Checking a workspace: the hash that stands for its content, and damage that must be found."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from signatories import assets, letters, recipients, sample, undoing
from signatories.block.settings import BlockSettings
from signatories.checking import CONTENT, check
from signatories.database import Database, Unit
from signatories.directory import organisations
from signatories.directory.organisations import OrganisationDraft
from signatories.history import next_undo
from signatories.models import (
    Act,
    Asset,
    Base,
    Change,
    Confirmation,
    Organisation,
    Person,
    Recipient,
    Recorded,
    RunPart,
    WorkspaceSetting,
)
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

Action = Callable[[Unit], object]


@pytest.fixture
def filled(workspace: Path) -> Iterator[Database]:
    sample.write(workspace)
    with Database.open(workspace) as opened:
        yield opened


def hash_of(database: Database) -> str:
    return check(database).content_hash


def first(session: Session, model: type[Recorded]) -> Recorded:
    return session.get_one(model, 1)


def test_an_empty_workspace_has_the_hash_of_nothing(database: Database) -> None:
    report = check(database)
    assert (report.content_hash, report.problems) == (EMPTY, ())
    assert set(report.counts.values()) == {0}


def test_the_same_content_has_the_same_hash(filled: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.signatories"
    filled.backup(copy)
    with Database.open(copy) as other:
        assert hash_of(other) == hash_of(filled) == hash_of(filled)


def test_it_covers_every_table_but_those_that_only_record() -> None:
    recorded = {table.name for table in Base.metadata.sorted_tables if "changed_in" in table.c}
    assert recorded - {model.__tablename__ for model in CONTENT} == {"questions", "named_settings"}


CHANGES: dict[str, Action] = {
    "an organisation": lambda unit: setattr(first(unit.session, Organisation), "notes", "x"),
    "a person": lambda unit: setattr(first(unit.session, Person), "telephone", "+41"),
    "a recipient": lambda unit: setattr(first(unit.session, Recipient), "extra", {"column": "x"}),
    "a new one": lambda unit: organisations.add(unit.session, OrganisationDraft("New")),
    "a removal": lambda unit: recipients.remove(unit.session, [1]),
    "a printed line": lambda unit: setattr(first(unit.session, Confirmation), "role", "x"),
    "a block": lambda unit: letters.set_block(unit.session, 1, BlockSettings(heading="Signed")),
    "an act": lambda unit: unit.session.delete(first(unit.session, Act)),
    "a confirmation": lambda unit: confirming.confirm(unit, 1, Proof("a call")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_of_content_changes_it_and_undoing_brings_it_back(
    filled: Database, name: str
) -> None:
    before = hash_of(filled)
    with filled.work("Change") as unit:
        CHANGES[name](unit)
    changed = hash_of(filled)
    assert changed != before
    undone = undoing.undo(filled)
    assert hash_of(filled) == before
    undoing.undo(filled, undone.change_set_id)
    assert hash_of(filled) == changed


def test_undoing_everything_leaves_the_hash_of_nothing(filled: Database) -> None:
    while True:
        with filled.reading() as session:
            if next_undo(session) is None:
                break
        undoing.undo(filled)
    assert hash_of(filled) == EMPTY


def test_derived_columns_and_settings_are_no_content(filled: Database) -> None:
    before = hash_of(filled)
    with filled.writing() as session:
        session.execute(update(Organisation).values(sort_key=b"", search_key="", revision=9))
        session.add(WorkspaceSetting(key="other", value="x"))
    assert hash_of(filled) == before


def test_a_sound_workspace_has_no_problems_and_counts_its_rows(filled: Database) -> None:
    report = check(filled)
    assert report.problems == ()
    assert (report.counts["organisations"], report.counts["sign_ons"]) == (14, 16)


def test_a_log_that_was_altered_is_found(filled: Database) -> None:
    with filled.writing() as session:
        session.execute(update(Change).where(Change.id == 2).values(action="delete"))
    assert "change 2" in check(filled).problems[0]


def test_a_reference_to_nothing_is_found(filled: Database) -> None:
    with closing(sqlite3.connect(filled.path)) as other, other:
        other.execute("DELETE FROM evidence")
    assert "confirmations 1 names a missing evidence" in check(filled).problems


def test_a_kept_file_that_was_altered_is_found(database: Database, tmp_path: Path) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"I agree")
    with database.work("Keep") as unit:
        digest = assets.keep(unit.session, mail)
    assert check(database).problems == ()
    with database.writing() as session:
        session.execute(update(Asset).values(content=b"I refuse"))
    assert check(database).problems == (f"the kept file {digest[:12]} was altered",)


def test_an_altered_record_of_a_run_is_found(database: Database) -> None:
    with database.writing() as session:
        session.add(RunPart(digest="0" * 64, content=b"what was printed"))
    assert check(database).problems == (f"what a run printed ({'0' * 12}) was altered",)
