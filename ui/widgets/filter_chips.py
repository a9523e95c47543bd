"""Chips in as many lines as they need, each a filter with its count; one is chosen at a time, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import icon
from ui.widgets.flow_layout import FlowLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: its key, what it says, how many rows it has, and an icon with its role of colour."""

    name: str
    text: str
    count: int | None = None
    sign: tuple[str, str] | None = None


class FilterChips(QWidget):
    """Choosing a chip shows its rows only; choosing it again shows all."""

    chosen_changed = Signal(str)  # a chip's name, or empty for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self._buttons: dict[str, QPushButton] = {}
        self._row = FlowLayout(self)

    @property
    def chosen(self) -> str:
        """Return the name of the chosen chip, or an empty text."""
        return self._chosen

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips. The chosen one stays chosen if it is still there."""
        if [chip.name for chip in chips] != list(self._buttons):
            self._remove_buttons()
            self._buttons = {chip.name: self._button(chip.name) for chip in chips}
        for chip in chips:
            self._label(self._buttons[chip.name], chip)
        for button in self._buttons.values():
            self._row.removeWidget(button)
            self._row.addWidget(button)
        if self._chosen not in self._buttons:
            self.choose("")

    def choose(self, name: str) -> None:
        """Choose a chip; an empty name shows all."""
        if name == self._chosen:
            return
        self._chosen = name
        for key, button in self._buttons.items():
            button.setChecked(key == name)
        self.chosen_changed.emit(name)

    def _remove_buttons(self) -> None:
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setChecked(name == self._chosen)
        button.setProperty("chip", True)
        button.clicked.connect(lambda checked: self.choose(name if checked else ""))
        return button

    def _label(self, button: QPushButton, chip: Chip) -> None:
        text = chip.text.replace("&", "&&")
        count = "" if chip.count is None else f"{QLocale().toString(chip.count)}  "
        button.setText(f"{count}{text}")
        if chip.sign:
            button.setIcon(icon(*chip.sign))
