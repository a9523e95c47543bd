"""Says after an erasing what still names the person: files, copies and words that only their owner can change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.dialogs.record import WIDTH
from ui.theme import GRID
from ui.widgets.labels import label
from ui.widgets.told import Told


class LeftBehindDialog(QDialog):
    """Lists what is left, to be copied and gone through."""

    def __init__(self, left: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erased for good"))
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._left = Told(left)
        self._left.setAccessibleName(self.tr("What still names the person"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        words = self.tr("The person is erased. What follows still names them or may do so:")
        layout.addWidget(label(words, wrap=True))
        layout.addWidget(self._left)
        layout.addWidget(self._build_buttons())

    def _build_buttons(self) -> QDialogButtonBox:
        copy = QPushButton(self.tr("Co&py the list"))
        copy.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._left.toPlainText())
