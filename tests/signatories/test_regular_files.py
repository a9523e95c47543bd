"""Pipes, devices and what the system shows as files: read as far as they go, waited for and replaced never."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from signatories import assets
from signatories.database import Database, is_workspace, restore
from signatories.errors import UnreadableFile, WorkspaceError
from signatories.letters import text_file
from signatories.sources import regular_files
from tests.command_line import CommandLine
from tests.factories import Make

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only POSIX has pipes with names")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """Nobody writes into it: whoever opens it waits for ever."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_a_pipe_is_no_workspace_and_not_waited_for(pipe: Path, database: Database) -> None:
    for use in (
        lambda: Database.open(pipe),
        lambda: Database.open(pipe, read_only=True),
        lambda: restore(pipe, database.path),
        lambda: database.backup(pipe),
    ):
        with pytest.raises(WorkspaceError, match="is not a workspace"):
            use()
    assert not is_workspace(pipe)


@pytest.mark.parametrize(
    "command", ["export block --letter 1 --format txt -o", "report --letter 1 -o", "person 1 -o"]
)
def test_no_command_puts_a_file_in_the_place_of_a_pipe(
    command: str, workspace: Path, pipe: Path, make: Make
) -> None:
    """As root, `-o /dev/null` took the device from every program of the computer."""
    make.confirm(make.letter(sign_ons=1))
    said = CommandLine(workspace)(*command.split(), pipe)
    assert (said.code, stat.S_ISFIFO(pipe.stat().st_mode)) == (1, True)
    assert "is a device or a pipe and is not replaced. Name a file." in said.errors


def test_rows_with_errors_do_not_replace_a_pipe_either(
    workspace: Path, pipe: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("organisation,country\nHill Trust,Kenya\n")
    words = ("import", table, "--as", "organisations", "--rejects", pipe)
    assert CommandLine(workspace)(*words).code == 1
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("read", [text_file.read, assets.read])
def test_what_never_ends_is_read_no_further_than_is_of_use(
    read: Callable[[Path], object],
) -> None:
    with pytest.raises(UnreadableFile, match=r"too large|larger than"):
        read(Path("/dev/zero"))


def test_what_the_shell_hands_over_as_a_pipe_is_read() -> None:
    """`letter add <(…)` names one."""
    out, into = os.pipe()
    os.write(into, b"---\ntitle: To the Missions\n---\nText\n")
    os.close(into)
    assert text_file.read(Path(f"/dev/fd/{out}")).title == "To the Missions"
    os.close(out)


def test_what_the_system_shows_as_a_file_without_bytes_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "log"
    empty.touch()
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it may have no end"))
    assert regular_files.read(empty, 10) == b""
    assert not regular_files.is_regular(empty)
