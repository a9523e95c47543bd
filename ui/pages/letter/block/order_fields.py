"""What lines are ordered by: the fields for it, of the block or of one of its groups."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.block.settings import OrderRule
from signatories.models.block import Order
from ui.pages.letter.block.words import ACCENTS, ARTICLES, ORDERS, SPACES, in_words
from ui.theme import GRID
from ui.widgets.buttons import plain_button
from ui.widgets.record_form import RecordForm

UNSORTED = {Order.SIGNED, Order.AS_GIVEN, Order.RANDOM}
"""Orders for which no name is compared."""


class OrderFields(QWidget):
    """Shows an OrderRule. A random order has a button to draw anew; the draw is kept until then."""

    edited = Signal(object, str)  # the new OrderRule; the field that is being typed in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = RecordForm()
        self._form.add_choice("order", self.tr("&Order"), in_words(ORDERS))
        self._form.add_choice("articles", self.tr("“&The” in front"), in_words(ARTICLES))
        self._form.add_choice("accents", self.tr("&Accents"), in_words(ACCENTS))
        self._form.add_choice("spaces", self.tr("S&paces"), in_words(SPACES))
        self._shuffle = plain_button(self.tr("Shuffle again"), "shuffle")
        self._shuffle.setToolTip(self.tr("Draw another order; it is kept until you draw again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._form)
        column.addWidget(self._shuffle)
        self._form.edited.connect(self.edited)
        self._shuffle.clicked.connect(self._draw_again)

    def show_rule(self, rule: OrderRule) -> None:
        """Show a rule, and only the fields that matter for it."""
        self._form.show_record(rule)
        for name in ("articles", "accents", "spaces"):
            self._form.show_row(name, rule.order not in UNSORTED)
        self._shuffle.setVisible(rule.order is Order.RANDOM)

    def _draw_again(self) -> None:
        rule: OrderRule = self._form.record
        self.edited.emit(replace(rule, seed=rule.seed + 1), "")
