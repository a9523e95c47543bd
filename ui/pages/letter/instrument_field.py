"""Which treaty a letter tells standings of, and when its table was last held against the source."""

import datetime as dt

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from signatories.dates import parse_date
from signatories.overview import Overview
from signatories.texts import N_
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import narrow
from ui.widgets.labels import label, small_label

DAY_WIDTH = 120  # pixels


class InstrumentField(QWidget):
    """Offers the treaties of the file; what is chosen or typed is a wish. Without any it says where they come from."""

    chosen = Signal(int)  # the id of an instrument
    checked = Signal(int, object)  # its id; the day, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked_on: dict[int, dt.date | None] = {}
        self._titles = narrow(QComboBox())
        self._titles.activated.connect(self._choose)
        self._day = QLineEdit()
        self._day.setMaximumWidth(DAY_WIDTH)
        self._day.setPlaceholderText(self.tr("Not known"))
        hint = self.tr("The last day on which you held the table against its source")
        self._day.setToolTip(hint)
        self._day.editingFinished.connect(self._check)
        self._caption = QLabel(self.tr("Table chec&ked"))
        self._caption.setBuddy(self._day)
        self._day.setAccessibleName(self.tr("Table checked"))
        self._none = label(wrap=True)
        self._none.setText(
            self.tr("None: nobody has a standing. Import a treaty table to have one.")
        )
        self._problem = small_label(wrap=True)
        self._problem.setProperty("role", "danger")
        self._build_layout()
        self.setFocusProxy(self._titles)

    def show_overview(self, overview: Overview) -> None:
        """Show the treaties, and the letter's own."""
        self._checked_on = {each.id: each.checked_on for each in overview.instruments}
        ids = {each.title: each.id for each in overview.instruments}
        with QSignalBlocker(self._titles):
            self._titles.clear()
            for each in overview.instruments:
                self._titles.addItem(each.title, each.id)
            shown = ids.get(overview.file.instrument or overview.choice.instrument)
            self._titles.setCurrentIndex(self._titles.findData(shown))
        for widget in (self._titles, self._caption, self._day):
            widget.setVisible(bool(ids))
        self._none.setVisible(not ids)
        self._day.setEnabled(shown is not None)
        day = self._checked_on.get(shown) if shown else None
        self._day.setText(day.isoformat() if day else "")
        self._show_problem("")

    def setAccessibleName(self, name: str) -> None:
        """Give the list of treaties its name: it has the cursor."""
        self._titles.setAccessibleName(name)

    def _build_layout(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._none, 1)
        row.addWidget(self._titles, 1)
        row.addWidget(self._caption)
        row.addWidget(self._day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 4)
        column.addLayout(row)
        column.addWidget(self._problem)

    def _choose(self) -> None:
        self.chosen.emit(self._titles.currentData())

    def _check(self) -> None:
        typed, shown = self._day.text().strip(), self._titles.currentData()
        date = parse_date(typed)
        day = date.first if date is not None and date.day is not None else None
        if typed and day is None:
            self._show_problem(
                translate(N_("This is not one certain day. Write it as 2010-07-26."))
            )
            return
        self._show_problem("")
        if shown is not None and day != self._checked_on[shown]:
            self._checked_on[shown] = day
            self.checked.emit(shown, day)

    def _show_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._day.setAccessibleDescription(problem)
