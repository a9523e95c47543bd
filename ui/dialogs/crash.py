"""The dialog for a fault of the program itself, with details to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GRID
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
        layout.addWidget(self._build_buttons())

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

    def _build_buttons(self) -> QDialogButtonBox:
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
