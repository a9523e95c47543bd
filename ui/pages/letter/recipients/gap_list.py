"""Gaps and doubles among the recipients: a sentence each, and a button to see whom it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from signatories.gaps import Gap
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import IconLabel, label


class GapList(QWidget):
    """One gap at a time can be looked at; pressing its button again shows everybody."""

    only_requested = Signal(object)  # the Gap whose recipients alone are to be shown; None: all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Gap, ...] = ()
        self._buttons: dict[QPushButton, Gap] = {}
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show these gaps; the same ones again leave all as it is."""
        if tuple(gaps) == self._shown:
            return
        self._shown = tuple(gaps)
        self._buttons.clear()
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(gap) for gap in gaps]
        for line in self._lines:
            self._layout.addWidget(line)
        self.setVisible(bool(gaps))
        self.only_requested.emit(None)

    def show_everybody(self) -> None:
        """Let no gap be looked at alone."""
        for button in self._buttons:
            button.setChecked(False)
        self.only_requested.emit(None)

    def _line(self, gap: Gap) -> QWidget:
        line = QWidget()
        text = f"{translate(gap.text)}." if gap.ids else translate(gap.sentence)
        words = label(text)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(IconLabel("warning", "warning"))
        row.addWidget(words)
        if gap.ids:
            row.addWidget(self._button(gap))
        row.addStretch(1)
        return line

    def _button(self, gap: Gap) -> QPushButton:
        button = quiet_button(self.tr("Show"))
        button.setCheckable(True)
        button.setToolTip(self.tr("Show these recipients only"))
        button.clicked.connect(lambda checked: self._choose(button, checked=checked))
        self._buttons[button] = gap
        return button

    def _choose(self, chosen: QPushButton, *, checked: bool) -> None:
        for button in self._buttons:
            button.setChecked(checked and button is chosen)
        self.only_requested.emit(self._buttons[chosen] if checked else None)
