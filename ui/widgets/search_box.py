"""A search box that waits for a pause in the typing before it asks."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import icon

PAUSE = 150  # milliseconds


class SearchBox(QLineEdit):
    """Raises `searched` once per pause, and at once on Enter or when cleared."""

    searched = Signal(str)
    left_downwards = Signal()  # the arrow key towards what was found

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(
            QAction(icon("search", "muted"), "", self), QLineEdit.ActionPosition.LeadingPosition
        )
        self._asked = ""
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._pause.start)
        self.returnPressed.connect(self._ask)

    def take(self, text: str) -> None:
        """Go on with a letter that was typed elsewhere."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears; the down arrow goes to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._ask()
        elif event.key() == Qt.Key.Key_Down:
            self._ask()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self._pause.stop()
        if self.text() != self._asked:
            self._asked = self.text()
            self.searched.emit(self._asked)
