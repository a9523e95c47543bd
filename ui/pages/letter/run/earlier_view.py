"""Earlier runs in a table, and beneath it what is known of the one that is chosen."""

from array import array
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from signatories.runs import changes_since, earlier, kept
from signatories.runs.changes_since import ChangesSince
from signatories.runs.earlier import EarlierRun, KeptFile
from signatories.runs.kept import KeptRun
from ui.application import Application
from ui.asking import Asking
from ui.dialogs.reprint import ReprintDialog, ReprintDraft
from ui.models.choices import Choice
from ui.models.lazy_table import LazyTableModel
from ui.pages.letter.run.columns import run_columns
from ui.pages.letter.run.run_detail import RunDetail
from ui.theme import GRID, ROW_HEIGHT
from ui.widgets.table import Table


class EarlierView(QWidget):
    """Wishes for runs to be made again; what is known of a run is read when it is chosen."""

    again_requested = Signal(object, object)  # the EarlierRun; ids of recipients, or None for all
    open_requested = Signal(Path)

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._runs: dict[int, EarlierRun] = {}
        self._asking = Asking(self._show_files, self)
        self._model: LazyTableModel[EarlierRun] = LazyTableModel(run_columns(), self._fetch, self)
        self._table = Table(self._model, "runs")
        self._table.setAccessibleName(self.tr("Earlier runs"))
        self._table.setMinimumHeight(4 * ROW_HEIGHT)
        self._detail = RunDetail()
        self._build_layout()
        self._table.selectionModel().currentRowChanged.connect(self._show_current)
        self._detail.again_requested.connect(partial(self._wish, None))
        self._detail.reprint_requested.connect(self._ask_whose)
        self._detail.changes_requested.connect(self._ask_changes)
        self._detail.open_requested.connect(self.open_requested)
        app.window_state.remember_table(self._table)

    def show_runs(self, runs: Sequence[EarlierRun]) -> None:
        """Show these runs; the chosen one stays chosen, or the latest is."""
        self._runs = {run.id: run for run in runs}
        self._model.forget_all()
        self._table.set_ids(array("q", self._runs))
        if runs and self._table.current_id() is None:
            self._table.show_id(runs[0].id)
        self._show_current()

    def showEvent(self, event: QShowEvent) -> None:
        """Look what became of the files, which takes reading them."""
        super().showEvent(event)
        self._show_current()

    def set_ready(self, ready: bool) -> None:
        """Let a run be made again, or not."""
        self._detail.set_ready(ready)

    def _build_layout(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self._table)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields and buttons have it
        area.setWidget(self._detail)
        parts.addWidget(area)
        parts.setChildrenCollapsible(False)
        parts.setSizes([200, 280])
        self._app.window_state.remember_splitter(parts, "earlier runs")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(parts)

    @property
    def _current(self) -> EarlierRun | None:
        current = self._table.current_id()
        return self._runs.get(current) if current is not None else None

    def _show_current(self) -> None:
        run = self._current
        self._detail.setVisible(run is not None)
        if run is None or not self.isVisible():
            return
        self._detail.show_run(run)
        self._asking.wait_for(
            self._app.read(partial(earlier.files_of, run_id=run.id), self.tr("Looking for files…"))
        )

    def _show_files(self, files: Sequence[KeptFile]) -> None:
        self._detail.show_files(files)

    def _wish(self, recipients: tuple[int, ...] | None) -> None:
        if self._current is not None:
            self.again_requested.emit(self._current, recipients)

    def _ask_changes(self) -> None:
        if self._current is not None:
            read = partial(changes_since.since, run_id=self._current.id)
            job = self._app.read(read, self.tr("Comparing with the run…"))
            job.succeeded.connect(self._show_changes)

    def _show_changes(self, changes: ChangesSince) -> None:
        if self._current is not None and self._current.id == changes.run_id:
            self._detail.show_changes(changes)

    def _ask_whose(self) -> None:
        if self._current is not None:
            read = partial(kept.read, run_id=self._current.id)
            self._app.read(read, self.tr("Reading the run…")).succeeded.connect(self._open_dialog)

    def _open_dialog(self, run: KeptRun) -> None:
        choices = [Choice(str(one.id), one.name) for one in run.snapshot.recipients]
        dialog = ReprintDialog(choices, self)
        dialog.drafted.connect(self._take_whose)
        dialog.open()

    def _take_whose(self, draft: ReprintDraft) -> None:
        self._wish(draft.recipients)

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, EarlierRun]:
        return {run_id: self._runs[run_id] for run_id in ids if run_id in self._runs}
