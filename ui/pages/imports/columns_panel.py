"""The columns of a table that is being imported: what each became, how surely, with a few of its cells."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from signatories.imports.columns.column import Column
from signatories.imports.columns.mapping import FIELDS, OWN
from signatories.texts import N_
from ui.pages.imports.column_question import ColumnQuestionView, told
from ui.pages.imports.field_names import field_words
from ui.pages.imports.looking import Look, Reading
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import narrow
from ui.widgets.labels import IconLabel, label, small_label, strong_label

MOST = 60  # columns shown; a table of more is cut down before it is imported
SURE, LIKELY = 0.85, 0.6
SIGNS = {
    "sure": (N_("Sure"), "check", "success"),
    "likely": (N_("Likely"), "question", "muted"),
    "look": (N_("Please look"), "warning", "warning"),
}


class ColumnsPanel(QWidget):
    """Each column's name, a choice of fields, samples, and a question where its cells contradict it."""

    wanted = Signal(object)  # a Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, 0)
        self._column.setSpacing(GRID)

    def clear(self) -> None:
        """Show no columns."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def show_look(self, look: Look) -> None:
        """Show the columns of a table, and what they became."""
        self.show_columns(look.plan.columns, look.plan.kind)

    def show_columns(self, columns: Sequence[Column], kind: str) -> None:
        """Show columns, and what each became of the fields that rows of this kind have."""
        self.clear()
        shown = columns[:MOST]
        if shown:
            self._column.addWidget(strong_label(self.tr("Columns")))
        for column in shown:
            self._column.addWidget(self._build(column, columns, kind))

    @property
    def first_question(self) -> QWidget | None:
        """Return the first way to answer the first question, if any is asked."""
        asked = self.findChildren(ColumnQuestionView)
        return next((view.findChild(QPushButton) for view in asked if view.isVisible()), None)

    def _build(self, column: Column, columns: Sequence[Column], kind: str) -> QWidget:
        whole = QWidget()
        parts = QVBoxLayout(whole)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(GRID // 4)
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        name = label(column.header or column.key, wrap=True)
        head.addWidget(name, 1)
        if column.questions or (column.field and not column.is_own):
            head.addWidget(_sign(column))
        parts.addLayout(head)
        parts.addWidget(self._build_choice(column, kind))
        if column.samples:
            parts.addWidget(small_label(" · ".join(column.samples), wrap=True))
        for question in column.questions:
            asked = ColumnQuestionView(question, columns)
            asked.answered.connect(self._want)
            parts.addWidget(asked)
        return whole

    def _build_choice(self, column: Column, kind: str) -> QComboBox:
        combo = narrow(QComboBox())
        combo.setAccessibleName(column.header or column.key)
        for field in FIELDS[kind]:
            combo.addItem(field_words(field), field)
        combo.insertSeparator(combo.count())
        combo.addItem(self.tr("A column of its own"), OWN)
        combo.addItem(self.tr("Left out"), "")
        combo.setMaxVisibleItems(combo.count())
        combo.setCurrentIndex(combo.findData(told(column)))
        combo.activated.connect(partial(self._choose, column.key, combo))
        return combo

    def _choose(self, key: str, combo: QComboBox, _row: int) -> None:
        self._want({key: combo.currentData()})

    def _want(self, fields: Mapping[str, str]) -> None:
        def change(reading: Reading) -> Reading:
            return reading.with_columns(fields)

        self.wanted.emit(change)


def _sign(column: Column) -> IconLabel:
    """How sure it is that the column is what it became; why, in the tip."""
    kind = "look" if column.questions or column.confidence < LIKELY else "likely"
    if column.confidence >= SURE and not column.questions:
        kind = "sure"
    words, name, role = SIGNS[kind]
    sign = IconLabel(name, role)
    sign.setToolTip(f"{translate(words)}: {translate(column.reason)}")
    sign.setAccessibleName(sign.toolTip())
    return sign
