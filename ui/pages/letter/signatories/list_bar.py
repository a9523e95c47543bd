"""The numbered lists of a letter: what became of them, who is shown of them, and closing the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from signatories.models import SignOnStatus
from signatories.overview import Overview
from signatories.sign_ons.lists import NumberedList
from signatories.texts import N_, message
from ui.models.numbered_lists import figures, list_words
from ui.pages.letter.signatories.filter import EVERYBODY, OfList
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label, muted_label
from ui.widgets.offer_box import OfferBox


class ListBar(QWidget):
    """Shows the lists of the version that is printed; hidden until somebody has confirmed."""

    chosen_changed = Signal()
    close_requested = Signal(object)  # the last list, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists: tuple[NumberedList, ...] = ()
        self._choice = OfferBox()
        self._choice.setMinimumContentsLength(24)
        self._choice.activated.connect(self._choose)
        self._state = muted_label(wrap=True)
        self._close = plain_button("", "check")
        self._close.clicked.connect(lambda: self.close_requested.emit(self._last))
        self._build_layout()

    @property
    def chosen(self) -> OfList:
        """Return whose rows are wanted."""
        chosen: OfList = self._choice.value or EVERYBODY
        return chosen

    def show_overview(self, overview: Overview) -> None:
        """Show the lists as they are now; what is chosen stays chosen if it is still there."""
        self._lists = overview.lists
        self.setVisible(bool(self._lists) or SignOnStatus.CONFIRMED in overview.statuses)
        offered = _choices(self._lists)
        self._choice.offer(offered, self.chosen)
        self._choice.setEnabled(len(offered) > 1)
        self._show_state()
        self._show_next()

    def show_everybody(self) -> None:
        """Choose no list."""
        if self.chosen != EVERYBODY:
            self._choice.setCurrentIndex(0)
            self._choose()

    @property
    def _last(self) -> NumberedList | None:
        return self._lists[-1] if self._lists else None

    def _build_layout(self) -> None:
        caption = label(self.tr("&List"))
        caption.setBuddy(self._choice)
        self._choice.setAccessibleName(self.tr("List"))
        self._choice.setToolTip(self.tr("Whose answers are shown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(caption)
        row.addWidget(self._choice)
        row.addWidget(self._state, 1)
        row.addWidget(self._close)

    def _choose(self) -> None:
        self._show_state()
        self.chosen_changed.emit()

    def _show_state(self) -> None:
        number = self.chosen.number or self.chosen.since
        told = next((each for each in self._lists if each.number == number), self._last)
        if told is None:
            text = self.tr(
                "To send the letter while others still sign, close list 1: it is kept as it is, to be printed again."
            )
        else:
            words = translate(message(N_("List {number}"), number=told.number))
            text = f"{words}: {figures(told)}"
        self._state.setText(text)

    def _show_next(self) -> None:
        """Offer to close the next list, if it would be another one."""
        last = self._last
        following = message(N_("Close list {number}…"), number=last.number + 1 if last else 1)
        self._close.setText(translate(following))
        if last is None or last.is_outdated:
            self._close.setEnabled(True)
            self._close.setToolTip(self.tr("Number the list as it is, and keep who is on it"))
        else:
            self._close.setEnabled(False)
            self._close.setToolTip(self.tr("Nobody came or went since the last list"))


def _choices(lists: Sequence[NumberedList]) -> list[tuple[str, OfList]]:
    """Everybody, and of each list, the latest first, who is on it and who agreed since."""
    found = [(translate(N_("Everybody")), EVERYBODY)]
    for closed in reversed(lists):
        since = message(N_("Agreed since list {number}"), number=closed.number)
        found.append((list_words(closed), OfList(number=closed.number)))
        found.append((translate(since), OfList(since=closed.number)))
    return found
