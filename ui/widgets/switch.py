"""Views in one place, of which one is shown; buttons above lead to them."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GRID
from ui.widgets.buttons import quiet_button


class Switch(QWidget):
    """The first view is shown at first. Where it is the only one on offer, there are no buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._buttons = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._head = QWidget()
        self._row = QHBoxLayout(self._head)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        self._row.addStretch(1)
        self._head.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        self._buttons.idClicked.connect(self.show_view)

    def add(self, text: str, view: QWidget) -> None:
        """Add a view under a button of these words."""
        button = quiet_button(text)
        button.setCheckable(True)
        button.setProperty("toggle", True)
        number = self._stack.addWidget(view)
        button.setChecked(number == 0)
        self._texts.append(text)
        self._buttons.addButton(button, number)
        self._row.insertWidget(number, button)

    def show_view(self, number: int) -> None:
        """Show a view, counted from 0."""
        self._button(number).setChecked(True)
        self._stack.setCurrentIndex(number)

    def set_offered(self, number: int, count: int) -> None:
        """Say how many things a view has; without any it is not offered."""
        self._button(number).setText(f"{self._texts[number]}  {QLocale().toString(count)}")
        self._button(number).setVisible(count > 0)
        if not count and self._stack.currentIndex() == number:
            self.show_view(0)
        others = self._buttons.buttons()[1:]
        self._head.setVisible(not all(button.isHidden() for button in others))

    def _button(self, number: int) -> QAbstractButton:
        return self._buttons.button(number)
