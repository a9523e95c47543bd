"""The program as it starts: in a process of its own, with a user's folders that are empty."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
from ui import start
from ui.main_window import MainWindow

show = MainWindow.show
def show_and_close(window):
    show(window)
    QTimer.singleShot(300, lambda: tell(window))
    QTimer.singleShot(600, window.close)

def tell(window):
    notice = window.app.notices.current
    print(window.windowTitle(), window.stack.place.page, notice.text if notice else "", sep=" | ")

MainWindow.show = show_and_close
sys.exit(start.run(["signatories"]))
"""

OPEN_AND_BE_ENDED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from signatories.locations import default_workspace
from ui import start
from ui.main_window import MainWindow

show = MainWindow.show
def show_and_be_ended(window):
    show(window)
    QTimer.singleShot(300, lambda: print(os.listdir(default_workspace().parent)))
    QTimer.singleShot(400, lambda: os.kill(os.getpid(), signal.SIGTERM))

MainWindow.show = show_and_be_ended
sys.exit(start.run(["signatories"]))
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    folders = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    xdg = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE")}
    return {**os.environ, **folders, **xdg, "QT_QPA_PLATFORM": "offscreen"}


def start(home: dict[str, str], script: str = OPEN_AND_CLOSE) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, env=home, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )


def test_the_first_start_offers_a_choice_and_ends_cleanly(home: dict[str, str]) -> None:
    done = start(home)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "My letters — Signatories | welcome |"
    assert "Traceback" not in done.stderr


def test_a_broken_last_file_is_told_and_the_own_one_opened(
    home: dict[str, str], tmp_path: Path
) -> None:
    settings = tmp_path / "CONFIG" / "Signatories" / "Signatories.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[General]\nlast%20file={tmp_path / 'gone.signatories'}\n")
    done = start(home)
    assert done.returncode == 0, done.stderr
    title, _page, told = done.stdout.strip().split(" | ")
    assert title.startswith("My letters")
    assert "There is no workspace at" in told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_window_that_the_system_ends_lets_go_of_its_file(
    home: dict[str, str], tmp_path: Path
) -> None:
    done = start(home, OPEN_AND_BE_ENDED)
    assert done.returncode == 128 + signal.SIGTERM, done.stderr
    assert "My letters.signatories-open" in done.stdout
    left = {file.name for file in (tmp_path / "DATA" / "signatories").iterdir()}
    assert left == {"My letters.signatories", "computer"}, "and the mark of this computer"
