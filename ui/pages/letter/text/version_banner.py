"""The line above a text that is open for signature: what changing it means, and the two ways to do so."""

import enum
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from signatories.overview import Overview, VersionState
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button


class Mode(enum.Enum):
    """How the words of a letter may be changed now."""

    FREE = "a draft"
    LOCKED = "open for signature: read only"
    NEXT = "writing the next version"
    SPELLING = "correcting a spelling"


class VersionBanner(QWidget):
    """Says where the version stands. Shows nothing for a first draft."""

    next_requested = Signal()
    spelling_requested = Signal()
    back_requested = Signal()
    changes_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner: Banner | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_overview(self, overview: Overview, mode: Mode, reason: str = "") -> None:
        """Show the words and the buttons of a mode; that a translation is a draft says nothing of who must confirm."""
        version = overview.version
        if overview.translation is not None and mode is Mode.FREE:
            version = replace(version, earlier_number=0)
        self._show_state(version, mode, reason)

    def _show_state(self, version: VersionState, mode: Mode, reason: str) -> None:
        if self._banner is not None:
            self._layout.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        self.setVisible(mode is not Mode.FREE or version.earlier_number > 0)
        if not self.isHidden():
            words = self._words(version, mode, reason)
            self._banner = Banner("signature", words, self._buttons(version, mode))
            self._layout.addWidget(self._banner)

    def _words(self, version: VersionState, mode: Mode, reason: str) -> str:
        text = {
            Mode.FREE: self.tr(
                "Version {number} is a draft. Whoever confirmed version {earlier} must confirm it."
            ),
            Mode.LOCKED: self.tr(
                "Version {number} is open for signature. Changing the text makes version {next}, "
                "and everyone must confirm again."
            ),
            Mode.NEXT: self.tr(
                "You are writing version {next}. Once it is saved, everyone who confirmed "
                "version {number} must confirm again."
            ),
            Mode.SPELLING: self.tr("Correcting a spelling: “{reason}”. Confirmations stay good."),
        }[mode]
        values = {"number": version.number, "next": version.number + 1, "reason": reason}
        return text.format(earlier=version.earlier_number, **values)

    def _buttons(self, version: VersionState, mode: Mode) -> list[QPushButton]:
        following = self.tr("Edit as version {next}").format(next=version.number + 1)
        kept = self.tr("Keep version {number}").format(number=version.number)
        rows = {
            Mode.FREE: [(self.tr("Show what changed"), self.changes_requested)],
            Mode.LOCKED: [
                (following, self.next_requested),
                (self.tr("Correct a spelling…"), self.spelling_requested),
            ],
            Mode.NEXT: [(kept, self.back_requested)],
            Mode.SPELLING: [(kept, self.back_requested)],
        }[mode]
        buttons = []
        for text, wish in rows:
            button = plain_button(text)
            button.clicked.connect(wish)
            buttons.append(button)
        return buttons
