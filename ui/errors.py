"""Exceptions on their way to the user: a notice for what can be mended, the crash dialog for our bugs."""

import logging
import traceback
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from signatories.errors import UserFacingError
from signatories.progress import Cancelled
from ui.dialogs.crash import CrashDialog
from ui.notices import Notice, Notices, Tone
from ui.translation import translate
from ui.versions import describe_program

log = logging.getLogger(__name__)


class Errors(QObject):
    """Takes any exception and shows it in the one way that fits it."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._crash_dialog: CrashDialog | None = None

    def show(self, error: BaseException) -> None:
        """Tell the user: one notice, or the crash dialog for what should never happen."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserFacingError):
            log.info("told the user: %s", type(error).__name__)
            self._notices.post(error_notice(error))
            return
        log.error("crash: %s", describe_place(error))
        self._show_crash(error)

    def hook(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Stand in for `sys.excepthook`: what escapes from a slot ends here."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.show(error)

    def _show_crash(self, error: BaseException) -> None:
        shown = self._crash_dialog
        if shown is not None and shiboken6.isValid(shown):
            return  # one is enough: the first shows the cause
        self._crash_dialog = CrashDialog(describe(error), QApplication.activeWindow())
        self._crash_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._crash_dialog.open()


def error_notice(error: UserFacingError) -> Notice:
    """The notice for trouble that the user can mend."""
    return Notice(translate(error.message), Tone.ERROR, title=translate(error.title))


def describe(error: BaseException) -> str:
    """All that a bug report needs. It may hold a value from the workspace, so it is shown, never logged."""
    trace = "".join(traceback.format_exception(error))
    return f"{describe_program()}\n\n{trace}"


def describe_place(error: BaseException) -> str:
    """Where an exception came from, without its text, which may hold a name."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
    return " > ".join([*lines, type(error).__name__])
