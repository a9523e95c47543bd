"""Chips for what rows of a table have in common: what they lack, and the values that several share."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signatories import queries
from signatories.queries import Listing, Trait
from ui.application import Application
from ui.asking import Asking
from ui.models.traits import trait_words
from ui.widgets.filter_chips import Chip, FilterChips


class TraitChips(FilterChips):
    """Reads the traits of a listing beside the window; without a listing there is nothing to choose."""

    shown = Signal()

    def __init__(
        self, app: Application, listing: Listing | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._listing = listing
        self._asking = Asking(self._show_traits, self)
        self.hide()
        self.chosen_changed.connect(self.ask)

    def ask(self) -> None:
        """Read the traits as they are now; an older answer no longer counts."""
        if listing := self._listing:
            chosen = self.chosen
            self._asking.wait_for(
                self._app.read(lambda session: queries.traits(session, listing, chosen))
            )

    def _show_traits(self, traits: Sequence[Trait]) -> None:
        self.set_chips([Chip(each.key, trait_words(each), each.rows) for each in traits])
        self.setVisible(bool(traits))
        self.shown.emit()
