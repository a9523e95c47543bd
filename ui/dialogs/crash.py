"""The dialog for a fault of the program itself, with details to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GRID
from ui.widgets.copy_buttons import CopyButtons
from ui.widgets.labels import IconLabel


class CrashDialog(QDialog):
    """Says that nothing was half written, and gives the details for a report."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A fault in the program"))
        self.resize(680, 440)
        self._details = QPlainTextEdit(details, readOnly=True)
        self._details.setAccessibleName(self.tr("Details of the fault"))
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(self._build_head())
        layout.addWidget(self._details, 1)
        buttons = CopyButtons(self.tr("Copy details"), self._details)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _build_head(self) -> QHBoxLayout:
        sign = IconLabel("error", "danger", 4 * GRID)
        words = QLabel(
            self.tr(
                "The program made a mistake and stopped what it was doing. What was under way was "
                "not written; your file is as it was before. You can go on working. To have it "
                "mended, copy the details into a report; look them over first, as they may hold a "
                "name from your file."
            ),
            wordWrap=True,
        )
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words, 1)
        return head
