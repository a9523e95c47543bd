"""The page of one letter: it reads the overview, hands it to header and tabs, and fulfils their wishes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from signatories import overview
from signatories.findings import Spot, Tab
from signatories.models import Letter
from signatories.overview import Overview
from signatories.recording import Changes
from signatories.runs import Request
from ui import operations
from ui.application import Application
from ui.asking import Asking
from ui.notices import Notice, Tone
from ui.pages.letter.header import LetterHeader
from ui.pages.letter.recipients.dialogs import RecipientDialogs
from ui.pages.letter.signatories.dialogs import SignOnDialogs
from ui.pages.letter.tabs import LetterTabs
from ui.pages.page import Page
from ui.theme import GRID


class LetterPage(Page):
    """Five tabs on one letter; all show the same moment, read in one go."""

    import_requested = Signal()  # for this letter, of what is pasted or chosen then

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._id = letter_id
        self._overview: Overview | None = None
        self._asking = Asking(self._show, self)
        self._header = LetterHeader()
        self._tabs = LetterTabs(app, letter_id)
        self._dialogs = SignOnDialogs(app, letter_id, self)
        self._recipient_dialogs = RecipientDialogs(app, letter_id, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._header)
        layout.addWidget(self._tabs, 1)
        self._connect_text()
        self._connect_signatories()
        self._connect_recipients()
        self._connect_run()

    @property
    def title(self) -> str:
        """Return the letter's title."""
        return self._overview.title if self._overview else self.tr("Letter")

    def refresh(self, changes: Changes | None) -> None:
        """Read the letter again, after whatever was changed: almost everything can show in it."""
        if changes is not None and not changes:
            return
        letter_id = self._id

        def read(session: Session) -> Overview | None:
            if session.get(Letter, letter_id) is None:
                return None  # it may have been undone just now
            return overview.read(session, letter_id)

        self._asking.wait_for(self.app.read(read))

    def show_part(self, part: str, rows: tuple[int, ...] = ()) -> None:
        """Show the tab of this name, and select these rows of it, whatever was filtered before."""
        if rows:
            self._tabs.show_spot(Spot(Tab(part), ids=rows))
        else:
            self._tabs.show_tab(Tab(part))

    def take_focus(self) -> None:
        """Put the focus on the signatories where they are shown, else on the name of the tab."""
        self._tabs.take_focus()

    def find_here(self) -> None:
        """Put the cursor into the search box of the tab, if it has one."""
        self._tabs.search_here()

    def can_leave(self) -> bool:
        """Go ahead: the page is kept with what was typed, and a notice says that it is not saved."""
        if self._tabs.text.is_edited:
            self._warn(self.tr("The text of “{title}” is not saved yet."))
        return True

    def can_close(self) -> bool:
        """Stay open until the text is saved or discarded."""
        if self._tabs.text.is_edited:
            self._tabs.show_tab(Tab.TEXT)
            text = self.tr("Save or discard the text of “{title}” before you close.")
            self._warn(text, self.tr("Discard"), self._tabs.text.discard)
        return not self._tabs.text.is_edited

    def _connect_text(self) -> None:
        change = operations.letters
        self._header.part_requested.connect(self._tabs.show_tab)
        self._header.stage_requested.connect(partial(change.set_stage, self.app, self._id))
        text = self._tabs.text
        text.save_requested.connect(partial(change.save_text, self.app, self._id))
        text.translation_save_requested.connect(
            partial(change.save_translation, self.app, self._id)
        )
        self._tabs.currentChanged.connect(self.app.notices.forget_errors)

    def _connect_signatories(self) -> None:
        tab, change = self._tabs.signatories, operations.sign_ons
        tab.add_requested.connect(self._dialogs.add)
        tab.paste_requested.connect(self.import_requested)
        tab.edit_requested.connect(self._dialogs.edit)
        tab.confirm_requested.connect(self._confirm)
        tab.anew_requested.connect(self._dialogs.confirm_anew)
        tab.consents_requested.connect(self._dialogs.ask_consents)
        tab.status_requested.connect(partial(change.set_status, self.app))
        tab.remove_requested.connect(partial(change.remove, self.app))
        tab.call.wanted.connect(partial(operations.letters.set_call, self.app, self._id))
        tab.lists.close_requested.connect(self._dialogs.close_list)
        self._dialogs.added.connect(tab.listing.show_sign_on)
        self._tabs.block.sign_on_requested.connect(self._tabs.show_sign_on)

    def _connect_recipients(self) -> None:
        tab, change, dialogs = self._tabs.recipients, operations.letters, self._recipient_dialogs
        tab.save_requested.connect(partial(change.choose_recipients, self.app, self._id))
        tab.instrument_chosen.connect(partial(change.choose_instrument, self.app, self._id))
        tab.table_checked.connect(partial(change.set_checked, self.app))
        tab.import_requested.connect(self.import_requested)
        tab.add_requested.connect(self._add_recipient)
        tab.edit_requested.connect(dialogs.edit)
        tab.cell_changed.connect(dialogs.change_cell)
        tab.remove_requested.connect(partial(operations.recipients.remove, self.app))
        dialogs.added.connect(lambda recipient: tab.listing.select((recipient,)))

    def _connect_run(self) -> None:
        self._tabs.run.make_requested.connect(self._make)
        self._tabs.run.spot_requested.connect(self._tabs.show_spot)

    def _show(self, shown: Overview | None) -> None:
        if shown is None:
            return  # whoever holds this page drops it
        self._overview = shown
        self._header.show_overview(shown)
        self._tabs.show_overview(shown)

    def _warn(
        self, text: str, other: str = "", act_otherwise: Callable[[], object] | None = None
    ) -> None:
        words, save = text.format(title=self.title), self.tr("Save")
        self.app.notices.post(
            Notice(words, Tone.WARNING, "", save, self._tabs.text.save, other, act_otherwise)
        )

    def _confirm(self, ids: list[int]) -> None:
        if self._tabs.text.is_edited:
            self._warn(self.tr("Save the text first: what is confirmed is the saved text."))
        elif self._overview is not None:
            self._dialogs.confirm(ids, self._overview.version)

    def _add_recipient(self) -> None:
        if self._overview is not None:
            self._recipient_dialogs.add(self._overview.choice)

    def _make(self, requests: list[Request], seen: list[str]) -> None:
        self.app.notices.forget_errors()
        self._tabs.run.follow(operations.runs.make(self.app, self._id, requests, seen))
