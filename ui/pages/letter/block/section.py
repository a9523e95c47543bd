"""A part of the designer: shows some of the settings, and wishes for others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from ui.theme import GRID

Change = Callable[[BlockSettings], BlockSettings]


class KnownGroup(NamedTuple):
    """A group of the present list: its key in the settings, its words, and how many are in it."""

    key: str
    words: str
    size: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the present list has that settings can name.

    `columns` are the extra columns of its sign-ons, `shared` those that the recipients have too, `groups` its groups
    in printed order. `example` is a line to show
    a pattern on.
    """

    columns: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    groups: tuple[KnownGroup, ...] = ()
    example: Signatory | None = None
    language: str = "en"


class Section(QWidget):
    """Shows settings when it is told to; what is changed in it is a wish."""

    wanted = Signal(object, str)  # a Change; the field that is being typed in, if one is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = Known()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GRID)
        self._column.setSpacing(GRID)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show settings, and offer only what matters with them and what is known of the list."""
        raise NotImplementedError

    def summary(self, settings: BlockSettings) -> str:
        """Say in a few words what is chosen, for when the section is folded."""
        raise NotImplementedError
