"""What lines are ordered by: the fields for it, of the block or of one of its groups."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from signatories.block.settings import OrderRule
from signatories.models.block import Order
from ui.pages.letter.block.words import ACCENTS, ARTICLES, ORDERS, SPACES, in_words
from ui.theme import GRID
from ui.widgets.buttons import plain_button
from ui.widgets.captioned import narrow
from ui.widgets.record_form import RecordForm

UNSORTED = {Order.SIGNED, Order.AS_GIVEN, Order.RANDOM}
"""Orders for which no name is compared."""

_FLAGS = Qt.ItemDataRole.UserRole - 1  # by which a box disables a line


class OrderFields(QWidget):
    """Shows an OrderRule. A random order has a button to draw anew; the draw is kept until then."""

    edited = Signal(object, str)  # the new OrderRule; the field that is being typed in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = RecordForm()
        self._orders = self._form.add_choice("order", self.tr("&Order"), in_words(ORDERS))
        self._of = narrow(QComboBox())
        hint = self.tr("Numbers by size, then words; who has none comes last.")
        self._form.add_row("column", self.tr("Colu&mn"), self._of, hint)
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
        self._form.edited.connect(self._take)
        self._of.textActivated.connect(self._take_column)
        self._shuffle.clicked.connect(self._draw_again)

    def show_rule(self, rule: OrderRule, columns: Sequence[str]) -> None:
        """Show a rule, and only the fields that matter for it; `columns` are the further ones of the list."""
        self._offer(rule, columns)
        self._form.show_record(rule)
        self._form.show_row("column", rule.order is Order.COLUMN)
        for name in ("articles", "accents", "spaces"):
            self._form.show_row(name, rule.order not in UNSORTED)
        self._shuffle.setVisible(rule.order is Order.RANDOM)

    def _offer(self, rule: OrderRule, columns: Sequence[str]) -> None:
        """Offer the columns; the chosen one too when it is gone from the list."""
        names = [name for name in dict.fromkeys((*columns, rule.column)) if name]
        self._of.clear()
        self._of.addItems(names)
        self._of.setCurrentText(rule.column)
        place = self._orders.findData(Order.COLUMN)
        offered = bool(names) or rule.order is Order.COLUMN
        self._orders.setItemData(place, None if offered else 0, _FLAGS)

    def _take(self, rule: OrderRule, typed_in: str) -> None:
        """Pass a rule on; by a column is by the one that is offered first, until another is chosen."""
        if rule.order is Order.COLUMN and not rule.column:
            rule = replace(rule, column=self._of.currentText())
        self.edited.emit(rule, typed_in)

    def _take_column(self, name: str) -> None:
        self.edited.emit(replace(self._form.record, column=name), "")

    def _draw_again(self) -> None:
        rule: OrderRule = self._form.record
        self.edited.emit(replace(rule, seed=rule.seed + 1), "")
