"""Puts the parts together: database, jobs, notices and window, each handed to those that need it."""

import signal
import sys
from types import FrameType

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from signatories import stopping
from signatories.database import Database
from signatories.errors import UserFacingError
from signatories.locations import default_workspace
from signatories.sources import private_folders
from ui.application import Application
from ui.errors import error_notice
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.script_fonts import ScriptFonts
from ui.text_undo import UndoKeys
from ui.theme import install_theme
from ui.translation import install_translations, translate
from ui.window_state import WindowState

NAME = "Signatories"
SWITCH = 0.001  # seconds: with Python's 0.005 the window stood still for up to 0.5 s beside busy workers, now 0.2


def run(arguments: list[str]) -> int:
    """Open the window on the file that was open last, else on the user's own; return the exit code."""
    sys.setswitchinterval(SWITCH)
    qt = QApplication(arguments)
    qt.setApplicationName(NAME)
    qt.setApplicationDisplayName(NAME)
    install_translations(qt, QLocale())
    install_theme(qt)
    qt.installEventFilter(UndoKeys(qt))
    notices = Notices()
    window_state = WindowState(settings_store())
    database = open_first(window_state, notices)
    if database is None:
        return 1
    app = Application(database, Jobs(), notices, window_state)
    sys.excepthook = app.errors.hook
    window = MainWindow(app)
    window.show()
    ScriptFonts(qt).begin()
    app.file.watch()
    private_folders.clear_left()
    leave_when_told()
    code = qt.exec()
    app.close()
    return code


def leave_when_told() -> None:
    """Close as at the end when the system ends the program: what was read is cleared away, the file let go.

    Python hears of it when it next works for Qt: at the latest when other programs' actions are looked for.
    """

    def leave(number: int, _frame: FrameType | None) -> None:
        QApplication.exit(128 + number)

    for number in stopping.signals():
        signal.signal(number, leave)


def settings_store() -> QSettings:
    """Open the file in which the window remembers sizes and columns: a file on every system, for support."""
    user = QSettings.Scope.UserScope
    return QSettings(QSettings.Format.IniFormat, user, NAME, NAME)


def open_first(window_state: WindowState, notices: Notices) -> Database | None:
    """Open the file of the last time, else the user's own. None, and a box, where neither can be opened."""
    last = window_state.last_file
    if last is not None:
        try:
            return Database.open(last)
        except UserFacingError as error:
            notices.post(error_notice(error))
    try:
        return Database.open(default_workspace(), create=True)
    except UserFacingError as error:
        QMessageBox.critical(None, translate(error.title), translate(error.message))
        return None
