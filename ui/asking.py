"""Reads for whoever may ask again before the answer is there: only the answer to the last question counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job


class Asking(QObject):
    """Waits for one answer at a time, and for none any more once its owner is gone."""

    answered = Signal(object)  # what the job returned
    failed = Signal(object)  # the exception
    stopped = Signal()  # by the user

    def __init__(self, take: Callable[[Any], object], parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.answered.connect(take)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer may still come."""
        return self._job is not None

    def wait_for(self, job: Job) -> None:
        """Hand on what this job brings; one that was asked for before is dropped."""
        self.drop()
        self._job = job
        job.succeeded.connect(self._answer)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stop)

    def drop(self) -> None:
        """Wait for no answer any more."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _answer(self, value: object) -> None:
        self._job = None  # before it is told: whoever hears it may ask again
        self.answered.emit(value)

    def _fail(self, error: BaseException) -> None:
        self._job = None
        self.failed.emit(error)

    def _stop(self) -> None:
        self._job = None
        self.stopped.emit()
