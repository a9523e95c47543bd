"""The file beside a workspace: whose it is, who takes it over, and who writes on."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from signatories import locations
from signatories.database import Database, open_on, side_file
from signatories.database.elsewhere import Hold, held
from signatories.errors import WorkspaceError
from signatories.models import Organisation
from tests.command_line import CommandLine
from tests.factories import Make

NOBODY = 2**22 + 1  # above every process number


@pytest.fixture(autouse=True)
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A mark of this computer that is kept in a folder of the test's."""
    monkeypatch.setattr(locations, "_data_folder", lambda: tmp_path / "data")
    locations.computer.cache_clear()
    yield
    locations.computer.cache_clear()


def beside(workspace: Path, process: int, host: str, computer: str = "") -> Path:
    side = side_file(workspace)
    side.write_text(f"{process}\nsignatories\n{host}\n{computer}\n", encoding="utf-8")
    return side


def test_what_a_killed_program_left_is_taken_over(workspace: Path) -> None:
    side = beside(workspace, NOBODY, socket.gethostname())
    hold = Hold(workspace)
    assert hold.keep() is None
    assert side.read_text(encoding="utf-8").startswith(f"{os.getpid()}\n")
    hold.let_go()
    assert not side.exists()


def test_a_computer_with_another_name_knows_its_own_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = beside(workspace, NOBODY, "old-name", locations.computer())
    assert open_on(workspace) is None
    hold = Hold(workspace)
    assert hold.keep() is None
    monkeypatch.setattr(socket, "gethostname", lambda: "new-name")
    assert open_on(workspace) is None
    hold.let_go()
    assert not side.exists()
    beside(workspace, NOBODY, "old-name", "mark of another one")
    assert open_on(workspace) == "old-name"


def test_the_mark_stays_and_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = locations.computer()
    locations.computer.cache_clear()
    assert (len(first), locations.computer()) == (32, first)
    (blocked := tmp_path / "blocked").write_text("")
    monkeypatch.setattr(locations, "_data_folder", lambda: blocked)
    locations.computer.cache_clear()
    assert locations.computer() == ""


def test_who_has_it_is_not_disturbed_by_another_program_here(workspace: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        side = beside(workspace, other.pid, socket.gethostname())
        with held(workspace, pytest.fail):
            assert open_on(workspace) is None
        assert side.exists(), "it is the other program's"
        other.communicate(b"\n")


def test_a_command_goes_on_holding_what_a_window_let_go(workspace: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        side = beside(workspace, other.pid, socket.gethostname())
        with held(workspace, pytest.fail):
            side.unlink()
            other.communicate(b"\n")
            while not side.exists():
                time.sleep(0.02)
        assert not side.exists()


def be_taken_over(database: Database) -> None:
    """Write until another computer has the file."""
    with held(database.path, database.leave_to), database.work("Write") as unit:
        unit.session.add(Organisation(name="Lost", sort_key=b"", search_key=""))
        beside(database.path, 4711, "far-laptop", "its mark")
        while database.open_on is None:
            time.sleep(0.02)


def test_who_is_taken_over_writes_nothing_more(database: Database, make: Make) -> None:
    make.organisation("Before")
    with pytest.raises(WorkspaceError, match="is open on far-laptop"):
        be_taken_over(database)
    assert side_file(database.path).exists()
    with database.reading() as session:
        assert [body.name for body in session.query(Organisation)] == ["Before"]


def test_a_command_that_writes_names_this_computer_meanwhile(
    make: Make, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.organisation("Example House")
    make.database.close()
    table = tmp_path / "table.csv"
    table.write_text("organisation\nSample Union\n")
    said: list[list[str]] = []
    work = Database.work

    def watched(self: Database, message: str, **values: object) -> object:
        said.append(side_file(workspace).read_text(encoding="utf-8").splitlines())
        return work(self, message, **values)

    monkeypatch.setattr(Database, "work", watched)
    assert CommandLine(workspace)("import", table, "--as", "organisations").code == 0
    assert said == [[str(os.getpid()), "signatories", socket.gethostname(), locations.computer()]]
    assert not side_file(workspace).exists()
    before = workspace.read_bytes()
    side = beside(workspace, 4711, "far-laptop", "its mark")
    refused = CommandLine(workspace)("undo")
    assert (refused.code, refused.out) == (1, "")
    assert "is open on far-laptop" in refused.errors
    assert side.exists()
    assert workspace.read_bytes() == before
