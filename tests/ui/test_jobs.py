"""Jobs as the window uses them: real threads, real event loop."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ClassVar

import pytest
from pytestqt.qtbot import QtBot

from signatories.errors import NotFound
from signatories.progress import Progress
from ui.jobs import Jobs, Lane, Step

WAIT = 10_000  # milliseconds; never reached unless something is broken


@pytest.fixture
def real_jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


class Worker:
    """Work that waits until the test lets it go on."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.running = threading.Event()
        self.thread = ""

    def __call__(self, progress: Progress) -> str:
        self.thread = threading.current_thread().name
        self.running.set()
        self.go_on.wait()
        progress.report(1, 2, "half")
        return "done"


def test_a_job_hands_its_value_to_the_thread_of_the_window(qtbot: QtBot, real_jobs: Jobs) -> None:
    heard: list[Any] = []
    job = real_jobs.read(lambda _progress: threading.current_thread().name)
    job.succeeded.connect(lambda name: heard.append((name, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT)
    worker, listener = heard[0]
    assert worker.startswith("read")
    assert listener is threading.main_thread()


def test_writes_wait_for_each_other_and_reads_do_not(qtbot: QtBot, real_jobs: Jobs) -> None:
    first, second, beside = Worker(), Worker(), Worker()
    real_jobs.write(first)
    real_jobs.write(second)
    real_jobs.read(beside)
    assert first.running.wait(10)
    assert beside.running.wait(10)
    assert not second.running.is_set()
    for worker in (first, second, beside):
        worker.go_on.set()
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert first.thread == second.thread


def test_progress_arrives_before_the_outcome(qtbot: QtBot, real_jobs: Jobs) -> None:
    worker = Worker()
    job = real_jobs.write(worker)
    heard: list[Any] = []
    job.started.connect(lambda: heard.append("started"))
    job.progressed.connect(heard.append)
    job.succeeded.connect(heard.append)
    worker.go_on.set()
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert heard == ["started", Step(1, 2, "half"), "done"]


def test_a_cancelled_job_ends_at_its_next_report(qtbot: QtBot, real_jobs: Jobs) -> None:
    worker = Worker()
    job = real_jobs.write(worker)
    heard: list[str] = []
    job.cancelled.connect(lambda: heard.append("cancelled"))
    job.succeeded.connect(lambda _value: heard.append("succeeded"))
    job.cancel()
    worker.go_on.set()
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert heard == ["cancelled"]


def test_a_job_cancelled_while_it_waits_never_starts(qtbot: QtBot, real_jobs: Jobs) -> None:
    first, second = Worker(), Worker()
    real_jobs.write(first)
    real_jobs.write(second).cancel()
    first.go_on.set()
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert not second.running.is_set()


def test_a_failure_is_handed_over_as_it_was_raised(qtbot: QtBot, real_jobs: Jobs) -> None:
    def fail(_progress: Progress) -> None:
        raise NotFound("There is no letter {number}.", number=7)

    failures: list[BaseException] = []
    real_jobs.read(fail).failed.connect(failures.append)
    qtbot.waitUntil(lambda: bool(failures), timeout=WAIT)
    assert str(failures[0]) == "There is no letter 7."


def test_a_dropped_job_says_nothing(qtbot: QtBot, real_jobs: Jobs) -> None:
    heard: list[object] = []
    job = real_jobs.read(lambda _progress: 1)
    job.succeeded.connect(heard.append)
    job.drop()
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert heard == []


def test_closing_waits_for_work_under_way(real_jobs: Jobs) -> None:
    worker = Worker()
    real_jobs.write(worker)
    worker.running.wait(10)
    threading.Timer(0.05, worker.go_on.set).start()
    real_jobs.close()
    assert worker.go_on.is_set()
    assert not real_jobs.busy


class Round:
    """Refers to itself, so that only a search for cycles deletes it; says in which thread that was."""

    deleted_in: ClassVar[list[threading.Thread]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.deleted_in.append(threading.current_thread())


@pytest.fixture
def rounds() -> Iterator[list[threading.Thread]]:
    Round.deleted_in.clear()
    yield Round.deleted_in
    Round.deleted_in.clear()


def test_work_that_makes_many_objects_deletes_none_of_the_windows(
    qtbot: QtBot, real_jobs: Jobs, rounds: list[threading.Thread]
) -> None:
    Round()
    real_jobs.read(lambda _progress: len([[] for _ in range(100_000)]))
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    gc.collect()
    assert rounds == [threading.main_thread()]


def test_cycles_made_by_long_work_are_deleted_while_it_goes_on(
    qtbot: QtBot, real_jobs: Jobs, rounds: list[threading.Thread]
) -> None:
    worker = Worker()
    real_jobs.read(worker)
    assert worker.running.wait(10)
    Round()
    kept: list[list[int]] = [[] for _ in range(10_000)]
    qtbot.waitUntil(lambda: bool(rounds), timeout=WAIT)
    assert real_jobs.busy
    assert kept
    worker.go_on.set()


def test_python_searches_by_itself_again_when_no_work_is_left(
    qtbot: QtBot, real_jobs: Jobs
) -> None:
    real_jobs.read(lambda _progress: None)
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert gc.isenabled()


class Lingering(ThreadPoolExecutor):
    """Threads that hold what they were given for a while after they have done it."""

    def __init__(self, lane: Lane) -> None:
        super().__init__(lane.threads)
        self.leave = threading.Event()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        def linger(*given: Any) -> None:
            fn(*given, **kwargs)
            self.leave.wait()

        return super().submit(linger, *args)


def test_what_the_work_refers_to_is_let_go_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    threads = {lane: Lingering(lane) for lane in Lane}
    jobs = Jobs(threads.__getitem__)
    worker = Worker()
    worker.go_on.set()
    let_go: list[threading.Thread] = []
    weakref.finalize(worker, lambda: let_go.append(threading.current_thread()))
    jobs.read(worker)
    del worker
    qtbot.waitUntil(lambda: not jobs.busy, timeout=WAIT)
    for executor in threads.values():
        executor.leave.set()
    jobs.close()
    assert let_go == [threading.main_thread()]


def test_many_jobs_lose_no_outcome(qtbot: QtBot, real_jobs: Jobs) -> None:
    heard: list[int] = []
    for number in range(600):
        queue = real_jobs.write if number % 3 else real_jobs.read
        queue(lambda _progress, number=number: number).succeeded.connect(heard.append)
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert sorted(heard) == list(range(600))
