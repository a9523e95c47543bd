"""The five tabs of a letter's page, each with its count and with what is to do there."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget

from signatories.findings import Spot, Tab
from signatories.overview import PARTS, Overview
from ui.application import Application
from ui.pages.letter.block import BlockTab
from ui.pages.letter.recipients import RecipientsTab
from ui.pages.letter.run import RunTab
from ui.pages.letter.signatories import SignatoriesTab
from ui.pages.letter.text import TextTab
from ui.theme import icon

Part = TextTab | SignatoriesTab | BlockTab | RecipientsTab | RunTab


class LetterTabs(QTabWidget):
    """All show the same moment of one letter. Their wishes are the page's to fulfil."""

    def __init__(self, app: Application, letter_id: int) -> None:
        super().__init__(documentMode=True)
        self.setObjectName("letterTabs")  # indented by the style sheet
        self.setAccessibleName(self.tr("Parts of the letter"))
        self.tabBar().setDrawBase(False)
        self.text = TextTab(app, letter_id)
        self.signatories = SignatoriesTab(app, letter_id)
        self.block = BlockTab(app, letter_id)
        self.recipients = RecipientsTab(app, letter_id)
        self.run = RunTab(app, letter_id)
        self._parts: dict[Tab, Part] = {
            Tab.TEXT: self.text,
            Tab.SIGNATORIES: self.signatories,
            Tab.BLOCK: self.block,
            Tab.RECIPIENTS: self.recipients,
            Tab.RUN: self.run,
        }
        self.addTab(self.text, self.tr("Text"))
        self.addTab(self.signatories, self.tr("Signatories"))
        self.addTab(self.block, self.tr("Block"))
        self.addTab(self.recipients, self.tr("Recipients"))
        self.addTab(self.run, self.tr("Run"))
        self.text.edited_changed.connect(self._mark_text)

    def show_overview(self, shown: Overview) -> None:
        """Show a letter as it was at one moment."""
        for part in self._parts.values():
            part.show_overview(shown)
        counts = {Tab.SIGNATORIES: shown.asked, Tab.RECIPIENTS: shown.choice.count}
        todo = {one.part for one in shown.todo}
        for place, tab in enumerate(self._parts):
            text = self.tabText(place).partition("  ")[0]
            self.setTabText(place, f"{text}  {counts[tab]:n}" if tab in counts else text)
            self.setTabIcon(place, _mark(tab, todo))

    def show_tab(self, tab: Tab) -> None:
        """Show one of the five."""
        self.setCurrentWidget(self._parts[tab])

    def show_spot(self, spot: Spot) -> None:
        """Go where a finding is mended: to the tab, and there to the field or the records."""
        self.show_tab(spot.tab)
        match spot.tab:
            case Tab.TEXT:
                self.text.show_part(spot.field, spot.language)
            case Tab.SIGNATORIES:
                self.signatories.listing.show_sign_ons(spot.ids)
            case Tab.RECIPIENTS:
                self.recipients.show_recipients(spot.ids, spot.field)
            case Tab.BLOCK:
                self.block.show_setting(spot.field)
            case Tab.RUN:
                self.run.show_option(spot.field)

    def show_sign_on(self, sign_on_id: int) -> None:
        """Go to a sign-on among the signatories."""
        self.setCurrentWidget(self.signatories)
        self.signatories.listing.show_sign_on(sign_on_id)

    def take_focus(self) -> None:
        """Put the focus on the signatories if they are in sight, else on the tabs' names."""
        listed = self.signatories.listing.table
        (listed if listed.isVisible() else self.tabBar()).setFocus()

    def search_here(self) -> None:
        """Put the cursor into the search box of the tab in sight, if it has one."""
        shown = self.currentWidget()
        if isinstance(shown, SignatoriesTab | RecipientsTab):
            shown.search_here()

    def _mark_text(self, edited: bool) -> None:
        self.setTabText(0, self.tr("Text") + (" •" if edited else ""))
        self.setTabToolTip(0, self.tr("Not saved yet") if edited else "")


def _mark(tab: Tab, todo: set[Tab]) -> QIcon:
    """What a tab's icon says: something is to do there, or all is done that can be done there."""
    if tab in todo:
        return icon("warning", "warning")
    return icon("check", "success") if tab in PARTS else QIcon()
