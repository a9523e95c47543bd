"""The tab *Run*: what to look at before printing, a sample, what to make, and what was made."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from signatories.errors import UserFacingError
from signatories.findings import Spot, Tab
from signatories.letters.run_settings import RunSettings
from signatories.overview import Overview
from signatories.runs import Again
from signatories.runs.earlier import EarlierRun
from signatories.texts import N_, Message, message
from ui import operations
from ui.application import Application
from ui.jobs import Job
from ui.notices import Tone
from ui.pages.letter.run.again import again_words, free_target
from ui.pages.letter.run.earlier_view import EarlierView
from ui.pages.letter.run.finding_list import FindingList
from ui.pages.letter.run.making_panel import MakingPanel
from ui.pages.letter.run.naming_field import Known
from ui.pages.letter.run.options_panel import OptionsPanel
from ui.pages.letter.run.product_chooser import ProductChooser
from ui.pages.letter.run.progress import RunProgress
from ui.pages.letter.run.report_view import ReportView
from ui.pages.letter.run.sample_view import SampleView
from ui.pages.letter.run.seen import Seen, seen_of
from ui.pages.letter.saving import Saving
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.switch import Switch

NOT_BEFORE = Spot(Tab.RUN, "not_before")


class RunTab(QWidget):
    """Wishes for runs. The check is done again whenever the tab comes into sight after a change."""

    make_requested = Signal(list, list)  # Requests; the digests of the findings that were seen
    spot_requested = Signal(object)  # where a finding is mended

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._is_stale = False
        self._asked: Job | None = None
        self._findings = FindingList()
        self._chooser = ProductChooser(app.window_state.run_folder)
        self._options = OptionsPanel()
        self._progress = RunProgress()
        self._making = MakingPanel(self._findings, self._chooser, self._options)
        self._sample = SampleView(app.jobs)
        self._earlier = EarlierView(app)
        self._report = ReportView(app, letter_id)
        self._views = Switch()
        save = partial(operations.runs.set_settings, app, letter_id)
        self._saving: Saving[RunSettings] = Saving(save, parent=self)
        self._build_layout()
        self._connect()

    def show_overview(self, overview: Overview) -> None:
        """Look the letter over again, when somebody looks."""
        self._chooser.set_title(overview.title)
        selection = overview.choice.selection
        recipients = tuple(selection.recipients) if selection else ()
        self._options.show_known(Known(overview.known_fields, overview.file.language, recipients))
        self._options.show_lists(overview.lists)
        self._is_stale = True
        self._sample.mark_old()
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

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed: nobody sees that it waits."""
        super().hideEvent(event)
        self._saving.finish()

    def _build_layout(self) -> None:
        parts = QSplitter()
        parts.addWidget(self._making)
        parts.addWidget(self._sample)
        parts.setChildrenCollapsible(False)
        parts.setSizes([520, 480])
        self._app.window_state.remember_splitter(parts, "letter run")
        self._views.add(self.tr("Make"), parts)
        self._views.add(self.tr("Earlier runs"), self._earlier)
        self._views.add(self.tr("Report"), self._report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._views, 1)
        layout.addWidget(self._progress)

    def _connect(self) -> None:
        self._findings.seen_changed.connect(self._show_state)
        self._findings.spot_requested.connect(self.spot_requested)
        self._chooser.changed.connect(self._ask)
        self._chooser.changed.connect(self._show_state)
        self._chooser.folder_changed.connect(self._show_state)
        self._chooser.folder_changed.connect(self._app.notices.forget_errors)
        self._options.wanted.connect(self._take)
        self._making.make_requested.connect(self._wish)
        self._making.copy_requested.connect(
            partial(operations.runs.copy_printed, self._app, self._letter_id)
        )
        self._sample.wanted.connect(self._make_sample)
        self._sample.copy_requested.connect(partial(operations.runs.copy_specimen, self._app))
        self._saving.failed.connect(self._ask)
        self._progress.open_requested.connect(self._open)
        self._earlier.open_requested.connect(self._open)
        self._earlier.again_requested.connect(self._make_again)
        self._report.save_requested.connect(partial(operations.runs.save_report, self._app))

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        read = partial(seen_of, letter_id=self._letter_id, makers=self._chooser.chosen)
        self._asked = self._app.read(read, self.tr("Looking the letters over…"))
        self._asked.succeeded.connect(self._show)

    def _show(self, seen: Seen) -> None:
        self._asked = None
        self._is_stale = False
        self._show_findings(seen)
        if not self._saving.is_busy:
            self._options.show_settings(seen.settings)
            self._show_chosen(seen.settings)
        self._earlier.show_runs(seen.runs)
        self._views.set_offered(1, len(seen.runs))
        self._show_state()

    def _show_findings(self, seen: Seen) -> None:
        was_blocked = self._findings.blocking
        self._findings.show_findings(seen.findings, seen.let_stand)
        self._chooser.show_findings(seen.findings)
        if was_blocked and not self._findings.blocking:
            self._app.notices.forget_errors()

    def _show_state(self) -> None:
        can_run = not self._progress.is_running
        is_early = self._findings.unseen_at(NOT_BEFORE) is not None
        self._making.set_ready(can_run and bool(self._chooser.chosen) and not is_early)
        self._sample.set_ready(can_run)
        self._earlier.set_ready(can_run)
        why_not = self._why_not()
        self._making.show_state(why_not is None, why_not)
        self._making.show_target(self._chooser.folder, self._chooser.names)

    def _why_not(self) -> Message | None:
        """Why making all is not the next thing to do."""
        if not self._chooser.chosen:
            return message(N_("Nothing is ticked to be made."))
        if self._findings.blocking:
            text = N_("%n thing(s) above must be mended first.")
            return message(text, n=self._findings.blocking)
        if early := self._findings.unseen_at(NOT_BEFORE):
            text = N_("{finding} Tick “Seen” there to make it all the same.")
            return message(text, finding=early.message)
        if self._findings.unseen:
            text = N_("%n thing(s) above to look at first.")
            return message(text, n=self._findings.unseen)
        return None

    def _take(self, settings: RunSettings, typed_in: str) -> None:
        self._show_chosen(settings)
        self._show_state()
        self._saving.save(settings, typed_in)

    def _show_chosen(self, settings: RunSettings) -> None:
        self._making.show_summary()
        self._chooser.set_list(settings.list_number)

    def _wish(self) -> None:
        self._saving.finish()
        folder = self._wanted_folder()
        if folder is not None:
            self._app.window_state.run_folder = folder
            self.make_requested.emit(self._chooser.requests(folder), self._findings.seen)

    def _make_again(self, run: EarlierRun, recipients: tuple[int, ...] | None) -> None:
        """Put it beside what stands there: of a file that somebody has edited nothing is replaced."""
        folder = self._wanted_folder()
        if folder is not None:
            target = free_target(run, folder, is_part=recipients is not None)
            job = operations.runs.make_again(self._app, run.id, target, recipients)
            job.succeeded.connect(self._show_again)
            self._follow(job)

    def _wanted_folder(self) -> Path | None:
        """Where files go; without a folder, the field that asks for one is shown."""
        folder = self._chooser.chosen_folder()
        if folder is None:
            self._views.show_view(0)
            self._making.show_focus()
        return folder

    def _show_again(self, made: Again) -> None:
        self._progress.show_outcomes([made.outcome], again_words(made))

    def _follow(self, job: Job) -> None:
        self._progress.follow(job)
        job.ended.connect(self._show_state)
        job.ended.connect(self._ask)
        self._show_state()

    def _make_sample(self, count: int) -> None:
        self._saving.finish()
        self._sample.set_ready(False)
        job = operations.runs.make_sample(self._app, self._letter_id, count)
        job.succeeded.connect(self._sample.show_sample)
        job.failed.connect(self._say_why_no_sample)
        job.ended.connect(self._show_state)

    def _say_why_no_sample(self, error: BaseException) -> None:
        if isinstance(error, UserFacingError):
            self._sample.show_trouble(translate(error.message))

    def _open(self, path: Path) -> None:
        if path.exists():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            text = message(N_("“{name}” is not there any more."), name=path.name)
            self._app.say(translate(text), Tone.WARNING)
