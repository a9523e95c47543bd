"""How a letter's products are made: the paper, both sides of it, for an archive, and not too early."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from signatories.letters.run_settings import RunSettings
from signatories.sign_ons.lists import NumberedList
from signatories.texts import N_
from ui.models.numbered_lists import list_words
from ui.pages.letter.run.naming_field import Known, NamingField
from ui.pages.letter.run.settings_words import words_on
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import Captioned, stepped
from ui.widgets.labels import small_label
from ui.widgets.moment_field import MomentField
from ui.widgets.offer_box import OfferBox

BOXES = {
    "letterhead": (
        N_("Print the &letterhead"),
        N_("Untick it for paper that has one: its room stays free."),
    ),
    "window": (
        N_("Addresses in the &windows of envelopes"),
        N_("In PDFs, for letters folded in three: DL for A4, no. 10 for US Letter."),
    ),
    "duplex": (
        N_("For printing on &both sides"),
        N_("Each letter begins on a new sheet: where one ends on a front, a blank back follows."),
    ),
    "archive": (N_("PDFs for an &archive (PDF/A-2b)"), ""),
}
LINES = 3  # of the sender
LABELS = 30  # of the sheet with the most
AHEAD = dt.timedelta(days=1)  # of now, where a moment begins to be chosen


class OptionsPanel(QWidget):
    """Shows a letter's settings for its runs; what is changed is a wish."""

    wanted = Signal(object, str)  # other RunSettings; the field that is being typed in, if one is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = RunSettings()
        self._boxes = {name: QCheckBox() for name in BOXES}
        self._naming = NamingField()
        self._naming.typed.connect(lambda pattern: self._wish("naming", naming=pattern))
        self._label = stepped(QSpinBox(minimum=1, maximum=LABELS))
        self._label.valueChanged.connect(lambda number: self._wish("label", first_label=number))
        self._sender = QPlainTextEdit(tabChangesFocus=True)
        self._sender.setFixedHeight(self._sender.fontMetrics().lineSpacing() * LINES + 3 * GRID)
        self._sender.textChanged.connect(self._wish_sender)
        self._lists: tuple[NumberedList, ...] = ()
        self._list = OfferBox()
        self._list.activated.connect(self._wish_list)
        self._moments = self._build_moments()
        self._build_layout()
        for name, box in self._boxes.items():
            box.clicked.connect(lambda checked, name=name: self._wish(**{name: checked}))
        for name, field in self._moments.items():
            field.wanted.connect(partial(self._wish_moment, name))
        self.show_settings(self._settings)

    def show_settings(self, settings: RunSettings) -> None:
        """Show these settings."""
        self._settings = settings
        for name, box in self._boxes.items():
            box.setChecked(getattr(settings, name))
        self._naming.show_pattern(settings.naming)
        with QSignalBlocker(self._label):
            self._label.setValue(settings.first_label)
        if self._sender.toPlainText() != settings.sender:
            self._sender.setPlainText(settings.sender)
        self._show_choice()
        for name, field in self._moments.items():
            field.show_moment(getattr(settings, name))
        self._moments["signed_by"].setVisible(settings.list_number is None)

    def show_lists(self, lists: tuple[NumberedList, ...]) -> None:
        """Offer these lists to be printed."""
        self._lists = lists
        self._show_choice()

    def show_known(self, known: Known) -> None:
        """Name files after these recipients."""
        self._naming.show_known(known)

    def focus_on(self, name: str) -> None:
        """Put the cursor into the field of a setting."""
        fields = {
            **self._boxes,
            **self._moments,
            "naming": self._naming,
            "first_label": self._label,
        }
        if self._settings.list_number is not None:
            fields["signed_by"] = self._list
        fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def summary(self) -> str:
        """Say in a few words what is chosen, for when the panel is folded."""
        return words_on(self._settings, self._lists)

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for name, (text, hint) in BOXES.items():
            self._boxes[name].setText(translate(text))
            column.addLayout(_hinted(self._boxes[name], translate(hint)))
        column.addWidget(Captioned(self.tr("Names of files"), self._naming))
        column.addWidget(Captioned(self.tr("First free label of the first sheet"), self._label))
        column.addWidget(Captioned(self.tr("Sender on envelopes"), self._sender))
        column.addWidget(Captioned(self.tr("Who is printed"), self._list))
        for field in self._moments.values():
            column.addWidget(field)

    def _build_moments(self) -> dict[str, MomentField]:
        of_list = self.tr("In your time zone ({zone}). Who agreed later is on no list made now.")
        too_early = self.tr(
            "In your time zone ({zone}). Before then all is made only once you have seen the warning."
        )
        return {
            "signed_by": MomentField(
                self.tr("Si&gned by"), of_list, partial(dt.datetime.now, dt.UTC)
            ),
            "not_before": MomentField(
                self.tr("&Not before"),
                too_early,
                lambda: dt.datetime.now(dt.UTC) + AHEAD,
            ),
        }

    def _show_choice(self) -> None:
        """Offer everybody and the lists, latest first; a chosen one that is not there any more, too."""
        chosen = self._settings.list_number
        offered: list[tuple[str, int | None]] = [(self.tr("Everybody who has confirmed"), None)]
        offered += [(list_words(closed), closed.number) for closed in reversed(self._lists)]
        if chosen not in [number for _, number in offered]:
            gone = self.tr("List {number}, which is not there").format(number=chosen)
            offered.append((gone, chosen))
        self._list.offer(offered, chosen)

    def _wish_list(self) -> None:
        number = self._list.value
        self._wish(list_number=number, signed_by=None if number else self._settings.signed_by)

    def _wish(self, typed_in: str = "", **changed: Any) -> None:
        self.show_settings(replace(self._settings, **changed))
        self.wanted.emit(self._settings, typed_in)

    def _wish_sender(self) -> None:
        if self._sender.toPlainText() != self._settings.sender:
            self._wish("sender", sender=self._sender.toPlainText())

    def _wish_moment(self, name: str, chosen: dt.datetime | None, typed: bool) -> None:
        self._wish(name if typed else "", **{name: chosen})


def _hinted(field: QWidget, hint: str) -> QVBoxLayout:
    """A field above its hint, if it has one."""
    cell = QVBoxLayout()
    cell.setContentsMargins(0, 0, 0, 0)
    cell.setSpacing(GRID // 4)
    cell.addWidget(field)
    if hint:
        cell.addWidget(small_label(hint, wrap=True))
    return cell
