"""Labels in our three text sizes. All show plain text: a name is never markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import icon


def label(text: str = "", *, wrap: bool = False) -> QLabel:
    """Build a label in the body size."""
    return QLabel(text, textFormat=Qt.TextFormat.PlainText, wordWrap=wrap)


def title_label(text: str = "") -> QLabel:
    """Build the heading of a page."""
    return _with(label(text), textSize="title")


def strong_label(text: str = "", *, wrap: bool = False) -> QLabel:
    """Build the heading of a part of a page."""
    return _with(label(text, wrap=wrap), strong=True)


def muted_label(text: str = "", *, wrap: bool = False) -> QLabel:
    """Build a label for what only explains."""
    return _with(label(text, wrap=wrap), role="muted")


def small_label(text: str = "", *, role: str = "muted", wrap: bool = False) -> QLabel:
    """Build a label in the small size, such as a hint or a problem beneath a field."""
    return _with(label(text, wrap=wrap), textSize="small", role=role)


def yielding(words: QLabel) -> QLabel:
    """Let a label be cut off before it widens the window; return it."""
    shape = words.sizePolicy()
    shape.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    words.setSizePolicy(shape)
    return words


class ElidedLabel(QLabel):
    """A line that ends in an ellipsis where there is no room; the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText)
        self._words = ""
        yielding(self)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


class IconLabel(QWidget):
    """Shows an icon in the colour that its role has when it is painted."""

    def __init__(self, name: str, role: str, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self._icon = icon(name, role)

    def set_icon(self, shown: QIcon) -> None:
        """Show another icon."""
        self._icon = shown
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon over the whole widget."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


def _with(made: QLabel, **properties: object) -> QLabel:
    for name, value in properties.items():
        made.setProperty(name, value)
    return made
