"""The open workspace as the window uses it: changing, reading and undoing through jobs, and news of what changed."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from signatories import history, undoing
from signatories.database import Database, Unit
from signatories.errors import UserFacingError
from signatories.history import TakenBack
from signatories.progress import Progress
from signatories.recording import Changes
from signatories.texts import Message
from signatories.undoing import Undone
from ui.errors import Errors
from ui.jobs import Job, Jobs
from ui.notices import Notice, Notices, Tone
from ui.open_file import OpenFile
from ui.translation import translate
from ui.undone_words import words_on_undone
from ui.window_state import WindowState

log = logging.getLogger(__name__)


class Outcome(NamedTuple):
    """What an action came to: what its work returned, what it changed, and its number in the history."""

    value: Any
    changes: Changes
    change_set_id: int | None


class Application(QObject):
    """Hands work on the open workspace to the jobs, and says when and what it changed.

    Failures of any job are shown here; whoever asked connects to `succeeded` alone.
    """

    changed = Signal(object)  # Changes of an action; None: anything may have changed
    opened = Signal()  # another workspace

    def __init__(
        self, database: Database, jobs: Jobs, notices: Notices, window_state: WindowState
    ) -> None:
        super().__init__()
        self.jobs = jobs
        self.notices = notices
        self.window_state = window_state
        self.errors = Errors(notices, self)
        self.file = OpenFile(database, jobs, self)
        self.file.changed_elsewhere.connect(self.changed)
        self.file.failed.connect(self.errors.show)

    @property
    def database(self) -> Database:
        """The workspace that is open now."""
        return self.file.database

    def change(
        self,
        text: str,
        work: Callable[[Session, Progress], Any],
        *,
        said: Message | None = None,
        label: str = "",
        **values: Any,
    ) -> Job:
        """Queue one action of the user on a session, undone as a whole; see `act`."""

        def change(unit: Unit, progress: Progress) -> Any:
            return work(unit.session, progress)

        return self.act(text, change, said=said, label=label, **values)

    def act(
        self,
        text: str,
        work: Callable[[Unit, Progress], Any],
        *,
        bulk: bool = False,
        said: Message | None = None,
        label: str = "",
        **values: Any,
    ) -> Job:
        """Queue one action of the user; `succeeded` brings an Outcome.

        `text` is its message key and `values` the ids for it. `said` is posted as a notice with Undo. A bulk action,
        such as an import, is undone row by row.
        """
        database = self.database

        def act(progress: Progress) -> Outcome:
            with database.work(text, bulk=bulk, **values) as unit:
                value = work(unit, progress)
            return Outcome(value, unit.changes, unit.change_set_id)

        ids = {name: value for name, value in values.items() if isinstance(value, int)}
        log.info("%s %s", text, ids)  # a text may be a name: of a person, or in a file's name
        return self._write(act, label or self.tr("Saving…"), said)

    def perform(self, work: Callable[[Database, Progress], Outcome], label: str) -> Job:
        """Queue work that ends an action itself and says what it came to; `succeeded` brings that Outcome."""
        return self._write(partial(work, self.database), label)

    def read(self, work: Callable[[Session], Any], label: str = "") -> Job:
        """Start reading beside any write; `succeeded` brings what the work returned."""
        database = self.database

        def read(_progress: Progress) -> Any:
            with database.reading() as session:
                return work(session)

        return self._told_of_failures(self.jobs.read(read, label))

    def produce(self, label: str, work: Callable[[Database, Progress], Any]) -> Job:
        """Start long work that reads the workspace and makes something else, such as a run."""
        return self._told_of_failures(self.jobs.read(partial(work, self.database), label))

    def reading(self) -> AbstractContextManager[Session]:
        """Return a session for a few rows by id, in the GUI thread: milliseconds, never a search."""
        return self.database.reading()

    def take_back(self, change_set_id: int | None = None) -> Job:
        """Undo an action (the next one, or this one; undoing an undo does it again)."""
        database = self.database
        log.info("undo %s", change_set_id or "the latest action")

        def take_back(progress: Progress) -> tuple[Undone, TakenBack]:
            undone = undoing.undo(database, change_set_id, progress)
            with database.reading() as session:
                return undone, history.taken_back(session, undone.change_set_id)

        job = self.jobs.write(take_back, self.tr("Undoing…"))
        job.succeeded.connect(self._announce_undone)
        return self._told_of_failures(job)

    def say(
        self,
        text: str,
        tone: Tone = Tone.DONE,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Post a notice."""
        self.notices.post(Notice(text, tone, action=action, act=act))

    def announce(self, said: Message, outcome: Outcome) -> None:
        """Post a notice about an action, with Undo if it changed anything."""
        number = outcome.change_set_id
        if number is None:
            self.say(translate(said))
        else:
            take_back = partial(self.take_back, number)
            self.say(translate(said), action=self.tr("Undo"), act=take_back)

    def open_workspace(self, path: Path, *, create: bool = False) -> bool:
        """Change to another file. Without success the present one stays open, and the reason is shown."""
        if not self._change_file(partial(self.file.change_to, path, create=create)):
            return False
        self.notices.forget_all()  # an Undo on one of them would be of the other file
        self.opened.emit()
        return True

    def write_here(self) -> None:
        """Write the present file again, which another computer had: the pages stay, with what is typed in them."""
        if self._change_file(self.file.begin_writing):
            self.notices.forget_errors()
            self.changed.emit(None)

    def close(self) -> None:
        """Cancel, wait for the threads, and let go of the file."""
        self.jobs.close()
        self.file.let_go()

    def _change_file(self, change: Callable[[], object]) -> bool:
        if self.jobs.working:
            self.say(self.tr("Wait until the work under way has ended."), Tone.WARNING)
            return False
        try:
            change()
        except UserFacingError as error:
            self.errors.show(error)
            return False
        self.file.watch()
        return True

    def _write(
        self, work: Callable[[Progress], Outcome], label: str, said: Message | None = None
    ) -> Job:
        job = self.jobs.write(work, label)
        job.succeeded.connect(partial(self._tell, said))
        return self._told_of_failures(job)

    def _told_of_failures(self, job: Job) -> Job:
        job.failed.connect(self.errors.show)
        return job

    def _tell(self, said: Message | None, outcome: Outcome) -> None:
        if outcome.change_set_id is not None:
            alone = self.file.know(outcome.change_set_id)
            self.changed.emit(outcome.changes if alone else None)
        if said is not None:
            self.announce(said, outcome)

    def _announce_undone(self, done: tuple[Undone, TakenBack]) -> None:
        undone, taken_back = done
        self.file.know(undone.change_set_id)
        self.changed.emit(None)
        self.say(
            words_on_undone(undone, taken_back),
            Tone.WARNING if undone.kept else Tone.DONE,
            self.tr("Undo") if taken_back.again else self.tr("Redo"),
            partial(self.take_back, undone.change_set_id),
        )
