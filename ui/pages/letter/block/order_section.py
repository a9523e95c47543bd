"""The section *Order* of the designer."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signatories.block.settings import BlockSettings, OrderRule
from signatories.models.block import Order
from ui.pages.letter.block.order_fields import OrderFields
from ui.pages.letter.block.section import Section
from ui.pages.letter.block.words import ORDERS
from ui.translation import translate


class OrderSection(Section):
    """The order of the whole block; a group may have one of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = OrderFields()
        self._column.addWidget(self._fields)
        self._fields.edited.connect(self._wish)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the order."""
        self._fields.show_rule(settings.order, self.known.columns)

    def summary(self, settings: BlockSettings) -> str:
        """Say by what is ordered."""
        rule = settings.order
        return rule.column if rule.order is Order.COLUMN else translate(ORDERS[rule.order])

    def _wish(self, rule: OrderRule, typed_in: str) -> None:
        self.wanted.emit(lambda settings: replace(settings, order=rule), typed_in)
