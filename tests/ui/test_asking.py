"""Of several questions, one after the other, only the last one's answer is told."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from signatories.progress import Cancelled, Progress
from tests.fakes import ImmediateJobs
from ui.asking import Asking


class Owner(QObject):
    """Asks, and notes what it hears; an answer that is a number makes it ask for the next one."""

    def __init__(self, jobs: ImmediateJobs) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.asking = Asking(self.hear, self)
        self._jobs = jobs

    def ask(self, answer: object) -> None:
        self.asking.wait_for(self._jobs.read(lambda _progress: answer))

    def hear(self, answer: object) -> None:
        self.heard.append(answer)
        if isinstance(answer, int) and answer < 3:
            self.ask(answer + 1)


def fail(_progress: Progress) -> None:
    raise OSError("no such file")


def stop(_progress: Progress) -> None:
    raise Cancelled


@pytest.fixture
def owner(qtbot: QtBot, jobs: ImmediateJobs) -> Owner:
    return Owner(jobs)


def test_a_newer_question_drops_the_older_one(owner: Owner, jobs: ImmediateJobs) -> None:
    owner.ask("old")
    owner.ask("new")
    jobs.settle()
    assert owner.heard == ["new"]


def test_nothing_is_told_once_nobody_waits(owner: Owner, jobs: ImmediateJobs) -> None:
    owner.ask("old")
    owner.asking.drop()
    jobs.settle()
    assert owner.heard == []
    owner.ask("new")
    jobs.settle()
    assert owner.heard == ["new"]


def test_whoever_hears_an_answer_may_ask_again(owner: Owner, jobs: ImmediateJobs) -> None:
    owner.ask(1)
    jobs.settle()
    assert owner.heard == [1, 2, 3]


def test_whoever_hears_of_a_failure_may_ask_again(owner: Owner, jobs: ImmediateJobs) -> None:
    errors: list[object] = []

    def ask_otherwise(error: object) -> None:
        errors.append(error)
        assert not owner.asking.is_waiting
        owner.ask("otherwise")

    owner.asking.failed.connect(ask_otherwise)
    owner.asking.wait_for(jobs.read(fail))
    jobs.settle()
    assert [str(error) for error in errors] == ["no such file"]
    assert owner.heard == ["otherwise"]


def test_a_question_that_is_stopped_is_waited_for_no_more(
    owner: Owner, jobs: ImmediateJobs
) -> None:
    job = jobs.read(stop)
    owner.asking.wait_for(job)
    assert owner.asking.is_waiting
    told: list[bool] = []
    owner.asking.stopped.connect(lambda: told.append(owner.asking.is_waiting))
    jobs.settle()
    assert told == [False]
    assert owner.heard == []


def test_an_owner_that_is_gone_hears_nothing(owner: Owner, jobs: ImmediateJobs) -> None:
    owner.ask("late")
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    jobs.settle()
    assert owner.heard == []
