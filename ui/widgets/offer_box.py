"""A field to choose one of a few things that may become others while it is in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.captioned import narrow


class OfferBox(QComboBox):
    """Hands out what was offered, as it was. It is filled anew only when other things are: an open list stays open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[tuple[str, Any]] = []
        narrow(self)

    @property
    def value(self) -> Any:
        """Return what is chosen; None where nothing is offered."""
        return self._offered[self.currentIndex()][1] if self._offered else None

    def offer(self, things: Sequence[tuple[str, Any]], chosen: Any) -> None:
        """Offer things, each with its words, and choose one; of none of them the first."""
        if things != self._offered:
            self._offered = list(things)
            self.clear()
            self.addItems([words for words, _ in things])
        values = [value for _, value in things]
        self.setCurrentIndex(values.index(chosen) if chosen in values else 0)
