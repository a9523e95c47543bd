"""A moment that may be none: a box to tick, and the day and time once it is ticked."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDateTime, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.captioned import stepped
from ui.widgets.labels import small_label

MINUTE = dt.timedelta(minutes=1)


class MomentField(QWidget):
    """Shows a moment in the zone of the user; what is chosen is a wish."""

    wanted = Signal(object, bool)  # the moment, or None; whether it is being typed

    def __init__(
        self,
        text: str,
        hint: str,
        proposed: Callable[[], dt.datetime],
        parent: QWidget | None = None,
    ) -> None:
        """`hint` has a place for the `zone`; `proposed`: the moment where choosing one begins."""
        super().__init__(parent)
        self._hint, self._proposed = hint, proposed
        self._note = small_label(wrap=True)
        self._box = QCheckBox(text)
        self._moment = stepped(QDateTimeEdit(calendarPopup=True))
        self._moment.setKeyboardTracking(False)  # half a day is none
        name = self.tr("{what}: day and time").format(what=text.replace("&", ""))
        self._moment.setAccessibleName(name)
        self._chosen = QWidget()
        self._build_layout()
        self.setFocusProxy(self._box)
        self._box.clicked.connect(self._wish_any)
        self._moment.dateTimeChanged.connect(self._wish)
        self.show_moment(None)

    def show_moment(self, moment: dt.datetime | None) -> None:
        """Show a moment, or that there is none."""
        self._box.setChecked(moment is not None)
        self._chosen.setVisible(moment is not None)
        if moment is not None:
            shown = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
            with QSignalBlocker(self._moment):
                self._moment.setDateTime(shown)
            self._note.setText(self._hint.format(zone=shown.timeZoneAbbreviation()))

    def _build_layout(self) -> None:
        inner = QVBoxLayout(self._chosen)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID // 4)
        inner.addWidget(self._moment)
        inner.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._box)
        column.addWidget(self._chosen)

    def _wish_any(self, ticked: bool) -> None:
        self.wanted.emit(_whole_minute(self._proposed()) if ticked else None, False)

    def _wish(self, chosen: QDateTime) -> None:
        self.wanted.emit(dt.datetime.fromtimestamp(chosen.toSecsSinceEpoch(), dt.UTC), True)


def _whole_minute(moment: dt.datetime) -> dt.datetime:
    """The first whole minute that is not before a moment: what happened until then is before it."""
    begun = moment.replace(second=0, microsecond=0)
    return begun if begun == moment else begun + MINUTE
