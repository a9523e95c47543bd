"""Until when one can sign a letter, how many are hoped for, and how many let the day pass."""

import datetime as dt

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from signatories.overview import Overview
from signatories.texts import N_, message
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import stepped
from ui.widgets.day_field import DayField
from ui.widgets.labels import label, muted_label

MOST = 999_999_999


class CallBar(QWidget):
    """Shows the deadline and the target of a letter; what is changed is a wish."""

    wanted = Signal(object, object)  # the last day to sign, or None; the target, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[dt.date | None, int | None] = (None, None)
        self._words = self._problem = ""  # what came of the call; what is wrong with the deadline
        self._deadline = DayField(self.tr("None"))
        self._deadline.setToolTip(self.tr("The last day to sign, such as 2010-07-26"))
        self._target = stepped(QSpinBox(minimum=0, maximum=MOST))
        self._target.setSpecialValueText(self.tr("None"))
        self._target.setKeyboardTracking(False)
        self._target.setToolTip(self.tr("How many signatories are hoped for"))
        self._state = muted_label(wrap=True)
        self._build_layout()
        self._deadline.editingFinished.connect(self._wish)
        self._target.valueChanged.connect(self._wish)

    def show_overview(self, overview: Overview) -> None:
        """Show a letter's deadline and target, and what came of them. What is being typed stays."""
        file = overview.file
        self._shown = file.deadline, file.target
        self._deadline.show_day(file.deadline)
        if self._target.value() != (file.target or 0):  # setting the same one ends the typing
            with QSignalBlocker(self._target):
                self._target.setValue(file.target or 0)
        told = []
        if file.target:
            text = N_("{confirmed} of {target} have confirmed")
            told.append(message(text, confirmed=overview.version.confirmed, target=file.target))
        if overview.without_reply:
            told.append(message(N_("%n without a reply"), n=overview.without_reply))
        self._words = " · ".join(map(translate, told))
        self._show_state()

    def _build_layout(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        fields = ((self.tr("&Deadline"), self._deadline), (self.tr("&Target"), self._target))
        for text, field in fields:
            caption = label(text)
            caption.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            row.addWidget(caption)
            row.addWidget(field)
        row.addWidget(self._state, 1)

    def _wish(self) -> None:
        """Wish for what is typed; in place of a day that is none the deadline stays."""
        self._problem = self._deadline.problem
        self._show_state()
        deadline = self._shown[0] if self._problem else self._deadline.day
        wanted = deadline, self._target.value() or None
        if wanted != self._shown:
            self._shown = wanted
            self.wanted.emit(*wanted)

    def _show_state(self) -> None:
        self._state.setText(self._problem or self._words)
        self._state.setProperty("role", "danger" if self._problem else "muted")
        self._state.style().polish(self._state)
        self._deadline.setAccessibleDescription(self._problem)
