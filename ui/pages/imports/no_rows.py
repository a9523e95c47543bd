"""What stands in place of the rows of an import as long as there are none: why, and the way on."""

import enum
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.imports.password_part import PasswordPart
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState


class WayOn(enum.Enum):
    """What a button offers to do about it."""

    NONE = enum.auto()
    LOOK_AGAIN = enum.auto()
    NEW_LETTER = enum.auto()
    PASSWORD = enum.auto()


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
    password_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._again = plain_button(self.tr("Look again"), "redo")
        self._letter = primary_button(self.tr("New letter"), "add")
        self._password = PasswordPart()
        ways_on = (self._password, self._again, self._letter)
        super().__init__("paste", "", "", ways_on, parent)
        self._again.clicked.connect(self.again_requested)
        self._letter.clicked.connect(self.letter_requested)
        self._password.given.connect(self.password_given)

    @property
    def has_focus(self) -> bool:
        """Whether the focus is here, or on one of the buttons."""
        parts = (self, self._again, self._letter)
        return self._password.has_focus or any(part.hasFocus() for part in parts)

    def show_why(self, why: Nothing) -> None:
        """Show another reason. The focus waits here while its button has nothing to do, or is where to type."""
        waits = self.has_focus
        if waits:
            self.setFocus()
        self.set_heading(why.heading or self.tr("Nothing to import yet"))
        self.set_words(why.words or self.tr("Every row appears here before it is written."))
        self._again.setVisible(why.way_on in (WayOn.LOOK_AGAIN, WayOn.PASSWORD))
        self._password.setVisible(why.way_on is WayOn.PASSWORD)
        if waits and why.way_on is WayOn.PASSWORD:
            self._password.ask()
        self._letter.setVisible(why.way_on is WayOn.NEW_LETTER)
