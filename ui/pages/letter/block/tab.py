"""The tab *Block*: its settings beside the block as it is printed, redrawn at every change."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from signatories.block.checking import check
from signatories.block.entries import Entry
from signatories.block.settings import BlockSettings, GroupSettings
from signatories.copies import Copied
from signatories.errors import UserFacingError
from signatories.overview import Overview
from signatories.recording import Changes
from ui import clipboard, operations
from ui.application import Application
from ui.pages.letter.block.desk import Sight, Wish
from ui.pages.letter.block.figures import figures
from ui.pages.letter.block.kept_presets import KeptPresets
from ui.pages.letter.block.listing import with_line
from ui.pages.letter.block.own_line import OwnLine, OwnLineDialog
from ui.pages.letter.block.panel import DesignerPanel
from ui.pages.letter.block.section import Change
from ui.pages.letter.block.sights import Sights
from ui.pages.letter.block.view import BlockView
from ui.pages.letter.saving import Saving
from ui.theme import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import small_label

OWN_TABLE = "letters"  # a change of nothing else may be our own; of others, the list may be another


class BlockTab(QWidget):
    """Saves each change as an action of its own, and shows it without waiting for that."""

    sign_on_requested = Signal(int)

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._sights = Sights(app, letter_id, self)
        self._saving: Saving[BlockSettings] = Saving(
            partial(operations.block.set_settings, app, letter_id), has_readable_headings, self
        )
        self._overview: Overview | None = None
        self._panel = DesignerPanel()
        self._presets = KeptPresets(app, self._panel, self)
        self._figures = small_label(wrap=True)
        self._view = BlockView(app)
        self._nobody = EmptyState(
            "signature",
            self.tr("Nobody has confirmed yet"),
            self.tr("Confirm signatories first: the block prints nobody else."),
        )
        self._waiting = EmptyState("clock", self.tr("Reading the signatories…"), "")
        self._build_layout()
        self._connect()

    def show_overview(self, overview: Overview) -> None:
        """Show the block of a letter; what was chosen since and is not saved yet stays."""
        before, self._overview = self._overview, overview
        self._panel.show()
        if before is None or before.file != overview.file:
            self._sights.forget()
        selection = overview.choice.selection
        self._view.set_recipients([one.name for one in selection.recipients] if selection else [])
        if not self._saving.is_busy:
            self._show_stored()
        self._refresh()

    def show_setting(self, name: str) -> None:
        """Go to the field of a setting."""
        self._panel.show_setting(name)

    def showEvent(self, event: QShowEvent) -> None:
        """Set what may have changed since."""
        super().showEvent(event)
        self._presets.read()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed: nobody sees that it waits."""
        super().hideEvent(event)
        self._saving.finish()

    def _build_layout(self) -> None:
        self._stack = QStackedWidget()
        for part in (self._waiting, self._view, self._nobody):
            self._stack.addWidget(part)
        place = self._panel.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self._panel.setSizePolicy(place)
        self._panel.hide()  # until its settings are read
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._panel, 1)
        column.addWidget(self._figures)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(column)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._panel.changed.connect(self._take)
        self._view.wanted.connect(self._wish)
        self._view.own_line_requested.connect(self._ask_line)
        self._view.sign_on_requested.connect(self.sign_on_requested)
        self._view.recipient_changed.connect(self._look_again)
        self._view.copy_requested.connect(self._copy)
        self._saving.failed.connect(self._show_stored)
        self._sights.begun.connect(self._show)
        self._sights.completed.connect(self._view.show_pages)
        self._app.changed.connect(self._hear)

    def _hear(self, changes: Changes | None) -> None:
        if changes is None or set(changes.rows) - {OWN_TABLE}:
            self._sights.forget()

    def _show_stored(self) -> None:
        if self._overview is not None and self._panel.settings != self._overview.block:
            self._panel.show_settings(self._overview.block)
            self._sights.is_stale = True
        self._refresh()

    def _wish(self, change: Change, _typed_in: str) -> None:
        self._panel.wish(change)

    def _take(self, settings: BlockSettings, typed_in: str) -> None:
        self._saving.save(settings, typed_in)
        self._look_again()

    def _look_again(self) -> None:
        self._sights.is_stale = True
        self._refresh()

    def _refresh(self) -> None:
        """Set the block anew if somebody looks and it is not the one in sight."""
        if self._sights.is_stale and self.isVisible() and self._overview is not None:
            self._sights.wish(Wish(self._panel.settings, self._view.page, self._view.recipient))

    def _show(self, sight: Sight) -> None:
        self._panel.show_known(sight.known)
        self._view.show_sight(sight)
        if sight.counts is not None:
            self._figures.setText(figures(sight.version, sight.counts))
        is_empty = sight.counts is None and self._view.is_empty
        if is_empty and self._app.jobs.writing:  # it may be their confirmations
            once = Qt.ConnectionType.SingleShotConnection
            self._app.jobs.became_idle.connect(self._look_again, once)
            return
        self._stack.setCurrentWidget(self._nobody if is_empty else self._view)

    def _copy(self) -> None:
        job = self._sights.copy(self._panel.settings)
        job.succeeded.connect(self._put_on_clipboard)

    def _put_on_clipboard(self, copied: Copied) -> None:
        clipboard.put(copied)
        self._app.say(self.tr("The whole block is copied."))

    def _ask_line(self, entry: Entry) -> None:
        settings, columns = self._panel.settings, self._panel.known.columns
        dialog = OwnLineDialog(entry.signatory, settings, columns, self)
        dialog.drafted.connect(self._take_line)
        dialog.open()

    def _take_line(self, line: OwnLine) -> None:
        self._panel.wish(lambda settings: with_line(settings, line.sign_on_id, line.pattern))


def has_readable_headings(settings: BlockSettings) -> bool:
    """Whether no heading is half typed."""
    groups = tuple(GroupSettings(group.key, group.heading) for group in settings.groups)
    try:
        check(BlockSettings(heading=settings.heading, groups=groups), tuple)
    except UserFacingError:
        return False
    return True
