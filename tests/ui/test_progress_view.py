"""Progress is shown for work that lasts, and can be cancelled there."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from signatories.progress import Progress
from ui.jobs import Jobs
from ui.progress_view import ProgressView

WAIT = 10_000


@pytest.fixture
def real_jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def view(qtbot: QtBot, real_jobs: Jobs) -> ProgressView:
    shown = ProgressView(real_jobs)
    qtbot.addWidget(shown)
    return shown


def work_until(event: threading.Event) -> object:
    def work(progress: Progress) -> None:
        while not event.wait(0.01):
            progress.report(3, 12, "Writing letters")

    return work


def test_short_work_is_not_shown(qtbot: QtBot, real_jobs: Jobs, view: ProgressView) -> None:
    real_jobs.read(lambda _progress: None)
    qtbot.waitUntil(lambda: not real_jobs.busy, timeout=WAIT)
    assert not view.isVisible()


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, real_jobs: Jobs, view: ProgressView
) -> None:
    job = real_jobs.write(work_until(threading.Event()))
    cancelled: list[bool] = []
    job.cancelled.connect(lambda: cancelled.append(True))
    qtbot.waitUntil(view.isVisible, timeout=WAIT)
    bar = view.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.maximum()) == (3, 12)
    assert view.findChildren(QLabel)[0].text() == "Writing letters"
    view.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: bool(cancelled), timeout=WAIT)
    assert not view.isVisible()


def test_a_second_long_job_is_counted(qtbot: QtBot, real_jobs: Jobs, view: ProgressView) -> None:
    done = threading.Event()
    for _ in range(2):
        real_jobs.read(work_until(done))
    label = view.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: "1 more" in label.text(), timeout=WAIT)
    done.set()
    qtbot.waitUntil(lambda: not view.isVisible(), timeout=WAIT)
