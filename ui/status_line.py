"""The line at the foot of the window: the passing notice, and how far long work is."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.jobs import Jobs
from ui.notices import Notices, NoticeView
from ui.progress_view import ProgressView
from ui.theme import GRID

HEIGHT = 5 * GRID  # fixed: nothing above may move when a notice comes


class StatusLine(QFrame):
    """Notices to the left, progress to the right."""

    def __init__(self, notices: Notices, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 0, GRID, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(NoticeView(notices), 1)
        row.addWidget(ProgressView(jobs))
