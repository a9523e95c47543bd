"""A run that is followed: how far it is, and what is said when it is cancelled."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signatories.progress import Progress
from ui.jobs import Jobs
from ui.pages.letter.run.progress import RunProgress

WAIT = 10_000  # milliseconds


@pytest.fixture
def real_jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def words(shown: QWidget) -> list[str]:
    return [one.text() for one in shown.findChildren(QLabel) if one.isVisible() and one.text()]


def test_run_shows_how_far_it_is_and_is_cancelled(qtbot: QtBot, real_jobs: Jobs) -> None:
    never = threading.Event()

    def work(progress: Progress) -> None:
        while not never.wait(0.01):
            progress.report(3, 12, "Letters, PDF (1 of 3)", "Ghana")

    shown = RunProgress()
    qtbot.addWidget(shown)
    shown.show()
    job = real_jobs.read(work)
    shown.follow(job)
    qtbot.waitUntil(
        lambda: words(shown) == ["Letters, PDF (1 of 3) · 3 of 12 · Ghana"], timeout=WAIT
    )

    qtbot.mouseClick(shown.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shown.is_running, timeout=WAIT)

    assert words(shown) == ["Cancelled. No unfinished file was left behind; finished ones stay."]
