"""Which treaty a letter tells standings of, and when its table was last held against the source."""

import datetime as dt

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from signatories.overview import Overview
from ui.theme import GRID
from ui.widgets.captioned import narrow
from ui.widgets.day_field import DayField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, small_label


class InstrumentField(QWidget):
    """Offers the treaties of the file; what is chosen or typed is a wish. Without any it says where they come from."""

    chosen = Signal(int)  # the id of an instrument
    checked = Signal(int, object)  # its id; the day, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked_on: dict[int, dt.date | None] = {}
        self._titles = narrow(QComboBox())
        self._titles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._titles.activated.connect(self._choose)
        self._day = DayField(self.tr("Not known"))
        hint = self.tr("The last day on which you held the table against its source")
        self._day.setToolTip(hint)
        self._day.editingFinished.connect(self._check)
        self._day.setAccessibleName(self.tr("Table checked"))
        self._last_check = self._build_last_check()
        self._none = label(wrap=True)
        self._none.setText(
            self.tr("None: nobody has a standing. Import a treaty table to have one.")
        )
        self._problem = small_label(wrap=True)
        self._problem.setProperty("role", "danger")
        self._problem.hide()
        self._build_layout()
        self.setFocusProxy(self._titles)

    def show_overview(self, overview: Overview) -> None:
        """Show the treaties, and the letter's own."""
        self._checked_on = {each.id: each.checked_on for each in overview.instruments}
        ids = {each.title: each.id for each in overview.instruments}
        before = self._titles.currentData()
        with QSignalBlocker(self._titles):
            self._titles.clear()
            for each in overview.instruments:
                self._titles.addItem(each.title, each.id)
            shown = ids.get(overview.file.instrument or overview.choice.instrument)
            self._titles.setCurrentIndex(self._titles.findData(shown))
        for widget in (self._titles, self._last_check):
            widget.setVisible(bool(ids))
        self._none.setVisible(not ids)
        self._day.setEnabled(shown is not None)
        if shown != before:
            self._forget_typed()
        self._day.show_day(self._checked_on.get(shown) if shown else None)

    def setAccessibleName(self, name: str) -> None:
        """Give the list of treaties its name: it has the cursor."""
        self._titles.setAccessibleName(name)

    def _build_layout(self) -> None:
        row = FlowLayout()  # with little room the day stands beneath
        row.addWidget(self._titles)
        row.addWidget(self._last_check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 4)
        column.addWidget(self._none)
        column.addLayout(row)
        column.addWidget(self._problem)

    def _build_last_check(self) -> QWidget:
        caption = QLabel(self.tr("Table chec&ked"))
        caption.setBuddy(self._day)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(caption)
        row.addWidget(self._day)
        return part

    def _choose(self) -> None:
        self._forget_typed()
        self.chosen.emit(self._titles.currentData())

    def _check(self) -> None:
        shown, day, problem = self._titles.currentData(), self._day.day, self._day.problem
        self._show_problem(problem)
        if shown is not None and not problem and day != self._checked_on[shown]:
            self._checked_on[shown] = day
            self.checked.emit(shown, day)

    def _forget_typed(self) -> None:
        self._day.setModified(False)
        self._show_problem("")

    def _show_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._day.setAccessibleDescription(problem)
