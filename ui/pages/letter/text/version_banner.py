"""The line above a text that is open for signature: what changing it means, and the two ways to do so."""

import enum
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from signatories.overview import Overview, VersionState
from ui.dialogs.spelling import SpellingDialog
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

    mode_changed = Signal(object)  # a Mode
    back_requested = Signal()
    changes_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = ""  # why it is a correction of spelling; none otherwise
        self._version: VersionState | None = None
        self._banner: Banner | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_overview(self, overview: Overview, mode: Mode) -> None:
        """Show the words and the buttons of a mode; that a translation is a draft says nothing of who must confirm."""
        self._version = overview.version
        if overview.translation is not None and mode is Mode.FREE:
            self._version = replace(overview.version, earlier_number=0)
        self._change_to(mode)

    def _change_to(self, mode: Mode, reason: str = "") -> None:
        self.reason = reason
        if self._version is not None:
            self._show_state(self._version, mode, reason)
        self.mode_changed.emit(mode)

    def _write_next(self) -> None:
        self._change_to(Mode.NEXT)

    def _ask_reason(self) -> None:
        dialog = SpellingDialog(self)
        dialog.drafted.connect(lambda draft: self._change_to(Mode.SPELLING, draft.reason))
        dialog.open()

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
        rows: dict[Mode, list[tuple[str, Any]]] = {  # Any: a signal, or a slot
            Mode.FREE: [(self.tr("Show what changed"), self.changes_requested)],
            Mode.LOCKED: [
                (following, self._write_next),
                (self.tr("Correct a spelling…"), self._ask_reason),
            ],
            Mode.NEXT: [(kept, self.back_requested)],
            Mode.SPELLING: [(kept, self.back_requested)],
        }
        buttons = []
        for text, wish in rows[mode]:
            button = plain_button(text)
            button.clicked.connect(wish)
            buttons.append(button)
        return buttons
