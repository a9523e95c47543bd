"""What tests of the window share: the theme, jobs that run at once, and the notices that were posted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signatories.database import Database
from tests.factories import Make
from tests.fakes import ImmediateJobs, RecordingNotices
from ui.application import Application
from ui.main_window import MainWindow
from ui.theme import install_theme
from ui.window_state import WindowState


@pytest.fixture(scope="session", autouse=True)
def theme(qapp: QApplication) -> Iterator[None]:
    install_theme(qapp)
    yield
    # The offscreen clipboard outlives Python, and what Python put there must not.
    qapp.clipboard().clear()


@pytest.fixture
def jobs() -> Iterator[ImmediateJobs]:
    immediate = ImmediateJobs()
    yield immediate
    immediate.settle()
    immediate.close()


@pytest.fixture
def notices() -> RecordingNotices:
    return RecordingNotices()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.signatories", create=True)
    yield opened
    opened.close()


@pytest.fixture
def make(database: Database) -> Make:
    return Make(database)


@pytest.fixture
def run_on(
    qtbot: QtBot, tmp_path: Path, jobs: ImmediateJobs, notices: RecordingNotices
) -> Iterator[Callable[[Database], Application]]:
    """Make the application of a workspace, and close both after the test."""
    made: list[Application] = []

    def run_on(database: Database) -> Application:
        store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        made.append(Application(database, jobs, notices, WindowState(store)))
        return made[-1]

    yield run_on
    # Closed windows are deleted now: the timers of a living one would open the file once more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    jobs.settle()
    for application in made:
        application.close()


@pytest.fixture
def app(run_on: Callable[[Database], Application], database: Database) -> Application:
    return run_on(database)


@pytest.fixture
def window(qtbot: QtBot, app: Application, jobs: ImmediateJobs) -> MainWindow:

    shown = MainWindow(app)
    qtbot.addWidget(shown)
    shown.show()
    jobs.settle()
    return shown


@pytest.fixture(autouse=True)
def no_window_survives(qapp: QApplication) -> Iterator[None]:
    yield
    # A closed window takes its dialogs along.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert left == []
