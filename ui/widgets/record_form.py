"""A form on a frozen dataclass: each field shows one of its values, and gives the whole record anew."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from ui.theme import GRID
from ui.widgets.captioned import narrow, stepped
from ui.widgets.form import Form

Number = QSpinBox | QDoubleSpinBox


class RecordForm(Form):
    """Fields are named as the attributes of the record. Nothing here knows what a record is about."""

    edited = Signal(object, str)  # the new record; the field that is being typed in, if one is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Any = None
        self._shows: dict[str, Callable[[Any], None]] = {}

    @property
    def record(self) -> Any:
        """Return the record that is shown."""
        return self._record

    def show_record(self, record: Any) -> None:
        """Show another record. What is as it was keeps its cursor."""
        self._record = record
        for name, show in self._shows.items():
            show(getattr(record, name))

    def add_choice(
        self, name: str, text: str, words: Mapping[Any, str], hint: str = ""
    ) -> QComboBox:
        """Add a box with the words of each value."""
        box = narrow(QComboBox())
        for value, said in words.items():
            box.addItem(said, value)
        box.activated.connect(lambda row: self._take(name, box.itemData(row)))
        self._shows[name] = lambda value: box.setCurrentIndex(list(words).index(value))
        self.add_row(name, text, box, hint)
        return box

    def add_number(self, name: str, text: str, field: Number, hint: str = "") -> None:
        """Add a field for a number; its range, steps and unit are its maker's."""
        field.valueChanged.connect(lambda value: self._take(name, _number(field, value), name))
        self._shows[name] = partial(_show_number, field)
        self.add_row(name, text, field, hint)

    def add_tick(self, name: str, text: str, hint: str = "") -> QCheckBox:
        """Add a box to tick."""
        box = QCheckBox(text)
        box.toggled.connect(lambda ticked: self._take(name, ticked))
        self._shows[name] = partial(_show, box, box.setChecked)
        self.add_wide_row(name, box, hint)
        return box

    def add_text(self, name: str, text: str, hint: str = "") -> QLineEdit:
        """Add a line of text."""
        field = QLineEdit()
        field.textEdited.connect(lambda typed: self._take(name, typed, name))
        self._shows[name] = partial(_show_line, field)
        self.add_row(name, text, field, hint)
        return field

    def add_lines(self, name: str, text: str, hint: str = "") -> None:
        """Add a field for a text of several lines."""
        field = QPlainTextEdit(tabChangesFocus=True)
        field.setFixedHeight(3 * field.fontMetrics().lineSpacing() + 3 * GRID)
        field.textChanged.connect(lambda: self._take(name, field.toPlainText(), name))
        self._shows[name] = partial(_show_text, field)
        self.add_row(name, text, field, hint)

    def _take(self, name: str, value: Any, typed_in: str = "") -> None:
        if self._record is not None and getattr(self._record, name) != value:
            self._record = replace(self._record, **{name: value})
            self.edited.emit(self._record, typed_in)


def _show(field: QWidget, show: Callable[[Any], None], value: Any) -> None:
    with QSignalBlocker(field):
        show(value)


def _show_number(field: Number, value: float | None) -> None:
    """Show a number; none is the least one, which the field has words for. The same one keeps what is typed."""
    shown = field.minimum() if value is None else value
    if field.value() != shown:
        _show(field, field.setValue, shown)


def _number(field: Number, value: float) -> float | None:
    return None if field.specialValueText() and value == field.minimum() else value


def _show_line(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)


def _show_text(field: QPlainTextEdit, text: str) -> None:
    if field.toPlainText() != text:
        _show(field, field.setPlainText, text)


def whole_number(least: int, most: int, unit: str = "") -> QSpinBox:
    """Build a field for a whole number."""
    field = stepped(QSpinBox(minimum=least, maximum=most, suffix=unit))
    field.setAccelerated(True)
    return field


def measure(least: float, most: float, step: float, unit: str) -> QDoubleSpinBox:
    """Build a field for a length or an area, with one decimal."""
    field = stepped(QDoubleSpinBox(minimum=least, maximum=most, suffix=unit))
    field.setDecimals(1)
    field.setSingleStep(step)
    field.setAccelerated(True)
    return field
