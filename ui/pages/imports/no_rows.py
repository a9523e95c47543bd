"""What stands in place of the rows of an import as long as there are none: why, and the way on."""

import enum
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState


class WayOn(enum.Enum):
    """What a button offers to do about it."""

    NONE = enum.auto()
    LOOK_AGAIN = enum.auto()
    NEW_LETTER = enum.auto()


class Nothing(NamedTuple):
    """Why there are no rows, in words; blank: nothing is pasted or opened yet."""

    heading: str = ""
    words: str = ""
    way_on: WayOn = WayOn.NONE


NOTHING = Nothing()


class NoRows(EmptyState):
    """Says why, and raises the way on that was pressed."""

    again_requested = Signal()
    letter_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._again = plain_button(self.tr("Look again"), "redo")
        self._letter = primary_button(self.tr("New letter"), "add")
        super().__init__("paste", "", "", (self._again, self._letter), parent)
        self._again.clicked.connect(self.again_requested)
        self._letter.clicked.connect(self.letter_requested)

    @property
    def has_focus(self) -> bool:
        """Whether the focus is here, or on one of the buttons."""
        return any(part.hasFocus() for part in (self, self._again, self._letter))

    def show_why(self, why: Nothing) -> None:
        """Show another reason. The focus waits here while its button has nothing to do."""
        if self.has_focus:
            self.setFocus()
        self.set_heading(why.heading or self.tr("Nothing to import yet"))
        self.set_words(why.words or self.tr("Every row appears here before it is written."))
        self._again.setVisible(why.way_on is WayOn.LOOK_AGAIN)
        self._letter.setVisible(why.way_on is WayOn.NEW_LETTER)
