"""Where the password of a protected file is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import GRID
from ui.widgets.buttons import primary_button
from ui.widgets.captioned import Captioned

LONGEST = 255  # letters, as in Office
WIDTH = 200  # pixels


class PasswordPart(QWidget):
    """Raises what was typed. It is not shown, and does not stay: another try, or another file, has another one."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=LONGEST)
        self._typed.setFixedWidth(WIDTH)
        self._typed.returnPressed.connect(self._give)
        self._open = primary_button(self.tr("Open"), "file")
        self._open.clicked.connect(self._give)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(Captioned(self.tr("Password"), self._typed))
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignBottom)
        self.setFocusProxy(self._typed)

    @property
    def has_focus(self) -> bool:
        """Whether the focus is in the field or on the button."""
        return self._typed.hasFocus() or self._open.hasFocus()

    def ask(self) -> None:
        """Have the focus in the field."""
        self._typed.setFocus()

    def _give(self) -> None:
        typed = self._typed.text()
        self._typed.clear()
        self.given.emit(typed)
