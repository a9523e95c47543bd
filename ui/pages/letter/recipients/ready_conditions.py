"""A menu of conditions in plain words, for those who choose recipients by their standing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from signatories.texts import N_
from ui.translation import translate
from ui.widgets.buttons import plain_button

CONDITIONS = {
    "": N_("Everybody"),
    "status != party": N_("Not a party"),
    "status = signed": N_("Signed, not a party"),
    'status = "no action"': N_("No action"),
}


class ReadyConditions(QWidget):
    """A button whose menu gives a condition."""

    chosen = Signal(str)  # a condition as it is written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = plain_button(self.tr("Ready conditions"))
        menu = QMenu(button)
        for condition, words in CONDITIONS.items():
            menu.addAction(translate(words), partial(self.chosen.emit, condition))
        button.setMenu(menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(button)
