"""Reads for whoever may ask again before the answer is there: only the answer to the last question counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job


class Asking(QObject):
    """Waits for one answer at a time, and for none any more once its owner is gone."""

    answered = Signal(object)  # what the job returned

    def __init__(self, take: Callable[[Any], object], parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.answered.connect(take)

    def wait_for(self, job: Job) -> None:
        """Hand on what this job brings; one that was asked for before is dropped."""
        self.drop()
        self._job = job
        job.succeeded.connect(self._answer)

    def drop(self) -> None:
        """Wait for no answer any more."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _answer(self, value: object) -> None:
        self._job = None  # before it is told: whoever hears it may ask again
        self.answered.emit(value)
