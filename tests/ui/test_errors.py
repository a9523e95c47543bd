"""What becomes of exceptions: a notice, the crash dialog, or nothing."""

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signatories.errors import NotFound
from signatories.progress import Cancelled
from tests.fakes import RecordingNotices
from ui.dialogs.crash import CrashDialog
from ui.errors import Errors, describe
from ui.notices import Tone


def open_crash_dialog() -> CrashDialog | None:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    return next((dialog for dialog in shown if dialog.isVisible()), None)


def fault() -> BaseException:
    try:
        {}["Maria Silva"]
    except KeyError as error:
        return error
    raise AssertionError


def test_trouble_of_the_user_becomes_a_notice(notices: RecordingNotices) -> None:
    Errors(notices).show(NotFound("There is no letter {number}.", number=7))
    [notice] = notices.posted
    assert (notice.title, notice.text) == ("Not found", "There is no letter 7.")
    assert notice.tone is Tone.ERROR


def test_what_was_cancelled_is_no_error(notices: RecordingNotices) -> None:
    Errors(notices).show(Cancelled())
    assert notices.posted == []
    assert open_crash_dialog() is None


def test_a_fault_opens_one_dialog_with_details_to_copy(
    qtbot: QtBot, notices: RecordingNotices
) -> None:
    errors = Errors(notices)
    errors.show(fault())
    errors.show(fault())
    dialog = open_crash_dialog()
    assert dialog is not None
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy details")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "KeyError: 'Maria Silva'" in copied
    dialog.reject()
    assert notices.posted == []


def test_the_log_of_a_fault_holds_no_value(
    qtbot: QtBot, notices: RecordingNotices, caplog: pytest.LogCaptureFixture
) -> None:
    error = fault()
    assert "Maria" in describe(error)
    errors = Errors(notices)  # it owns the dialog
    errors.show(error)
    assert "test_errors.py" in caplog.text
    assert "KeyError" in caplog.text
    assert "Maria" not in caplog.text
    dialog = open_crash_dialog()
    assert dialog is not None
    dialog.reject()


def test_a_dialog_that_went_with_its_window_does_not_hide_the_next_fault(
    qtbot: QtBot, notices: RecordingNotices
) -> None:
    errors = Errors(notices)
    window = QWidget()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    errors.show(fault())
    window.close()
    shiboken6.delete(window)
    assert open_crash_dialog() is None
    errors.show(fault())
    dialog = open_crash_dialog()
    assert dialog is not None
    dialog.reject()
