"""The bar below a page: which one it is, the others before and after it, and its size."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.labels import muted_label


class PageBar(QWidget):
    """Wishes for other pages, by how many from the one in sight, and for the size of the page."""

    turn_requested = Signal(int)
    fit_requested = Signal(bool)  # into the window; else the true size

    def __init__(self) -> None:
        super().__init__()
        self._back = icon_button("left", self.tr("Previous page"))
        self._forth = icon_button("right", self.tr("Next page"))
        self._numbers = muted_label()
        fit = quiet_button(self.tr("Fit"))
        fit.setToolTip(self.tr("Show the whole page"))
        full = quiet_button(self.tr("100 %"))
        full.setToolTip(self.tr("Show the page as large as it will be printed"))
        self._back.clicked.connect(lambda: self.turn_requested.emit(-1))
        self._forth.clicked.connect(lambda: self.turn_requested.emit(1))
        fit.clicked.connect(lambda: self.fit_requested.emit(True))
        full.clicked.connect(lambda: self.fit_requested.emit(False))
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(GRID // 2)
        for widget in (self._back, self._numbers, self._forth):
            bar.addWidget(widget)
        bar.addStretch(1)
        for button in (fit, full):
            bar.addWidget(button)

    def show_numbers(self, number: int, count: int) -> None:
        """Show the number of the page in sight, from 1, and how many there are; 0 of none."""
        text = self.tr("Page {number} of {count}") if count else ""
        self._numbers.setText(text.format(number=number, count=count))
        self._back.setEnabled(number > 1)
        self._forth.setEnabled(number < count)
