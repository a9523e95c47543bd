"""Work off the GUI thread: worker threads hold plain tickets, every signal is sent from the GUI thread."""

import enum
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from signatories.progress import Cancelled, Progress
from signatories.texts import Message
from ui import cycles

POLL_INTERVAL = 30  # milliseconds

Work = Callable[[Progress], Any]


class Lane(enum.Enum):
    """A queue of work and the number of threads that share it."""

    WRITE = ("write", 1)  # SQLite has one writer; two would only wait for each other
    READ = ("read", 3)
    DRAW = ("draw", 1)  # PDFium may be used from one thread only

    @property
    def threads(self) -> int:
        """How many pieces of work run at once."""
        return self.value[1]


class Step(NamedTuple):
    """How far a job is: `done` of `total` (None: not known), with what, and which unit came last."""

    done: int
    total: int | None
    label: Message | str
    item: str = ""


class State(enum.Enum):
    """Where a ticket stands."""

    WAITING = enum.auto()
    RUNNING = enum.auto()
    SUCCEEDED = enum.auto()
    FAILED = enum.auto()
    CANCELLED = enum.auto()


class Ticket:
    """What a worker thread may touch: the work, a stop flag, the latest step and the outcome. No Qt object."""

    def __init__(self, work: Work) -> None:
        self.work: Work | None = work
        self.stopped = False
        self.step: Step | None = None
        self.state = State.WAITING
        self.value: Any = None
        self.error: BaseException | None = None

    def report(
        self, done: int, total: int | None, label: Message | str = "", item: str = ""
    ) -> None:
        """Keep the latest step for the GUI thread; raise Cancelled when asked to stop."""
        if self.stopped:
            raise Cancelled
        self.step = Step(done, total, label, item)

    def run(self) -> None:
        """Do the work, in whichever thread this is, and keep what came of it."""
        self.state = State.RUNNING
        self.state = self._outcome()

    def let_go(self) -> None:
        """Let go of the work and what came of it, in the GUI thread: the worker holds nothing else of them."""
        self.work = self.value = self.error = None

    def _outcome(self) -> State:
        if self.stopped or self.work is None:
            return State.CANCELLED
        try:
            self.value = self.work(self)
        except Cancelled:
            return State.CANCELLED
        except BaseException as error:  # noqa: BLE001 - the thread must live, and the GUI must hear
            self.error = error
            return State.FAILED
        return State.SUCCEEDED


class Job(QObject):
    """One piece of work and what becomes of it. Lives in the GUI thread, as do its signals."""

    started = Signal()
    progressed = Signal(object)  # a Step
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # the exception
    cancelled = Signal()
    ended = Signal()  # after any of the three, also when dropped

    def __init__(self, work: Work, label: str, lane: Lane) -> None:
        # No parent: a listener of ours may hold the last reference to it, and would delete it while it deletes us.
        super().__init__()
        self.label = label
        self.lane = lane
        self.ticket = Ticket(work)
        self._dropped = False
        self._told_start = False
        self._told_step: Step | None = None

    def cancel(self) -> None:
        """Ask the work to stop at its next report. `cancelled` follows, unless it was done before."""
        self.ticket.stopped = True

    def drop(self) -> None:
        """Nobody wants the answer any more: cancel, and tell nothing but `ended`."""
        self._dropped = True
        self.cancel()

    def tell(self) -> bool:
        """Send what has changed since the last call; return whether the job has ended."""
        state, step = self.ticket.state, self.ticket.step
        if state is not State.WAITING and not self._told_start:
            self._told_start = True
            self._send(self.started)
        if step is not self._told_step:
            self._told_step = step
            self._send(self.progressed, step)
        return state not in (State.WAITING, State.RUNNING)

    def conclude(self) -> None:
        """Send the outcome, and let go of all that was held for it."""
        match self.ticket.state:
            case State.SUCCEEDED:
                self._send(self.succeeded, self.ticket.value)
            case State.FAILED:
                self._send(self.failed, self.ticket.error)
            case _:
                self._send(self.cancelled)
        self.ticket.let_go()
        self.ended.emit()

    def _send(self, signal: Any, *values: object) -> None:
        if not self._dropped:
            signal.emit(*values)


def _threads(lane: Lane) -> Executor:
    return ThreadPoolExecutor(lane.threads, thread_name_prefix=lane.value[0])


class Jobs(QObject):
    """The queues: writes one after the other, a few reads at a time, drawing in a thread of its own."""

    job_added = Signal(object)
    job_ended = Signal(object)
    became_idle = Signal()

    def __init__(
        self, executor: Callable[[Lane], Executor] = _threads, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._executors = {lane: executor(lane) for lane in Lane}
        self._jobs: list[Job] = []
        self._timer = QTimer(self, interval=POLL_INTERVAL)
        self._timer.timeout.connect(self.poll)

    @property
    def busy(self) -> bool:
        """Whether any job is waiting or running."""
        return bool(self._jobs)

    @property
    def writing(self) -> bool:
        """Whether a write is waiting or running."""
        return any(job.lane is Lane.WRITE for job in self._jobs)

    @property
    def working(self) -> bool:
        """Whether work is waiting or running that has a name, so that somebody waits for it."""
        return any(job.label for job in self._jobs)

    def write(self, work: Work, label: str = "") -> Job:
        """Queue work that changes the workspace."""
        return self._add(work, label, Lane.WRITE)

    def read(self, work: Work, label: str = "") -> Job:
        """Start work that only reads the workspace, beside any write."""
        return self._add(work, label, Lane.READ)

    def draw(self, work: Work, label: str = "") -> Job:
        """Queue work with PDFium, which knows one thread only."""
        return self._add(work, label, Lane.DRAW)

    def drop_reads(self) -> None:
        """Let go of reading without a name: what it reads is not wanted any more."""
        for job in self._jobs:
            if not job.label:
                job.drop()

    def cancel_all(self) -> None:
        """Ask every job to stop; `became_idle` follows when the last one has."""
        for job in self._jobs:
            job.cancel()

    def poll(self) -> None:
        """Look at all tickets and send what is new."""
        for job in list(self._jobs):
            if job in self._jobs and job.tell():
                self._end(job)
        if self._jobs:
            cycles.search()
        elif self._timer.isActive():
            self._timer.stop()
            cycles.release()
            self.became_idle.emit()

    def close(self) -> None:
        """Cancel, wait for the threads, and tell nobody."""
        self._timer.stop()
        for job in self._jobs:
            job.drop()
        for executor in self._executors.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()
        cycles.release()

    def _add(self, work: Work, label: str, lane: Lane) -> Job:
        job = Job(work, label, lane)
        self._jobs.append(job)
        cycles.hold()
        self._timer.start()
        self._executors[lane].submit(job.ticket.run)
        self.job_added.emit(job)
        return job

    def _end(self, job: Job) -> None:
        self._jobs.remove(job)
        job.conclude()
        self.job_ended.emit(job)
        # Deleted here and not by Python's collector, which may run in any thread.
        job.deleteLater()
