"""The columns of a table that is being imported, each with the field that it became."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from signatories.imports.mapping import FIELDS
from signatories.imports.planned import ImportPlan
from ui.pages.imports.plan_table import field_words
from ui.theme import GRID
from ui.widgets.labels import label, small_label

MOST = 16  # columns shown; a table of more is cut down before it is imported


class ColumnsPanel(QWidget):
    """Each column's name, and a choice of fields."""

    column_changed = Signal(str, str)  # a column, and the field that it shall be (empty: left out)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, GRID, 0, 0)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)

    def clear(self) -> None:
        """Show no columns."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def show_columns(self, headers: Sequence[str], plan: ImportPlan) -> None:
        """Show the columns of a table, and what they became in a plan."""
        self.clear()
        named = [header for header in headers if header][:MOST]
        if named:
            self._grid.addWidget(small_label(self.tr("Columns")), 0, 0, 1, 2)
        for row, header in enumerate(named, start=1):
            name = label(header, wrap=True)
            name.setToolTip(header)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(self._field_combo(header, plan), row, 1)

    def _field_combo(self, header: str, plan: ImportPlan) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(header)
        combo.addItem(self.tr("Left out"), "")
        taken = plan.mapping.get(header, "")
        if taken == header:
            combo.addItem(self.tr("A column of its own"), taken)
        for field in FIELDS[plan.kind]:
            combo.addItem(field_words(field), field)
        combo.setCurrentIndex(max(combo.findData(taken), 0))
        combo.activated.connect(partial(self._choose, header, combo))
        return combo

    def _choose(self, header: str, combo: QComboBox, _row: int) -> None:
        self.column_changed.emit(header, combo.currentData())
