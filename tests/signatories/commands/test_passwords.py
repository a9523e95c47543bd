"""The password of a file on the command line: from a file, or asked for without an echo; no word of a command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT, CommandLine
from tests.locked_files import PASSWORD, lock
from tests.signatories.sources.conftest import MakeBook, make_book

__all__ = ["make_book"]


@pytest.fixture
def run(workspace: Path) -> CommandLine:
    return CommandLine(workspace)


@pytest.fixture
def members(make_book: MakeBook) -> Path:
    return lock(make_book([["organisation", "country"], ["Well Fund", "Kenya"]]))


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    path = tmp_path / "password.txt"
    path.write_text(f"\ufeff{PASSWORD}\r\nnot this\n", encoding="utf-8", newline="")
    return path


def test_a_protected_file_comes_in_by_a_file_with_its_password(
    run: CommandLine, members: Path, password_file: Path
) -> None:
    done = run.data("import", members, "--as", "organisations", "--password-file", password_file)
    assert done["applied"]["added"] == 1
    again = run.data("import", members, "--as", "organisations", "--password-file", password_file)
    assert again["applied"]["same"] == 1
    said = run("history", "--json").out + run("check", "--json").out
    kept = b"".join(p.read_bytes() for p in run.workspace.parent.glob(f"{run.workspace.name}*"))
    assert PASSWORD not in said
    assert PASSWORD.encode() not in kept


def test_a_file_that_needs_none_is_read_all_the_same(
    run: CommandLine, make_book: MakeBook, password_file: Path
) -> None:
    book = make_book([["organisation"], ["Well Fund"]])
    words = ("--as", "organisations", "--password-file", password_file)
    assert run.data("import", book, *words)["applied"]["added"] == 1


def test_without_it_the_option_is_named(run: CommandLine, members: Path) -> None:
    said = run("import", members, "--as", "organisations")
    assert (said.code, said.out) == (1, "")
    assert "“list.xlsx” is protected by a password" in said.errors
    assert "--password-file FILE" in said.errors


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"another\n", "The password does not open “list.xlsx”"),
        (b"", "is protected by a password"),
        ("Überfluss 7".encode("latin-1"), "is not written in UTF-8"),
        (None, "cannot be opened: No such file"),
    ],
)
def test_a_wrong_password_is_one_clear_line(
    run: CommandLine, members: Path, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "wrong.txt"
    if content is not None:
        path.write_bytes(content)
    said = run("import", members, "--as", "organisations", "--password-file", path)
    assert (said.code, said.out, said.errors.count("\n")) == (1, "", 1)
    assert words in said.errors
    assert PASSWORD not in said.errors


@pytest.mark.skipif(sys.platform == "win32", reason="terminals there are no files")
@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ([PASSWORD], 0, "1 added"),
        (["another", PASSWORD], 0, "does not open “list.xlsx”"),
        (["a", "b", "c"], 1, "--password-file FILE"),
        (["\x04"], 1, "--password-file FILE"),
    ],
)
def test_at_a_terminal_it_is_asked_for_and_not_shown(
    run: CommandLine, members: Path, typed: list[str], code: int, words: str
) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "signatories", "-w", run.workspace, "import", members]
    with subprocess.Popen(
        [*command, "--as", "organisations"],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        shown = b""
        for number, line in enumerate(typed, start=1):
            while shown.count("Password of “list.xlsx”: ".encode()) < number:
                shown += os.read(ours, 1000)
            os.write(ours, line.encode() + (b"" if line == "\x04" else b"\n"))
        while part := _rest(ours):
            shown += part
    os.close(ours)
    assert process.returncode == code
    assert words in shown.decode()
    assert PASSWORD not in shown.decode()


def _rest(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux says so when the other side is gone
        return b""
