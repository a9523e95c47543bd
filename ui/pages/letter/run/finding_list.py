"""What to look at before printing: each finding with its icon and its sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signatories.findings import Finding, Level
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.labels import IconLabel, label

SIGNS = {Level.ERROR: ("error", "danger"), Level.WARNING: ("warning", "warning")}
FINE = ("check", "success")


class FindingList(QScrollArea):
    """Findings, what blocks a run first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("What to look at before printing"))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings; none at all is good news."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        for finding in findings:
            column.addLayout(self._line(SIGNS[finding.level], translate(finding.message)))
        if not findings:
            column.addLayout(self._line(FINE, self.tr("Nothing to mend: all can be printed.")))
        column.addStretch(1)
        self.setWidget(content)

    def _line(self, sign: tuple[str, str], text: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(IconLabel(*sign), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(text, wrap=True), 1)
        return line
