"""Further columns of a record: a name and a value in each row, as many as somebody adds."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.captioned import narrow
from ui.widgets.tab_order import follow

NAME_WIDTH = 20 * GRID


class _Row(NamedTuple):
    part: QWidget
    name: QComboBox
    value: QLineEdit
    remove: QToolButton


class ColumnRows(QWidget):
    """Rows of a name and a value, with a button that adds one. Names are offered, others can be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._rows: list[_Row] = []
        self._add = quiet_button(self.tr("Add a column"), "add")
        self._add.clicked.connect(self._begin)
        self.setFocusProxy(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names, in the rows that are there too."""
        self._names = names
        for row in self._rows:
            _offer(row.name, names)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return names and values without spaces around them; rows where nothing stands are left out."""
        typed = ((row.name.currentText().strip(), row.value.text().strip()) for row in self._rows)
        return tuple(pair for pair in typed if any(pair))

    def set_pairs(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show these names and values."""
        for row in list(self._rows):
            self._drop(row)
        for name, value in pairs:
            self._append(name, value)

    def setAccessibleName(self, name: str) -> None:
        """Name the button, where the field begins."""
        super().setAccessibleName(name)
        self._add.setAccessibleName(f"{name}: {self._add.text()}")

    def _begin(self) -> None:
        row = self._append()
        row.part.show()  # what is not shown yet takes no focus
        row.name.setFocus()

    def _append(self, name: str = "", value: str = "") -> _Row:
        row = self._build_row()
        row.name.setEditText(name)
        row.value.setText(value)
        row.remove.clicked.connect(lambda: self._drop(row))
        self._rows.append(row)
        self._column.addWidget(row.part)
        follow(self._add, *(row.part for row in self._rows))
        return row

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row.part)
        row.part.hide()
        row.part.deleteLater()
        self._add.setFocus()

    def _build_row(self) -> _Row:
        part = QWidget(self)
        name = narrow(QComboBox(part, editable=True))
        _offer(name, self._names)
        name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        name.setFixedWidth(NAME_WIDTH)
        name.setAccessibleName(self.tr("Name of a column"))
        value = QLineEdit(part)
        value.setAccessibleName(self.tr("What stands in the column"))
        remove = icon_button("delete", self.tr("Remove this column"))
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(name)
        line.addWidget(value, 1)
        line.addWidget(remove)
        return _Row(part, name, value, remove)


def _offer(box: QComboBox, names: Sequence[str]) -> None:
    """What was typed already stays."""
    typed = box.currentText()
    box.clear()
    box.addItems(list(names))
    box.setEditText(typed)
