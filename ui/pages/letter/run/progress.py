"""How far a run is, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from signatories.runs import Outcome
from ui.jobs import Job, Step
from ui.pace import Pace
from ui.pages.letter.run.made_files import MadeFiles
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import muted_label, yielding


class RunProgress(QWidget):
    """Follows one run at a time, and lets it be cancelled; its owner says what came of it."""

    open_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._pace = Pace(fewest=1)
        self._step = yielding(muted_label(wrap=True))
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("How far the run is"))
        self._cancel = plain_button(self.tr("Cancel"), "close")
        self._cancel.setAccessibleName(self.tr("Cancel the run"))
        self._cancel.clicked.connect(self._stop)
        self._made = MadeFiles()
        self._made.open_requested.connect(self.open_requested)
        self._build_layout()
        for part in (self._step, self._bar, self._cancel, self._made):
            part.hide()

    @property
    def is_running(self) -> bool:
        """Return whether a run is under way."""
        return self._job is not None

    def follow(self, job: Job) -> None:
        """Show how far a run is, and then what it made."""
        self._job, self._pace = job, Pace(fewest=1)
        self._step.setText(job.label)
        self._bar.setMaximum(0)
        self._made.hide()
        for part in (self._step, self._bar, self._cancel):
            part.show()
        self._cancel.setEnabled(True)
        job.progressed.connect(self._show_step)
        job.failed.connect(self._step.hide)
        job.cancelled.connect(self._say_cancelled)
        job.ended.connect(self._end)

    def show_outcomes(self, outcomes: Sequence[Outcome], remark: str = "") -> None:
        """Show what came of a run, and what is to be said of it."""
        self._step.hide()
        self._made.show_outcomes(outcomes, remark)

    def _build_layout(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(GRID)
        beside.addWidget(self._bar, 1)
        beside.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._step)
        column.addLayout(beside)
        column.addWidget(self._made)

    def _show_step(self, step: Step) -> None:
        if self._job is None or self._job.ticket.stopped:
            return
        self._bar.setMaximum(step.total or 0)
        self._bar.setValue(step.done)
        words = (translate(step.label), self._pace.words(step), step.item)
        self._step.setText(" · ".join(filter(None, words)))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._step.setText(self.tr("Stopping…"))

    def _say_cancelled(self) -> None:
        self._step.setText(
            self.tr("Cancelled. No unfinished file was left behind; finished ones stay.")
        )

    def _end(self) -> None:
        self._job = None
        self._bar.hide()
        self._cancel.hide()
