"""A line for one certain day, or none."""

import datetime as dt

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from signatories.dates import parse_date
from signatories.texts import N_
from ui.days import typed_day
from ui.translation import translate


class DayField(QLineEdit):
    """Takes a day in any clear spelling, and has room for it in every size of text."""

    def __init__(self, none: str, parent: QWidget | None = None) -> None:
        """`none`: what an empty line means."""
        super().__init__(parent, placeholderText=none)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(lambda: self.setModified(bool(self.problem)))

    @property
    def day(self) -> dt.date | None:
        """The day that is typed; None as well where there is a problem."""
        date = parse_date(self.text().strip())
        return date.first if date is not None and date.day is not None else None

    @property
    def problem(self) -> str:
        """What is wrong with what is typed."""
        if not self.text().strip() or self.day is not None:
            return ""
        return translate(N_("This is not one certain day. Write it as 2010-07-26."))

    def show_day(self, day: dt.date | None) -> None:
        """Show a day, unless another one is being typed or mended."""
        if not self.isModified():
            self.setText(typed_day(day) if day else "")
