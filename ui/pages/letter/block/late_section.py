"""The section *Late signers* of the designer."""

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from signatories.block.settings import BlockSettings
from signatories.dates import parse_date
from signatories.models.block import Late
from ui.days import day, typed_day
from ui.pages.letter.block.section import Section
from ui.pages.letter.block.words import LATE
from ui.translation import translate
from ui.widgets.captioned import narrow
from ui.widgets.form import Form


class LateSection(Section):
    """Who signed after a day stands among the others, or apart from them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._late = narrow(QComboBox())
        for value, words in LATE.items():
            self._late.addItem(translate(words), value)
        self._after = QLineEdit()
        self._form = Form()
        self._form.add_row("late", self.tr("&Late signers"), self._late)
        hint = self.tr("The last day in time, such as 2010-07-26")
        self._form.add_row("after", self.tr("Late a&fter"), self._after, hint)
        self._column.addWidget(self._form)
        self._late.activated.connect(self._wish_late)
        self._after.textEdited.connect(self._wish_day)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show who is late, and where they stand."""
        self._late.setCurrentIndex(self._late.findData(settings.late))
        if self._day() != _last_day(settings):
            last = _last_day(settings)
            self._after.setText(typed_day(last) if last else "")
        self._form.show_row("after", settings.late is Late.OWN_HEADING)
        self._show_problem()

    def summary(self, settings: BlockSettings) -> str:
        """Say since when who signs is late."""
        last = _last_day(settings)
        if settings.late is Late.SORTED or last is None:
            return self.tr("Not told apart")
        return self.tr("After {day}").format(day=day(last))

    def _day(self) -> dt.date | None:
        read = parse_date(self._after.text())
        return read.last if read else None

    def _wish_late(self) -> None:
        late: Late = self._late.currentData()
        self.wanted.emit(lambda settings: replace(settings, late=late), "")

    def _wish_day(self) -> None:
        self._show_problem()
        last = self._day()
        if last is None and self._after.text().strip():
            return  # said beneath the field
        moment = dt.datetime.combine(last, dt.time.max).astimezone(dt.UTC) if last else None
        self.wanted.emit(lambda settings: replace(settings, late_after=moment), "late_after")

    def _show_problem(self) -> None:
        unread = bool(self._after.text().strip()) and self._day() is None
        problem = self.tr("This is no day. Write one such as 2010-07-26.")
        self._form.mark_problems({"after": problem} if unread else {})


def _last_day(settings: BlockSettings) -> dt.date | None:
    """The last day in time, where this computer stands."""
    return settings.late_after.astimezone().date() if settings.late_after else None
