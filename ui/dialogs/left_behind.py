"""Says after an erasing what still names the person: files, copies and words that only their owner can change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.record import WIDTH
from ui.theme import GRID
from ui.widgets.copy_buttons import CopyButtons
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
        buttons = CopyButtons(self.tr("Co&py the list"), self._left)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
