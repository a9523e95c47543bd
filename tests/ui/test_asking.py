"""Of several questions, one after the other, only the last one's answer is told."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

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


def test_an_owner_that_is_gone_hears_nothing(owner: Owner, jobs: ImmediateJobs) -> None:
    owner.ask("late")
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    jobs.settle()
    assert owner.heard == []
