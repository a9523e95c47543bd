"""The file that is open, and what happens in it without this window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from signatories.database import Database
from signatories.errors import WorkspaceError
from tests.factories import Make
from tests.fakes import ImmediateJobs
from ui.open_file import OpenFile


@pytest.fixture
def opened(qtbot: QtBot, database: Database, jobs: ImmediateJobs) -> Iterator[OpenFile]:
    file = OpenFile(database, jobs)
    yield file
    file.let_go()


def heard_of(file: OpenFile) -> list[Any]:
    heard: list[Any] = []
    file.changed_elsewhere.connect(heard.append)
    return heard


def test_our_own_action_is_no_news(opened: OpenFile, make: Make) -> None:
    heard = heard_of(opened)
    make.organisation("River Forum")
    assert opened.know(make.database.latest_change())
    opened.look()
    assert heard == []


def test_an_action_of_ours_after_one_of_others_is_not_alone(opened: OpenFile, make: Make) -> None:
    make.organisation("Elsewhere")
    make.organisation("River Forum")
    assert not opened.know(make.database.latest_change())


def test_nothing_is_looked_for_while_we_write(
    opened: OpenFile, make: Make, jobs: ImmediateJobs
) -> None:
    heard = heard_of(opened)
    make.organisation("Perhaps ours")
    jobs.write(lambda _progress: None)
    opened.look()
    assert heard == []
    jobs.settle()
    opened.look()
    assert heard == [None]


def test_trouble_is_told_once(opened: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    opened.failed.connect(told.append)
    opened.watch()
    trouble = WorkspaceError("gone")

    def latest_change(_database: Database) -> int:
        raise trouble

    with monkeypatch.context() as patched:
        patched.setattr(Database, "latest_change", latest_change)
        opened.look()
    assert told == [trouble]
    assert not [timer for timer in opened.findChildren(QTimer) if timer.isActive()]


def test_a_file_that_cannot_be_opened_leaves_this_one(opened: OpenFile, tmp_path: Path) -> None:
    before = opened.database
    alien = tmp_path / "notes.signatories"
    alien.write_text("not a workspace")
    with pytest.raises(WorkspaceError):
        opened.change_to(alien)
    assert opened.database is before
    assert before.latest_change() == 0, "it is open still"


def test_a_file_that_cannot_be_read_is_closed_again(
    opened: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Path] = []

    def fail(_self: Database) -> int:
        raise WorkspaceError("{file} is busy.", file="x")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "latest_change", fail)
        patched.setattr(Database, "close", lambda self: closed.append(self.path))
        with pytest.raises(WorkspaceError, match="busy"):
            opened.change_to(tmp_path / "next.signatories", create=True)
    assert closed == [tmp_path / "next.signatories"]
