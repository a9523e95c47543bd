"""One group of the block: its heading, and a form and an order of its own on demand."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule
from ui.pages.letter.block.form_fields import FormFields
from ui.pages.letter.block.line_fields import LineFields
from ui.pages.letter.block.order_fields import OrderFields
from ui.pages.letter.block.section import Known
from ui.theme import GRID
from ui.widgets.form import Form


class GroupFields(QWidget):
    """Shows a group. What it does not set itself is as in the whole block."""

    edited = Signal(object, str)  # the new GroupSettings; the field that is being typed in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group, self._settings = GroupSettings(""), BlockSettings()
        self._heading = QLineEdit()
        self._has_form = QCheckBox(self.tr("A form of its o&wn"))
        self._has_order = QCheckBox(self.tr("An or&der of its own"))
        self._form, self._line, self._order = FormFields(), LineFields(), OrderFields()
        heading = Form()
        hint = self.tr("May hold {group} and {count}, **bold** and *italic*.")
        heading.add_row("heading", self.tr("&Heading"), self._heading, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (heading, self._has_form, self._form, self._line, self._has_order):
            column.addWidget(widget)
        column.addWidget(self._order)
        self._connect()

    def show_group(
        self, group: GroupSettings, words: str, settings: BlockSettings, known: Known
    ) -> None:
        """Show a group of a block; `words` is what it is called without a heading."""
        self._group, self._settings = group, settings
        self._heading.setPlaceholderText(words)
        if self._heading.text() != group.heading:
            self._heading.setText(group.heading)
        for box, own in ((self._has_form, group.layout), (self._has_order, group.order)):
            with QSignalBlocker(box):
                box.setChecked(own is not None)
        for fields in (self._form, self._line):
            fields.setVisible(group.layout is not None)
        self._order.setVisible(group.order is not None)
        self._form.show_layout(group.layout or settings.layout)
        self._line.show_layout(group.layout or settings.layout, known)
        self._order.show_rule(group.order or settings.order, known.columns)

    def _connect(self) -> None:
        self._heading.textEdited.connect(self._take_heading)
        self._has_form.toggled.connect(self._take_has_form)
        self._has_order.toggled.connect(self._take_has_order)
        self._form.edited.connect(self._take_layout)
        self._line.edited.connect(self._take_layout)
        self._order.edited.connect(self._take_order)

    def _take_heading(self, heading: str) -> None:
        self.edited.emit(replace(self._group, heading=heading), f"heading {self._group.key}")

    def _take_has_form(self, own: bool) -> None:
        layout = self._settings.layout if own else None
        self.edited.emit(replace(self._group, layout=layout), "")

    def _take_has_order(self, own: bool) -> None:
        order = self._settings.order if own else None
        self.edited.emit(replace(self._group, order=order), "")

    def _take_layout(self, layout: Layout, typed_in: str) -> None:
        self.edited.emit(replace(self._group, layout=layout), typed_in)

    def _take_order(self, order: OrderRule, typed_in: str) -> None:
        self.edited.emit(replace(self._group, order=order), typed_in)
