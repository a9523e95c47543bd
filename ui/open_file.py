"""The file that is open in the window: held against other computers, watched for what other programs do in it."""

import logging
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from signatories.database import Database, take_over
from signatories.database.elsewhere import Hold
from signatories.errors import UserFacingError
from signatories.runs import unfinished
from ui.jobs import Jobs

log = logging.getLogger(__name__)

INTERVAL = 1000  # milliseconds between two looks for what other programs wrote


class OpenFile(QObject):
    """Knows the database, and up to which action what happened in it is known to the window."""

    changed_elsewhere = Signal(object)  # None: anything may have changed
    writing_ended = Signal()  # another computer has it open
    writing_began = Signal()  # though another computer did not say that it closed it
    failed = Signal(object)  # the exception; said once, then it is watched no more

    def __init__(self, database: Database, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database = database
        self._jobs = jobs
        self._hold = _hold_of(database)
        self._known = database.latest_change()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was ever done in this workspace."""
        return self._known == 0

    def change_to(self, path: Path, *, create: bool = False) -> None:
        """Open another file in place of this one, which stays open if that raises a UserFacingError."""
        database = Database.open(path, create=create)
        try:
            known = database.latest_change()
        except UserFacingError:
            database.close()
            raise
        self._jobs.drop_reads()
        self.let_go()
        self.database, self._known, self._hold = database, known, _hold_of(database)
        log.info("opened a workspace, at change %s", known)

    def begin_writing(self) -> None:
        """Take the file over from another computer. Raises a UserFacingError where it stays read-only as it is."""
        take_over(self.database.path)
        self.change_to(self.database.path)
        self.writing_began.emit()

    def watch(self) -> None:
        """Look for actions of other programs from now on, and after runs of a process that was killed."""
        self._timer.start()
        with suppress(UserFacingError):  # busy: the next run looks after them
            unfinished.settle(self.database)

    def look(self) -> None:
        """Tell of actions that another program did since the last look, and of another computer that came first."""
        if self._jobs.writing:
            return
        if not self.database.read_only and (host := self._hold.keep()):
            self.database.leave_to(host)
            self.writing_ended.emit()
        try:
            latest = self.database.latest_change()
        except UserFacingError as error:
            self._timer.stop()  # opening a file starts it again
            self.failed.emit(error)
            return
        if latest != self._known:
            self._known = latest
            self.changed_elsewhere.emit(None)

    def know(self, change_set_id: int) -> bool:
        """Note an action of our own; return whether nobody else did one since what was known before."""
        alone = change_set_id == self._known + 1
        self._known = change_set_id
        return alone

    def let_go(self) -> None:
        """Close it, and let other computers write."""
        self._timer.stop()
        self.database.close()
        self._hold.let_go()


def _hold_of(database: Database) -> Hold:
    """What tells other computers that a file is open here, if it is open for writing.

    Who came first meanwhile is learnt when it is looked for next.
    """
    hold = Hold(database.path)
    if not database.read_only:
        hold.keep()
    return hold
