"""The tab *Block*: its settings beside the block as it is printed, redrawn at every change."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from signatories.block.settings import BlockSettings
from signatories.overview import Overview
from signatories.recording import Changes
from ui.application import Application
from ui.jobs import Job
from ui.pages.letter.block.desk import Desk, Sight
from ui.pages.letter.block.figures import figures
from ui.pages.letter.block.panel import DesignerPanel
from ui.pages.letter.block.saving import Saving
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import muted_label, small_label
from ui.widgets.page_view import PageView

OWN_TABLE = "letters"  # a change of nothing else may be our own; of others, the list may be another


class BlockTab(QWidget):
    """Saves each change as an action of its own, and shows it without waiting for that."""

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._desk = Desk(letter_id)
        self._saving = Saving(app, letter_id, self)
        self._overview: Overview | None = None
        self._asked: Job | None = None
        self._is_stale = False
        self._panel = DesignerPanel()
        self._page = PageView(app.jobs)
        self._figures = muted_label()
        self._trouble = small_label(role="danger", wrap=True)
        self._nobody = EmptyState(
            "signature",
            self.tr("Nobody has confirmed yet"),
            self.tr("Confirm signatories first: the block prints nobody else."),
        )
        self._build_layout()
        self._panel.changed.connect(self._take)
        self._saving.failed.connect(self._show_stored)
        app.changed.connect(self._hear)

    def show_overview(self, overview: Overview) -> None:
        """Show the block of a letter; what was chosen since and is not saved yet stays."""
        before, self._overview = self._overview, overview
        if before is None or before.file != overview.file:
            self._desk.forget()
            self._is_stale = True
        if not self._saving.is_busy:
            self._show_stored()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Set what may have changed since."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed: nobody sees that it waits."""
        super().hideEvent(event)
        self._saving.finish()

    def _build_layout(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self._figures, self._trouble):
            column.addWidget(widget)
        column.addWidget(self._page, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(self._nobody)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._panel)
        layout.addWidget(self._stack, 1)

    def _hear(self, changes: Changes | None) -> None:
        if changes is None or set(changes.rows) - {OWN_TABLE}:
            self._desk.forget()
            self._is_stale = True

    def _show_stored(self) -> None:
        if self._overview is not None and self._panel.settings != self._overview.block:
            self._panel.show_settings(self._overview.block)
            self._is_stale = True
        self._refresh()

    def _take(self, settings: BlockSettings, typed_in: str) -> None:
        self._saving.save(settings, typed_in)
        self._is_stale = True
        self._refresh()

    def _refresh(self) -> None:
        """Set the block anew if somebody looks and it is not the one in sight."""
        if not self._is_stale or not self.isVisible():
            return
        self._is_stale = False
        if self._asked is not None:
            self._asked.drop()
        settings, desk = self._panel.settings, self._desk
        self._asked = self._app.produce(
            self.tr("Setting the block…"),
            lambda database, progress: desk.look(database, settings, progress),
        )
        self._asked.succeeded.connect(self._show)

    def _show(self, sight: Sight) -> None:
        """Show what was set. Where it cannot be, the last page stays, with the reason above it."""
        self._asked = None
        is_empty = sight.counts is None and not self._page.is_showing
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self._trouble.setText(translate(sight.trouble) if sight.trouble else "")
        self._trouble.setVisible(bool(sight.trouble))
        if sight.counts is not None:
            self._figures.setText(figures(sight.version, sight.counts))
            self._panel.show_known(sight.known)
            self._page.show_pdf(sight.pdf)
