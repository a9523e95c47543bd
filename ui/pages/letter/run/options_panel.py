"""How a letter's products are made: the paper, both sides of it, for an archive, and not too early."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QDateTime, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QWidget

from signatories.run_settings import RunSettings
from ui.models.columns import moment
from ui.pages.letter.run.naming_field import Known, NamingField
from ui.widgets.form import Form

BOXES = ("letterhead", "duplex", "archive")
AHEAD = dt.timedelta(days=1)  # of now, where a moment begins to be chosen


class OptionsPanel(Form):
    """Shows a letter's settings for its runs; what is changed is a wish."""

    wanted = Signal(object, str)  # other RunSettings; the field that is being typed in, if one is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = RunSettings()
        self._boxes = {name: QCheckBox() for name in BOXES}
        self._naming = NamingField()
        self._naming.typed.connect(lambda pattern: self._wish("naming", naming=pattern))
        self._is_timed = QCheckBox(self.tr("&Not before"))
        self._moment = QDateTimeEdit(calendarPopup=True)
        self._moment.setKeyboardTracking(False)  # half a day is none
        self._moment.setAccessibleName(self.tr("Not before: day and time"))
        self._build_rows()
        for name, box in self._boxes.items():
            box.clicked.connect(lambda checked, name=name: self._wish(**{name: checked}))
        self._is_timed.clicked.connect(self._wish_timed)
        self._moment.dateTimeChanged.connect(self._wish_moment)
        self.show_settings(self._settings)

    def show_settings(self, settings: RunSettings) -> None:
        """Show these settings."""
        self._settings = settings
        for name, box in self._boxes.items():
            box.setChecked(getattr(settings, name))
        self._naming.show_pattern(settings.naming)
        self._is_timed.setChecked(settings.not_before is not None)
        self.show_row("moment", settings.not_before is not None)
        if settings.not_before is not None:
            with QSignalBlocker(self._moment):
                seconds = int(settings.not_before.timestamp())
                self._moment.setDateTime(QDateTime.fromSecsSinceEpoch(seconds))

    def show_known(self, known: Known) -> None:
        """Name files after these recipients."""
        self._naming.show_known(known)

    def focus_on(self, name: str) -> None:
        """Put the cursor into the field of a setting."""
        fields = {**self._boxes, "naming": self._naming, "not_before": self._is_timed}
        fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def summary(self) -> str:
        """Say in a few words what is chosen, for when the panel is folded."""
        return " · ".join(self._chosen()) or self.tr("On plain paper, one side")

    def _build_rows(self) -> None:
        self._boxes["letterhead"].setText(self.tr("Print the &letterhead"))
        hint = self.tr("Untick it for paper that has one: its room stays free.")
        self.add_wide_row("letterhead", self._boxes["letterhead"], hint)
        self._boxes["duplex"].setText(self.tr("For printing on &both sides"))
        hint = self.tr(
            "Each letter begins on a new sheet: where one ends on a front, a blank back follows."
        )
        self.add_wide_row("duplex", self._boxes["duplex"], hint)
        self._boxes["archive"].setText(self.tr("PDFs for an &archive (PDF/A-2b)"))
        self.add_wide_row("archive", self._boxes["archive"])
        self.add_row("naming", self.tr("Names of &files"), self._naming, "")
        self.add_wide_row("timed", self._is_timed)
        zone = QDateTime.currentDateTime().timeZoneAbbreviation()
        hint = self.tr("In your time zone ({zone}). Until then nothing is made.").format(zone=zone)
        self.add_wide_row("moment", self._moment, hint)

    def _chosen(self) -> Iterator[str]:
        settings = self._settings
        if not settings.letterhead:
            yield self.tr("Pre-printed paper")
        if settings.duplex:
            yield self.tr("Both sides")
        if settings.archive:
            yield self.tr("PDF/A-2b")
        if settings.naming:
            yield settings.naming
        if settings.not_before is not None:
            yield self.tr("Not before {moment}").format(moment=moment(settings.not_before))

    def _wish(self, typed_in: str = "", **changed: Any) -> None:
        self.show_settings(replace(self._settings, **changed))
        self.wanted.emit(self._settings, typed_in)

    def _wish_timed(self, timed: bool) -> None:
        ahead = dt.datetime.now(dt.UTC).replace(minute=0, second=0, microsecond=0) + AHEAD
        self._wish(not_before=ahead if timed else None)

    def _wish_moment(self, chosen: QDateTime) -> None:
        self._wish(
            "moment", not_before=dt.datetime.fromtimestamp(chosen.toSecsSinceEpoch(), dt.UTC)
        )
