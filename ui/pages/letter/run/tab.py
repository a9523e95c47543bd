"""The tab *Run*: what to look at before printing, what to make, and what was made."""

from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from signatories import queries, runs
from signatories.findings import Finding, Level
from signatories.merge.snapshot import Choices
from signatories.overview import Overview
from signatories.rows import RunRow
from ui.application import Application
from ui.jobs import Job
from ui.models.lazy_table import LazyTableModel
from ui.pages.letter.run.columns import run_columns
from ui.pages.letter.run.finding_list import FindingList
from ui.pages.letter.run.product_chooser import ProductChooser
from ui.pages.letter.run.progress import RunProgress
from ui.theme import GRID, ROW_HEIGHT
from ui.widgets.buttons import plain_button, primary_button, set_primary
from ui.widgets.labels import strong_label
from ui.widgets.table import Table

SAMPLES = 3


class Seen(NamedTuple):
    """What the tab shows of the workspace."""

    findings: list[Finding]
    runs: list[RunRow]


class RunTab(QWidget):
    """Wishes for runs. The check is done again whenever the tab comes into sight after a change."""

    make_requested = Signal(Choices, list)  # what the one snapshot is of, and its Requests

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._title = ""
        self._is_stale = False
        self._asked: Job | None = None
        self._rows: dict[int, RunRow] = {}
        self._findings = FindingList()
        self._chooser = ProductChooser(app.window_state.run_folder)
        self._progress = RunProgress()
        self._model: LazyTableModel[RunRow] = LazyTableModel(run_columns(), self._fetch, self)
        self._table = Table(self._model, "runs")
        self._table.setAccessibleName(self.tr("Earlier runs"))
        self._samples = plain_button(self.tr("Make {n} samples").format(n=SAMPLES), "sample")
        self._all = primary_button(self.tr("Make all"), "print")
        self._samples.setEnabled(False)
        self._all.setEnabled(False)
        self._build_layout()
        self._samples.clicked.connect(lambda: self._wish(SAMPLES))
        self._all.clicked.connect(lambda: self._wish(None))
        self._chooser.changed.connect(self._choose)
        app.window_state.remember_table(self._table)

    def show_overview(self, overview: Overview) -> None:
        """Look the letter over again, when somebody looks."""
        self._title = overview.title
        self._is_stale = True
        if self.isVisible():
            self._ask()

    def follow(self, job: Job) -> None:
        """Show how far a run is."""
        self._progress.follow(job)
        job.ended.connect(self._end)
        self._show_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        """Check what may have changed since."""
        super().showEvent(event)
        if self._is_stale:
            self._ask()

    def _build_layout(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(4 * GRID)
        upper.addLayout(_column(strong_label(self.tr("Look at this first")), self._findings), 1)
        upper.addWidget(self._build_making(), 1)
        self._table.setMinimumHeight(4 * ROW_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(upper, 3)
        self._earlier = QWidget()
        earlier = _column(strong_label(self.tr("Earlier runs")), self._table)
        earlier.setContentsMargins(0, 0, 0, 0)
        self._earlier.setLayout(earlier)
        self._earlier.hide()
        layout.addWidget(self._earlier, 2)

    def _build_making(self) -> QScrollArea:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self._samples)
        buttons.addWidget(self._all)
        column = _column(strong_label(self.tr("Make")), self._chooser)
        column.addLayout(buttons)
        column.addWidget(self._progress)
        column.addStretch(1)
        content = QWidget()
        column.setContentsMargins(0, 0, GRID, 0)
        content.setLayout(column)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes and buttons have it
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        area.verticalScrollBar().rangeChanged.connect(self._show_progress)
        self._making = area
        return area

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        letter_id, exporters = self._letter_id, self._chooser.chosen

        def read(session: Session) -> Seen:
            findings = runs.check(session, letter_id, Choices(), exporters)
            return Seen(findings, queries.runs(session, letter_id))

        self._asked = self._app.read(read, self.tr("Looking the letters over…"))
        self._asked.succeeded.connect(self._show)

    def _show(self, seen: Seen) -> None:
        self._asked = None
        self._is_stale = False
        self._findings.show_findings(seen.findings)
        blocked = any(finding.level is Level.ERROR for finding in seen.findings)
        set_primary(self._all, not blocked, "print")
        self._rows = {run.id: run for run in seen.runs}
        self._earlier.setVisible(bool(self._rows))
        self._model.forget_all()
        self._table.set_ids(array("q", self._rows))
        self._show_buttons()

    def _choose(self) -> None:
        """What is to be looked at depends on what is made."""
        self._show_buttons()
        self._ask()

    def _show_buttons(self) -> None:
        can_run = bool(self._chooser.chosen) and not self._progress.is_running
        self._samples.setEnabled(can_run)
        self._all.setEnabled(can_run)

    def _wish(self, limit: int | None) -> None:
        requests = self._chooser.requests(self._title, limit)
        if requests:
            self._app.window_state.run_folder = self._chooser.folder
            self.make_requested.emit(Choices(limit=limit), requests)

    def _show_progress(self) -> None:
        """Bring what a run made into sight, where the window is too low for all."""
        if self._progress.has_news:
            self._making.ensureWidgetVisible(self._progress)

    def _end(self) -> None:
        self._show_buttons()
        self._ask()

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, RunRow]:
        return {row_id: self._rows[row_id] for row_id in ids if row_id in self._rows}


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GRID)
    for widget in widgets:
        column.addWidget(widget)
    return column
