"""How far a run is, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signatories.runs import Outcome
from signatories.texts import N_, message
from ui.jobs import Job, Step
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label, muted_label, strong_label, yielding

LISTED = 8  # files by name; the others are counted


class RunProgress(QWidget):
    """Follows one run at a time; the status line has its bar, and Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._folder = Path()
        self._step = yielding(muted_label(wrap=True))
        self._result = yielding(strong_label(wrap=True))
        self._files = yielding(label(wrap=True))
        self._open = plain_button(self.tr("Open folder"), "folder")
        self._open.clicked.connect(self._open_folder)
        self._build_layout()
        self._show_parts(done=False)

    @property
    def is_running(self) -> bool:
        """Return whether a run is under way."""
        return self._job is not None

    @property
    def has_news(self) -> bool:
        """Return whether a run is under way, or what it made is shown."""
        return self.is_running or not self._result.isHidden()

    def follow(self, job: Job) -> None:
        """Show how far a run is, and then what it made."""
        self._job = job
        self._step.setText(job.label)
        self._show_parts(done=False)
        job.progressed.connect(self._show_step)
        job.succeeded.connect(self._show_outcomes)
        job.cancelled.connect(self._say_cancelled)
        job.ended.connect(self._end)

    def _build_layout(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self._open)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for words in (self._step, self._result, self._files):
            column.addWidget(words)
        column.addLayout(below)

    def _show_parts(self, *, done: bool) -> None:
        self._step.setVisible(not done)
        for part in (self._result, self._files, self._open):
            part.setVisible(done)

    def _show_step(self, step: Step) -> None:
        if step.total:
            text = N_("{done} of {total}: {label}") if step.label else N_("{done} of {total}")
            values = {"done": step.done, "total": step.total, "label": translate(step.label)}
            self._step.setText(translate(message(text, **values)))

    def _show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        files = [file.path for outcome in outcomes for file in outcome.files]
        self._folder = files[0].parent
        pages = sum(outcome.counts["pages"] for outcome in outcomes)
        paged, plain = (
            N_("Made %n file(s) with {pages} pages in {folder}"),
            N_("Made %n file(s) in {folder}"),
        )
        text = paged if pages else plain
        self._result.setText(
            translate(message(text, n=len(files), pages=pages, folder=self._folder))
        )
        self._result.setToolTip(str(self._folder))
        names = [path.name for path in files[:LISTED]]
        more = len(files) - LISTED
        if more > 0:
            names.append(translate(message(N_("and %n more"), n=more)))
        self._files.setText("\n".join(names))
        self._show_parts(done=True)

    def _say_cancelled(self) -> None:
        self._step.setText(self.tr("Cancelled. No unfinished file was left behind."))

    def _end(self) -> None:
        self._job = None
        self._show_parts(done=not self._result.isHidden())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
