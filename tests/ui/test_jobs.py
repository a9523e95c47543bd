"""Jobs as the window uses them: real threads, real event loop."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from signatories.errors import NotFound
from signatories.progress import Progress
from ui.jobs import Jobs, Step

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


def test_many_jobs_lose_no_outcome(qtbot: QtBot, real_jobs: Jobs) -> None:
    heard: list[int] = []
    for number in range(600):
        queue = real_jobs.write if number % 3 else real_jobs.read
        queue(lambda _progress, number=number: number).succeeded.connect(heard.append)
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert sorted(heard) == list(range(600))
