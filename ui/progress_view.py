"""How far the oldest long job is, with Stop: in the status line, once it has lasted half a second."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.jobs import Job, Jobs, Step
from ui.pace import Pace
from ui.translation import translate

PATIENCE = 500  # milliseconds that a job may take unseen
BAR_WIDTH = 120


class ProgressView(QWidget):
    """Shows one job at a time and how many others wait; keeps its place when nothing runs."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._patience: dict[Job, QTimer] = {}
        self._long_jobs: list[Job] = []
        self._pace = Pace()
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(BAR_WIDTH)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setProperty("flat", True)
        self._stop.clicked.connect(self._stop_shown)
        self._build_layout()
        jobs.job_added.connect(self._expect)
        jobs.job_ended.connect(self._forget)
        self.hide()

    def _build_layout(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._label, self._bar, self._stop):
            layout.addWidget(widget)

    def _expect(self, job: Job) -> None:
        patience = QTimer(self, interval=PATIENCE, singleShot=True)
        patience.timeout.connect(lambda: self._add(job))
        patience.start()
        self._patience[job] = patience

    def _add(self, job: Job) -> None:
        self._long_jobs.append(job)
        job.progressed.connect(self._show)
        self._show()

    def _forget(self, job: Job) -> None:
        patience = self._patience.pop(job, None)  # none: it was added before this view
        if patience is not None:
            patience.stop()
            patience.deleteLater()
        if job in self._long_jobs:
            self._long_jobs.remove(job)
            self._show()

    def _stop_shown(self) -> None:
        self._long_jobs[0].cancel()
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._long_jobs))
        if self._long_jobs:
            job = self._long_jobs[0]
            step = job.ticket.step or Step(0, None, "")
            self._label.setText(self._words(job, step))
            self._bar.setMaximum(step.total or 0)
            self._bar.setValue(min(step.done, step.total or 0))
            self._stop.setDisabled(job.ticket.stopped)

    def _words(self, job: Job, step: Step) -> str:
        if job.ticket.stopped:
            return self.tr("Stopping…")
        words = translate(step.label) or job.label or self.tr("Working…")
        if numbers := self._pace.words(step):
            words = f"{words} · {numbers}"
        others = len(self._long_jobs) - 1
        return words + self.tr(" (%n more)", "", others) if others else words
