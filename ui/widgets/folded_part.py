"""A part of a page that is folded away until it is needed; a line says what is in it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import GRID, icon
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import ElidedLabel


class FoldedPart(QWidget):
    """A button that opens and closes the part, and beside it what is in it."""

    def __init__(self, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._button = quiet_button(text)
        self._button.setCheckable(True)
        self._button.toggled.connect(self.set_open)
        self._summary = ElidedLabel()
        self._summary.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._button)
        head.addWidget(self._summary, 1)
        head.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(content)
        self.set_open(False)

    def set_summary(self, text: str) -> None:
        """Say in a line what is in the part."""
        self._summary.set_words(text)

    def set_open(self, is_open: bool) -> None:
        """Show the content, or fold it away."""
        self._button.setChecked(is_open)
        self._button.setIcon(icon("down" if is_open else "right", "accent"))
        self._content.setVisible(is_open)
        self._summary.setVisible(not is_open)
