"""The file beside a workspace by which other computers see that it is open."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from signatories.database import Database, open_on, side_file
from signatories.errors import WorkspaceError
from signatories.locations import computer
from tests.fakes import ImmediateJobs
from ui.application import Application


def test_an_open_file_names_this_computer_until_it_is_left(
    database: Database, app: Application, jobs: ImmediateJobs, tmp_path: Path
) -> None:
    first = side_file(database.path)
    assert first.read_text(encoding="utf-8").splitlines()[2] == socket.gethostname()
    assert open_on(database.path) is None, "this computer is no other one"
    assert app.open_workspace(tmp_path / "next.signatories", create=True)
    assert not first.exists()
    assert side_file(app.database.path).exists()
    app.close()
    assert not side_file(app.database.path).exists()


def test_another_computer_reads_whose_file_it_is(database: Database, app: Application) -> None:
    written = side_file(database.path).read_text(encoding="utf-8")
    app.close()
    there = written.replace(socket.gethostname(), "far-laptop").replace(computer(), "its mark")
    side_file(database.path).write_text(there, encoding="utf-8")
    assert open_on(database.path) == "far-laptop"


def test_a_second_window_takes_over_when_the_first_is_closed(
    run_on: Callable[[Database], Application], database: Database
) -> None:
    first = run_on(database)
    with Database.open(database.path) as again:
        second = run_on(again)
        first.close()
        assert not side_file(database.path).exists()
        second.file.look()
        assert side_file(database.path).exists()


def test_who_came_a_moment_later_than_another_computer_only_reads(
    run_on: Callable[[Database], Application], database: Database
) -> None:
    """It was looked for when the file was opened, and taken only then."""
    side = side_file(database.path)
    side.write_text("4711\npython\nfar-laptop\n", encoding="utf-8")
    late = run_on(database)
    told: list[str | None] = []
    late.file.writing_ended.connect(lambda: told.append(late.database.open_on))
    late.file.look()
    late.file.look()
    assert told == ["far-laptop"]
    with pytest.raises(WorkspaceError, match="is open on far-laptop"), database.work("Write"):
        pass
    late.close()
    assert side.exists(), "it is the other computer's"
