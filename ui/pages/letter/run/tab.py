"""The tab *Run*: what to look at before printing, a sample, what to make, and what was made."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.overview import Overview
from signatories.runs import Again
from signatories.runs.earlier import EarlierRun
from signatories.texts import N_, message
from ui import operations
from ui.application import Application
from ui.asking import Asking
from ui.jobs import Job
from ui.notices import Tone
from ui.pages.letter.run.again import again_words, free_target
from ui.pages.letter.run.earlier_view import EarlierView
from ui.pages.letter.run.making_view import MakingView
from ui.pages.letter.run.progress import RunProgress
from ui.pages.letter.run.report_view import ReportView
from ui.pages.letter.run.seen import Seen, seen_of
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.switch import Switch


class RunTab(QWidget):
    """Wishes for runs, and follows them. The check is done again whenever the tab comes into sight after a change."""

    make_requested = Signal(list, list)  # Requests; the digests of the findings that were seen
    spot_requested = Signal(object)  # where a finding is mended

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._is_stale = False
        self._asking = Asking(self._show, self)
        self._making = MakingView(app, letter_id)
        self._earlier = EarlierView(app)
        self._report = ReportView(app, letter_id)
        self._progress = RunProgress()
        self._views = Switch()
        self._build_layout()
        self._connect()

    def show_overview(self, overview: Overview) -> None:
        """Look the letter over again, when somebody looks."""
        self._making.show_overview(overview)
        self._is_stale = True
        if self.isVisible():
            self._ask()
            self._report.refresh()

    def follow(self, job: Job) -> None:
        """Show how far a run is."""
        self._progress.follow(job)
        job.succeeded.connect(self._progress.show_outcomes)
        self._follow(job)

    def show_option(self, name: str) -> None:
        """Go to the field of an option."""
        self._making.show_option(name)

    def showEvent(self, event: QShowEvent) -> None:
        """Check what may have changed since."""
        super().showEvent(event)
        if self._is_stale:
            self._ask()

    def _build_layout(self) -> None:
        self._views.add(self.tr("Make"), self._making)
        self._views.add(self.tr("Earlier runs"), self._earlier)
        self._views.add(self.tr("Report"), self._report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._views, 1)
        layout.addWidget(self._progress)

    def _connect(self) -> None:
        self._making.look_requested.connect(self._ask)
        self._making.make_requested.connect(self.make_requested)
        self._making.spot_requested.connect(self.spot_requested)
        self._progress.open_requested.connect(self._open)
        self._earlier.open_requested.connect(self._open)
        self._earlier.again_requested.connect(self._make_again)
        self._report.save_requested.connect(partial(operations.runs.save_report, self._app))

    def _ask(self) -> None:
        read = partial(seen_of, letter_id=self._letter_id, makers=self._making.chosen)
        self._asking.wait_for(self._app.read(read, self.tr("Looking the letters over…")))

    def _show(self, seen: Seen) -> None:
        self._is_stale = False
        self._making.show_seen(seen)
        self._earlier.show_runs(seen.runs)
        self._views.set_offered(1, len(seen.runs))
        self._show_ready()

    def _show_ready(self) -> None:
        for view in (self._making, self._earlier):
            view.set_ready(not self._progress.is_running)

    def _make_again(self, run: EarlierRun, recipients: tuple[int, ...] | None) -> None:
        """Put it beside what stands there: of a file that somebody has edited nothing is replaced."""
        folder = self._making.chosen_folder()
        if folder is None:
            self._views.show_view(0)
            self._making.show_focus()
            return
        target = free_target(run, folder, is_part=recipients is not None)
        job = operations.runs.make_again(self._app, run.id, target, recipients)
        job.succeeded.connect(self._show_again)
        self._follow(job)

    def _show_again(self, made: Again) -> None:
        self._progress.show_outcomes([made.outcome], again_words(made))

    def _follow(self, job: Job) -> None:
        self._progress.follow(job)
        job.ended.connect(self._show_ready)
        job.ended.connect(self._ask)
        self._show_ready()

    def _open(self, path: Path) -> None:
        if path.exists():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            text = message(N_("“{name}” is not there any more."), name=path.name)
            self._app.say(translate(text), Tone.WARNING)
