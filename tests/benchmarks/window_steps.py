"""Opens the window on a workspace, looks at a table of people and imports it; prints the memory after each step.

window_steps.py WORKSPACE TABLE
"""
# ruff: noqa: E402 - Qt comes first and without its hook, as the program loads it

import json
import sys
from pathlib import Path

from ui.__main__ import load_qt

load_qt()

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPushButton

from signatories.database import Database
from ui.application import Application
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.pages.imports.looking import Reading
from ui.theme import install_theme
from ui.window_state import WindowState


def main(workspace: Path, table: Path) -> None:
    """Go through the steps, and print after each what is in memory, and the most so far, in megabytes."""
    qt = QApplication([])
    install_theme(qt)
    store = QSettings(str(workspace.with_suffix(".ini")), QSettings.Format.IniFormat)
    app = Application(Database.open(workspace), Jobs(), Notices(), WindowState(store))
    window = MainWindow(app)
    window.show()
    after = {"open": settled(qt, app)}
    window.incoming.begin(Reading((table,)).asking(as_="people"))
    after["table looked at"] = settled(qt, app)
    buttons = [b for b in window.findChildren(QPushButton) if b.isEnabled() and b.isVisible()]
    next(button for button in buttons if button.text().startswith("Import ")).click()
    after["imported"] = settled(qt, app)
    print(json.dumps(after))
    window.close()
    app.close()


def settled(qt: QApplication, app: Application) -> tuple[int, int]:
    """Wait for all work to end; return what is in memory now, and the highest so far."""
    for _ in range(20):  # what a step asks for, it asks for when it is drawn
        qt.processEvents()
        while app.jobs.busy:
            qt.processEvents()
    return megabytes("VmRSS"), megabytes("VmHWM")


def megabytes(figure: str) -> int:
    """What the system says of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    kilobytes = dict(line.split(":", 1) for line in lines)[figure]
    return int(kilobytes.split()[0]) * 1024 // 1_000_000


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
