"""What to look at, what to make and how, beside a sample of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter

from signatories.errors import UserFacingError
from signatories.exports import Exporter
from signatories.findings import Spot, Tab
from signatories.letters.run_settings import RunSettings
from signatories.overview import Overview
from signatories.texts import N_, Message, message
from ui import operations
from ui.application import Application
from ui.pages.letter.run.finding_list import FindingList
from ui.pages.letter.run.making_panel import MakingPanel
from ui.pages.letter.run.naming_field import Known
from ui.pages.letter.run.options_panel import OptionsPanel
from ui.pages.letter.run.product_chooser import ProductChooser
from ui.pages.letter.run.sample_view import SampleView
from ui.pages.letter.run.seen import Seen
from ui.pages.letter.saving import Saving
from ui.translation import translate

NOT_BEFORE = Spot(Tab.RUN, "not_before")


class MakingView(QSplitter):
    """Wishes for runs, and says why making all is not the next thing to do. What is chosen is saved as it is chosen."""

    make_requested = Signal(list, list)  # Requests; the digests of the findings that were seen
    spot_requested = Signal(object)  # where a finding is mended
    look_requested = Signal()  # what is found may be something else by now

    def __init__(self, app: Application, letter_id: int) -> None:
        super().__init__()
        self._app = app
        self._letter_id = letter_id
        self._is_ready = True
        self._findings = FindingList()
        self._chooser = ProductChooser(app.window_state.run_folder)
        self._options = OptionsPanel()
        self._panel = MakingPanel(self._findings, self._chooser, self._options)
        self._sample = SampleView(app.jobs)
        save = partial(operations.runs.set_settings, app, letter_id)
        self._saving: Saving[RunSettings] = Saving(save, parent=self)
        self.addWidget(self._panel)
        self.addWidget(self._sample)
        self.setChildrenCollapsible(False)
        self.setSizes([520, 480])
        app.window_state.remember_splitter(self, "letter run")
        self._connect()

    @property
    def chosen(self) -> Sequence[Exporter]:
        """Return what is ticked to be made."""
        return self._chooser.chosen

    def show_overview(self, overview: Overview) -> None:
        """Show what a letter offers to name files by and to print; a sample in sight is an old one."""
        self._chooser.set_title(overview.title)
        selection = overview.choice.selection
        recipients = tuple(selection.recipients) if selection else ()
        self._options.show_known(Known(overview.known_fields, overview.file.language, recipients))
        self._options.show_lists(overview.lists)
        self._sample.mark_old()

    def show_seen(self, seen: Seen) -> None:
        """Show what was found, and how all is made; what was chosen since and is not saved yet stays."""
        was_blocked = self._findings.blocking
        self._findings.show_findings(seen.findings, seen.let_stand)
        self._chooser.boxes.show_findings(seen.findings)
        if was_blocked and not self._findings.blocking:
            self._app.notices.forget_errors()
        if not self._saving.is_busy:
            self._options.show_settings(seen.settings)
            self._show_chosen(seen.settings)
        self._show_state()

    def show_option(self, name: str) -> None:
        """Go to the field of an option."""
        self._panel.show_option(name)

    def show_focus(self) -> None:
        """Bring the field into sight that has the cursor."""
        self._panel.show_focus()

    def chosen_folder(self) -> Path | None:
        """Return where files go; without a folder, the field that asks for one gets the cursor."""
        return self._chooser.chosen_folder()

    def set_ready(self, ready: bool) -> None:
        """Let something be made, or not."""
        self._is_ready = ready
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed: nobody sees that it waits."""
        super().hideEvent(event)
        self._saving.finish()

    def _connect(self) -> None:
        app = self._app
        self._findings.seen_changed.connect(self._show_state)
        self._findings.spot_requested.connect(self.spot_requested)
        self._chooser.changed.connect(self.look_requested)
        self._chooser.changed.connect(self._show_state)
        self._chooser.folder_changed.connect(self._show_state)
        self._chooser.folder_changed.connect(app.notices.forget_errors)
        self._options.wanted.connect(self._take)
        self._panel.make_requested.connect(self._wish)
        self._panel.copy_requested.connect(
            partial(operations.runs.copy_printed, app, self._letter_id)
        )
        self._sample.wanted.connect(self._make_sample)
        self._sample.copy_requested.connect(partial(operations.runs.copy_specimen, app))
        self._saving.failed.connect(self.look_requested)

    def _show_state(self) -> None:
        is_early = self._findings.unseen_at(NOT_BEFORE) is not None
        self._panel.set_ready(self._is_ready and bool(self.chosen) and not is_early)
        self._sample.set_ready(self._is_ready)
        why_not = self._why_not()
        self._panel.show_state(why_not is None, why_not)
        self._panel.show_target(self._chooser.folder, self._chooser.names)

    def _why_not(self) -> Message | None:
        """Why making all is not the next thing to do."""
        if not self.chosen:
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
        self._panel.show_summary()
        self._chooser.set_list(settings.list_number)

    def _wish(self) -> None:
        self._saving.finish()
        folder = self.chosen_folder()
        if folder is None:
            self.show_focus()
            return
        self._app.window_state.run_folder = folder
        self.make_requested.emit(self._chooser.requests(folder), self._findings.seen)

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
