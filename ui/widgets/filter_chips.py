"""Chips in as many lines as they need, each a filter with its count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import icon
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tab_order import follow


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: its key, what it says, how many rows it has, and an icon with its role of colour.

    One that shows something else than those rows is chosen `alone`.
    """

    name: str
    text: str
    count: int | None = None
    sign: tuple[str, str] | None = None
    alone: bool = False


class FilterChips(QWidget):
    """Choosing a chip shows its rows only, of those of the others that are chosen; choosing it again gives it up."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, ...] = ()
        self._alone: frozenset[str] = frozenset()
        self._buttons: dict[str, QPushButton] = {}
        self._row = FlowLayout(self)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the names of the chosen chips, in the order in which they were chosen."""
        return self._chosen

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips. Those that are chosen stay chosen if they are still there; so does the focus."""
        before = self._buttons
        self._buttons = {
            chip.name: before.get(chip.name) or self._button(chip.name) for chip in chips
        }
        self._alone = frozenset(chip.name for chip in chips if chip.alone)
        self._remove(before[name] for name in before.keys() - self._buttons.keys())
        for chip in chips:
            button = self._buttons[chip.name]
            self._label(button, chip)
            self._row.removeWidget(button)
            self._row.addWidget(button)
        follow(self)
        self.choose(*(name for name in self._chosen if name in self._buttons))

    def choose(self, *names: str) -> None:
        """Choose these chips and no others; without any, all rows are shown."""
        if names == self._chosen:
            return
        self._chosen = names
        for name, button in self._buttons.items():
            button.setChecked(name in names)
        self.chosen_changed.emit()

    def _press(self, name: str, checked: bool) -> None:
        others = [each for each in self._chosen if each != name]
        if checked and self._alone & {name, *others}:
            others = []
        self.choose(*others, *([name] if checked else []))

    def _remove(self, buttons: Iterable[QPushButton]) -> None:
        for button in buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setChecked(name in self._chosen)
        button.setProperty("chip", True)
        button.clicked.connect(lambda checked: self._press(name, checked))
        return button

    def _label(self, button: QPushButton, chip: Chip) -> None:
        text = chip.text.replace("&", "&&")
        count = "" if chip.count is None else f"{QLocale().toString(chip.count)}  "
        button.setText(f"{count}{text}")
        if chip.sign:
            button.setIcon(icon(*chip.sign))
