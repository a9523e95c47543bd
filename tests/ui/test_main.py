"""Which of the two programs starts, and what it leaves in its log."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

import ui.__main__

WITHOUT_QT = """
import sys, ui.__main__
code = ui.__main__.main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith("PySide6")], "Qt was imported"
sys.exit(code)
"""

WITHOUT_SOURCES = """
import linecache, ui.__main__
ui.__main__.load_qt()
import ui.start
of_ours = ("sqlalchemy", "signatories", "start.py")
files = [name for name in linecache.cache if name.endswith(".py")]
read = [name for name in files if any(part in name for part in of_ours)]
assert not read, read
"""


@pytest.fixture
def log_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr(platformdirs, "user_log_path", lambda *_, **__: tmp_path / "log")
    root = logging.getLogger()
    before = root.handlers.copy()
    yield tmp_path / "log"
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def test_a_word_goes_to_the_command_line_without_qt(tmp_path: Path) -> None:
    sample = tmp_path / "sample.signatories"
    command = [sys.executable, "-c", WITHOUT_QT, "sample", str(sample)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert sample.exists()


def test_the_window_keeps_no_sources_of_its_modules() -> None:
    command = [sys.executable, "-c", WITHOUT_SOURCES]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_log_is_a_file_in_the_users_own_folder(log_folder: Path) -> None:
    log_folder.mkdir()
    ui.__main__.start_log()
    logging.getLogger("signatories.runs").info("Opened workspace %s", 7)
    text = (log_folder / "signatories.log").read_text()
    assert "INFO signatories.runs: Opened workspace 7" in text


def test_a_folder_that_cannot_be_written_costs_only_the_log(
    log_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log_folder.write_text("a file where the folder should be")
    ui.__main__.start_log()
    assert "No log file this time" in caplog.text
    assert log_folder.read_text() == "a file where the folder should be"
