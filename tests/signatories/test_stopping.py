"""A command that the system ends clears away what it began, and says so."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from signatories import stopping

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def begin(workspace: Path, table: Path, temporary: Path) -> "subprocess.Popen[bytes]":
    """An import that is reading its file when this returns."""
    words = [sys.executable, "-m", "signatories", "-w", workspace, "import", table]
    process = subprocess.Popen(
        [*words, "--as", "organisations"],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while process.poll() is None and not list(temporary.glob("*/request*")):
        time.sleep(0.01)
    return process


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    path = tmp_path / "endless.txt"
    with path.open("wb") as file:
        file.truncate(1_900_000_000)
    return path


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_an_import_that_is_ended_leaves_nothing(tmp_path: Path, endless: Path, name: str) -> None:
    number = getattr(signal, name)
    signal.signal(number, signal.SIG_DFL)  # whoever runs the tests may ignore it: nohup
    (temporary := tmp_path / "temporary").mkdir()
    (folder := tmp_path / "here").mkdir()
    with begin(folder / "new.signatories", endless, temporary) as process:
        process.send_signal(number)
        _out, errors = process.communicate()
    assert process.returncode == 128 + number
    assert errors.decode() == "signatories: stopped; what had not ended changed nothing\n"
    assert list(temporary.iterdir()) == []
    assert list(folder.iterdir()) == []


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stopping.heard():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def be_ended_twice() -> None:
    with stopping.heard():
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            signal.raise_signal(signal.SIGTERM)  # while it clears away


def test_it_is_heard_once_and_only_within() -> None:
    with pytest.raises(stopping.Stopped) as stopped:
        be_ended_twice()
    assert stopped.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_in_another_thread_the_work_is_done_without() -> None:
    done: list[bool] = []

    def work() -> None:
        with stopping.heard():
            done.append(True)

    (thread := threading.Thread(target=work)).start()
    thread.join()
    assert done == [True]
