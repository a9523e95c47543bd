"""What tests of the window share: the theme, jobs that run at once, and the notices that were posted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signatories.database import Database
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
def app(
    qtbot: QtBot,
    tmp_path: Path,
    database: Database,
    jobs: ImmediateJobs,
    notices: RecordingNotices,
) -> Iterator[Application]:
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    application = Application(database, jobs, notices, WindowState(store))
    yield application
    jobs.settle()
    application.database.close()


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
    qapp.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # a closed window takes its dialogs along
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert left == []
