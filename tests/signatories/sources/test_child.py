"""The child process: it reports, can be stopped, may die, and leaves nothing behind."""

import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from signatories.errors import UnreadableFile
from signatories.progress import Cancelled
from signatories.sources import child
from signatories.sources.opening import open_file


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the spools are kept; nothing else is there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """Something that is never read to its end."""
    path = tmp_path / "endless.txt"
    with path.open("wb") as file:
        file.seek(1_900_000_000)
        file.write(b"\n")
    return path


class Impatient:
    """Stops at the first report."""

    def report(self, done: int, total: int | None, label: str = "") -> None:
        raise Cancelled


def table(tmp_path: Path, rows: int) -> Path:
    path = tmp_path / "table.csv"
    lines = "".join(f"Name {number},Mali\n" for number in range(1, rows))
    path.write_text("name,country\n" + lines)
    return path


def test_the_rows_lie_on_disk_until_nobody_needs_them(tmp_path: Path, temporary: Path) -> None:
    source = open_file(table(tmp_path, 1000))
    below = source.rows[500:]
    del source
    gc.collect()
    assert len(list(temporary.iterdir())) == 1
    assert (len(below), below[-1].cells[0]) == (500, "Name 999")
    del below
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_a_refused_file_leaves_nothing_behind(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "list.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(UnreadableFile, match="is a PDF"):
        open_file(path)
    assert list(temporary.iterdir()) == []


def test_what_a_killed_program_left_behind_goes_with_the_next_file(
    tmp_path: Path, temporary: Path
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for name in (f"{os.getpid()}-open", f"{ended.pid}-killed", "whose"):
        folder = temporary / f"signatories-reading-{name}"
        folder.mkdir()
        (folder / "rows").write_text("Anna Berg")
    source = open_file(table(tmp_path, 3))
    assert len(source.rows) == 3
    left = {folder.name.removeprefix("signatories-reading-") for folder in temporary.iterdir()}
    assert {f"{os.getpid()}-open", "whose"} <= left
    assert f"{ended.pid}-killed" not in left


def test_cancel_ends_the_child_and_leaves_nothing_behind(endless: Path, temporary: Path) -> None:
    with pytest.raises(Cancelled):
        open_file(endless, progress=Impatient())
    assert list(temporary.iterdir()) == []


def test_rows_are_reported_while_they_are_read(tmp_path: Path) -> None:
    reported: list[int] = []

    class Listening:
        def report(self, done: int, total: int | None, label: str = "") -> None:
            reported.append(done)

    source = open_file(table(tmp_path, 300_000), progress=Listening())
    assert len(source.rows) == 300_000
    assert 0 < max(reported) <= 300_000
    assert reported == sorted(reported)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("import os; os.abort()", "needs more memory than a file may"),
        ("x = bytearray(2 << 30)", "needs more memory than a file may"),
        ("raise OSError(28, 'No space left on device')", "There is no room to read"),
        ("import os; os._exit(7)", "is damaged, or is not what its name says"),
        ("raise ValueError('Anna Berg')", "is damaged, or is not what its name says"),
        ("import signal, os; os.kill(os.getpid(), signal.SIGXCPU)", "takes more than a minute"),
        ("import socket; socket.socket()", "is damaged, or is not what its name says"),
        ("import os; os.system('true')", "is damaged, or is not what its name says"),
    ],
)
def test_a_child_that_dies_is_an_ordinary_outcome(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, fault: str, words: str
) -> None:
    program = f"from signatories.sources import caps; caps.take(); {fault}"
    monkeypatch.setattr(child, "command", lambda _folder: [sys.executable, "-c", program])
    with pytest.raises(UnreadableFile, match=words):
        open_file(table(tmp_path, 3))
    assert list(temporary.iterdir()) == []


def test_an_answer_without_measure_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import sys; open(sys.argv[1] + '/answer.json', 'w').write(' ' * 30_000_000)"
    words = [sys.executable, "-c", program]
    monkeypatch.setattr(child, "command", lambda folder: [*words, str(folder)])
    with pytest.raises(UnreadableFile, match="is damaged"):
        open_file(table(tmp_path, 3))


def test_two_threads_may_read_the_same_rows(tmp_path: Path) -> None:
    rows = open_file(table(tmp_path, 20_000)).rows
    found: list[list[str]] = []
    work = [
        threading.Thread(target=lambda: found.append([row.cells[0] for row in rows]))
        for _ in range(2)
    ]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert found[0] == found[1] == ["name", *(f"Name {number}" for number in range(1, 20_000))]


def test_rows_are_a_sequence(tmp_path: Path) -> None:
    rows = open_file(table(tmp_path, 600)).rows
    assert (rows[0].line, rows[-1].line, rows[599].cells) == (1, 600, ("Name 599", "Mali"))
    assert [row.line for row in rows[255:258]] == [256, 257, 258]
    assert [row.line for row in rows[10:300:100][1:]] == [111, 211]
    assert [row.line for row in rows[::-100]] == [600, 500, 400, 300, 200, 100]
    assert [row.line for row in rows[500:100:-90]] == [501, 411, 321, 231, 141]
    assert [row.line for row in rows[::300]] == [1, 301]
    with pytest.raises(IndexError):
        rows[600]


def test_the_bundle_becomes_the_child_by_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *words = child.command(tmp_path)
    monkeypatch.setattr(
        child, "command", lambda _folder: [program, "-m", "ui", *words[:1], str(_folder)]
    )
    assert len(open_file(table(tmp_path, 3)).rows) == 3


def test_any_text_comes_through_the_spool_as_it_was(tmp_path: Path) -> None:
    texts = ["plain", "two\nlines", "a\x1fb", "a\x1eb", '"quoted"', "\\", "", "é 山 🙂", "[1]"]
    path = tmp_path / "list.json"
    path.write_text(json.dumps([[text, "\ud83d"] for text in texts]))
    assert [row.cells[0] for row in open_file(path).rows] == texts
    assert {row.cells[1] for row in open_file(path).rows} == {"\ufffd"}
