"""The sample: whole, invented, never over another file, and something to see on every page."""

import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import select

from signatories import history, letters, preflight, queries, sample, undoing
from signatories.database import Database
from signatories.errors import Refused, WorkspaceError
from signatories.findings import Level
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import Letter, Organisation, Person, SignOnStatus
from signatories.recipients import choosing


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "new folder" / "sample.signatories"
    sample.write(path)
    return path


@pytest.fixture
def snapshot(file: Path) -> Snapshot:
    with Database.open(file) as database, database.reading() as session:
        return take(session, 1, Choices(), answers=True)


def test_it_has_a_letter_organisations_and_states(file: Path) -> None:
    with Database.open(file) as database, database.reading() as session:
        counts = queries.counts(session)
        (letter,) = letters.listing(session)
    assert (counts["letters"], counts["organisations"], counts["recipients"]) == (1, 14, 20)
    assert letter.confirmed == 14


def test_each_kind_of_answer_is_there(snapshot: Snapshot) -> None:
    statuses = [row.status for row in snapshot.sign_ons]
    assert statuses.count(SignOnStatus.PROMISED) == 1
    assert statuses.count(SignOnStatus.DECLINED) == 1


def test_its_names_are_in_many_scripts(file: Path) -> None:
    with Database.open(file) as database, database.reading() as session:
        names = [*session.scalars(select(Organisation.name)), *session.scalars(select(Person.name))]
    characters = (character for name in names for character in name if character.isalpha())
    scripts = {unicodedata.name(character).split()[0] for character in characters}
    assert {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "DEVANAGARI", "CJK", "HANGUL"} <= scripts


def test_it_is_ready_to_print_though_one_has_promised_only(snapshot: Snapshot) -> None:
    found = preflight.check(snapshot)
    assert {each.level for each in found} == {Level.WARNING}
    assert found[0].names == snapshot.unconfirmed
    assert len(snapshot.recipients) == 13


def test_another_day_gives_other_recipients(file: Path) -> None:
    """Botswana joins three days after the letter's date."""
    with Database.open(file) as database, database.reading() as session:
        letter = session.get_one(Letter, 1)
        later = choosing.selection(session, letter, as_of=sample.CHECKED_ON)
    assert len(later.recipients) == 12
    assert "BW" not in [each.country for each in later.recipients]


def test_it_knows_that_it_is_the_sample(file: Path, database: Database) -> None:
    with Database.open(file) as opened, opened.reading() as session:
        assert sample.is_sample(session)
    with database.reading() as session:
        assert not sample.is_sample(session)


def test_all_of_it_can_be_undone_step_by_step(tmp_path: Path) -> None:
    path = tmp_path / "sample.signatories"
    sample.write(path)
    with Database.open(path) as database:
        with database.reading() as session:
            steps = history.entries(session)
        for _ in steps:
            assert undoing.undo(database).kept == []
        with database.reading() as session:
            counts = queries.counts(session)
    assert counts.pop("imports") == 2  # records of what happened are never undone
    assert set(counts.values()) == {0}


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine.signatories"
    mine.write_text("mine")
    with pytest.raises(Refused, match="there already"):
        sample.write(mine)
    with pytest.raises(Refused, match="there already"):
        sample.write(tmp_path)
    assert mine.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WorkspaceError, match="cannot be made"):
        sample.write(tmp_path / "file" / "sample.signatories")


def test_nothing_is_left_when_it_cannot_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "INSTRUMENT", "a treaty that the letter does not name")
    with pytest.raises(Exception, match="There is no instrument"):
        sample.write(tmp_path / "sample.signatories")
    assert [*tmp_path.iterdir()] == []
