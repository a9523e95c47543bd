"""The page of one letter: it reads the overview, hands it to header and tabs, and fulfils their wishes."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from signatories import overview
from signatories.findings import Spot, Tab
from signatories.letters.text_file import LetterFile
from signatories.models import Letter, LetterStage, SignOnStatus
from signatories.overview import PARTS, Overview
from signatories.recording import Changes
from signatories.runs import Request
from ui import operations
from ui.application import Application
from ui.jobs import Job
from ui.notices import Notice, Tone
from ui.pages.letter.block import BlockTab
from ui.pages.letter.header import LetterHeader
from ui.pages.letter.recipient_dialogs import RecipientDialogs
from ui.pages.letter.recipients_tab import RecipientsTab
from ui.pages.letter.run import RunTab
from ui.pages.letter.sign_on_dialogs import SignOnDialogs
from ui.pages.letter.signatories_tab import SignatoriesTab
from ui.pages.letter.text_tab import TextTab
from ui.pages.page import Page
from ui.places import Place
from ui.theme import GRID, icon

TABS = ("text", "signatories", "block", "recipients", "run")


class LetterPage(Page):
    """Five tabs on one letter; all show the same moment, read in one go."""

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._id = letter_id
        self._overview: Overview | None = None
        self._asked: Job | None = None
        self._header = LetterHeader()
        self._text = TextTab(app, letter_id)
        self._signatories = SignatoriesTab(app, letter_id)
        self._block = BlockTab(app, letter_id)
        self._recipients = RecipientsTab(app, letter_id)
        self._run = RunTab(app, letter_id)
        self._dialogs = SignOnDialogs(app, letter_id, self)
        self._recipient_dialogs = RecipientDialogs(app, letter_id, self)
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.setObjectName("letterTabs")  # indented by the style sheet
        self._tabs.tabBar().setDrawBase(False)
        self._build_layout()
        self._connect_tabs()

    @property
    def title(self) -> str:
        """Return the letter's title."""
        return self._overview.title if self._overview else self.tr("Letter")

    def refresh(self, changes: Changes | None) -> None:
        """Read the letter again, after whatever was changed: almost everything can show in it."""
        if changes is not None and not changes:
            return
        if self._asked is not None:
            self._asked.drop()
        letter_id = self._id

        def read(session: Session) -> Overview | None:
            is_there = (
                session.get(Letter, letter_id) is not None
            )  # it may have been undone just now
            return overview.read(session, letter_id) if is_there else None

        self._asked = self.app.read(read)
        self._asked.succeeded.connect(self._show)

    def show_tab(self, name: str) -> None:
        """Show one of the five tabs."""
        self._tabs.setCurrentIndex(TABS.index(name))

    def show_part(self, part: str) -> None:
        """Show the tab of this name."""
        self.show_tab(part)

    def find_here(self) -> None:
        """Put the cursor into the search box of the tab, if it has one."""
        tab = self._tabs.currentWidget()
        if isinstance(tab, SignatoriesTab | RecipientsTab):
            tab.search_here()

    def can_leave(self) -> bool:
        """Go ahead: the page is kept with what was typed, and a notice says that it is not saved."""
        if self._text.is_edited:
            self._warn(self.tr("The text of “{title}” is not saved yet."))
        return True

    def can_close(self) -> bool:
        """Stay open until the text is saved or discarded."""
        if self._text.is_edited:
            self.show_tab("text")
            text = self.tr("Save or discard the text of “{title}” before you close.")
            self._warn(text, self.tr("Discard"), self._text.discard)
        return not self._text.is_edited

    def _build_layout(self) -> None:
        texts = (
            self.tr("Text"),
            self.tr("Signatories"),
            self.tr("Block"),
            self.tr("Recipients"),
            self.tr("Run"),
        )
        tabs = (self._text, self._signatories, self._block, self._recipients, self._run)
        for tab, text in zip(tabs, texts, strict=True):
            self._tabs.addTab(tab, text)
        self._tabs.setAccessibleName(self.tr("Parts of the letter"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._header)
        layout.addWidget(self._tabs, 1)

    def _connect_tabs(self) -> None:
        self._tabs.currentChanged.connect(self.app.notices.forget_errors)
        self._header.part_requested.connect(self.show_tab)
        self._header.stage_requested.connect(self._set_stage)
        self._text.save_requested.connect(self._save_text)
        self._text.edited_changed.connect(self._mark_text)
        self._signatories.add_requested.connect(self._dialogs.add)
        self._signatories.edit_requested.connect(self._dialogs.edit)
        self._signatories.confirm_requested.connect(self._confirm)
        self._signatories.anew_requested.connect(self._dialogs.confirm_anew)
        self._signatories.consents_requested.connect(self._dialogs.ask_consents)
        self._signatories.status_requested.connect(self._set_status)
        self._signatories.remove_requested.connect(self._remove_sign_ons)
        self._signatories.paste_requested.connect(self._paste)
        self._signatories.call.wanted.connect(self._set_call)
        self._signatories.lists.close_requested.connect(self._dialogs.close_list)
        self._dialogs.added.connect(self._signatories.show_sign_on)
        self._block.sign_on_requested.connect(self._show_sign_on)
        self._recipients.save_requested.connect(self._choose_recipients)
        self._recipients.instrument_chosen.connect(
            partial(operations.letters.choose_instrument, self.app, self._id)
        )
        self._recipients.table_checked.connect(partial(operations.letters.set_checked, self.app))
        self._recipients.import_requested.connect(self._paste)
        self._recipients.add_requested.connect(self._add_recipient)
        self._recipients.edit_requested.connect(self._recipient_dialogs.edit)
        self._recipients.cell_changed.connect(self._recipient_dialogs.change_cell)
        self._recipient_dialogs.added.connect(self._recipients.show_recipient)
        self._recipients.remove_requested.connect(partial(operations.recipients.remove, self.app))
        self._run.make_requested.connect(self._make)
        self._run.spot_requested.connect(self._show_spot)

    def _show(self, shown: Overview | None) -> None:
        self._asked = None
        if shown is None:
            return  # whoever holds this page drops it
        self._overview = shown
        self._header.show_overview(shown)
        for tab in (self._text, self._signatories, self._block, self._recipients, self._run):
            tab.show_overview(shown)
        self._show_counts(shown)

    def _show_counts(self, shown: Overview) -> None:
        counts = {"signatories": shown.asked, "recipients": shown.choice.count}
        todo = {one.part for one in shown.todo}
        for place, name in enumerate(TABS):
            text = self._tabs.tabText(place).partition("  ")[0]
            self._tabs.setTabText(place, f"{text}  {counts[name]:n}" if name in counts else text)
            self._tabs.setTabIcon(place, _mark(name, todo))

    def _mark_text(self, edited: bool) -> None:
        self._tabs.setTabText(0, self.tr("Text") + (" •" if edited else ""))
        self._tabs.setTabToolTip(0, self.tr("Not saved yet") if edited else "")

    def _warn(
        self, text: str, other: str = "", act_otherwise: Callable[[], object] | None = None
    ) -> None:
        words, save = text.format(title=self.title), self.tr("Save")
        self.app.notices.post(
            Notice(words, Tone.WARNING, "", save, self._text.save, other, act_otherwise)
        )

    def _save_text(self, file: LetterFile, spelling: str | None) -> None:
        operations.letters.save_text(self.app, self._id, file, spelling)

    def _confirm(self, ids: list[int]) -> None:
        if self._text.is_edited:
            self._warn(self.tr("Save the text first: what is confirmed is the saved text."))
        elif self._overview is not None:
            self._dialogs.confirm(ids, self._overview.version)

    def _set_stage(self, stage: LetterStage) -> None:
        operations.letters.set_stage(self.app, self._id, stage)

    def _set_status(self, ids: list[int], status: SignOnStatus) -> None:
        operations.sign_ons.set_status(self.app, ids, status)

    def _remove_sign_ons(self, ids: list[int]) -> None:
        operations.sign_ons.remove(self.app, ids)

    def _paste(self) -> None:
        self.place_requested.emit(Place("imports", self._id))

    def _show_sign_on(self, sign_on_id: int) -> None:
        self.show_tab("signatories")
        self._signatories.show_sign_on(sign_on_id)

    def _show_spot(self, spot: Spot) -> None:
        """Go where a finding is mended: to the tab, and there to the field or the records."""
        self.show_tab(spot.tab.value)
        match spot.tab:
            case Tab.TEXT:
                self._text.show_part(spot.field, spot.language)
            case Tab.SIGNATORIES:
                self._signatories.show_sign_ons(spot.ids)
            case Tab.RECIPIENTS:
                self._recipients.show_recipients(spot.ids, spot.field)
            case Tab.BLOCK:
                self._block.show_setting(spot.field)
            case Tab.RUN:
                self._run.show_option(spot.field)

    def _set_call(self, deadline: dt.date | None, target: int | None) -> None:
        operations.letters.set_call(self.app, self._id, deadline, target)

    def _choose_recipients(self, where: str, as_of: dt.date | None) -> None:
        operations.letters.choose_recipients(self.app, self._id, where, as_of)

    def _add_recipient(self) -> None:
        if self._overview is not None:
            self._recipient_dialogs.add(self._overview.choice)

    def _make(self, requests: list[Request], seen: list[str]) -> None:
        self.app.notices.forget_errors()
        self._run.follow(operations.runs.make(self.app, self._id, requests, seen))


def _mark(name: str, todo: set[str]) -> QIcon:
    """What a tab's icon says: something is to do there, or all is done that can be done there."""
    if name in todo:
        return icon("warning", "warning")
    return icon("check", "success") if name in PARTS else QIcon()
