"""A letter's earlier runs: what was made, and what became of the files."""

from pathlib import Path

import pytest

from signatories import runs
from signatories.database import Database
from signatories.errors import NotFound
from signatories.merge.snapshot import Choices
from signatories.models import Run
from signatories.runs import Request, earlier
from signatories.runs.earlier import FileState
from tests.factories import Make


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=2, sign_ons=1)
    make.confirm(made)
    return made


def make_it(database: Database, letter: int, request: Request) -> int:
    made = runs.make(database, letter, Choices(), request).run_id
    assert made is not None
    return made


def states(database: Database, run: int) -> list[tuple[str, FileState]]:
    with database.reading() as session:
        return [(file.path.name, file.state) for file in earlier.files_of(session, run)]


def test_runs_are_listed_latest_first(database: Database, letter: int, tmp_path: Path) -> None:
    make_it(database, letter, Request("letters", "pdf", tmp_path / "letters.pdf"))
    make_it(database, letter, Request("block", "txt", tmp_path / "list.txt"))

    with database.reading() as session:
        found = earlier.of_letter(session, letter)
        assert earlier.of_letter(session, letter + 1) == []

    assert [(run.product, run.settings["format"], run.files) for run in found] == [
        ("block", "txt", 1),
        ("letters", "pdf", 1),
    ]
    assert found[1].counts["documents"] == 2
    assert found[0].actor


def test_what_a_run_warned_of_is_kept_in_words(
    database: Database, letter: int, make: Make, tmp_path: Path
) -> None:
    make.sign_on(letter, "Ada Vance", "Haven Trust")
    request = Request("letters", "pdf", tmp_path / "letters.pdf")
    with database.reading() as session:
        findings = runs.check(session, letter, Choices(), [request.exporter])
    seen = [finding.digest for finding in findings]
    runs.make_together(database, letter, Choices(), [request], seen=seen)

    with database.reading() as session:
        (run,) = earlier.of_letter(session, letter)

    assert [str(warning) for warning in run.warnings] == [str(each.message) for each in findings]
    assert "Ada Vance" in str(run.warnings[0])


def test_what_became_of_a_file_is_told(database: Database, letter: int, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    run = make_it(database, letter, Request("block", "txt", path))
    assert states(database, run) == [("list.txt", FileState.AS_MADE)]

    made = path.read_bytes()
    path.write_bytes(made + b"!")
    assert states(database, run) == [("list.txt", FileState.CHANGED)]
    path.write_bytes(bytes(reversed(made)))
    assert states(database, run) == [("list.txt", FileState.CHANGED)]
    path.unlink()
    assert states(database, run) == [("list.txt", FileState.GONE)]


def test_files_of_their_own_are_looked_for_in_their_folder(
    database: Database, letter: int, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    run = make_it(database, letter, Request("letters", "pdf", folder, separate=True))
    first = min(folder.glob("*.pdf"))
    first.unlink()

    found = states(database, run)

    assert (first.name, FileState.GONE) in found
    assert [state for _, state in found].count(FileState.AS_MADE) == len(found) - 1 == 2


def test_a_run_of_an_earlier_version_did_not_keep_where_its_files_are(
    database: Database, letter: int, tmp_path: Path
) -> None:
    run = make_it(database, letter, Request("block", "txt", tmp_path / "list.txt"))
    with database.writing() as session:
        kept = session.get_one(Run, run)
        kept.settings = {name: one for name, one in kept.settings.items() if name != "target"}
    assert states(database, run) == []


def test_a_run_that_is_none_is_told(database: Database) -> None:
    with database.reading() as session, pytest.raises(NotFound, match="no run 9"):
        earlier.files_of(session, 9)
