"""The lines of the block beside its page: why each stands where it does, and ways to keep it elsewhere."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from signatories.block.entries import Entry
from signatories.block.settings import Pin
from signatories.models.block import PinPlace
from ui.pages.letter.block.lines_model import LinesModel
from ui.pages.letter.block.lines_table import LinesTable
from ui.pages.letter.block.listing import (
    Listing,
    pin_before,
    with_pin,
    without_pin,
)
from ui.theme import GRID, icon
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import small_label


class LinesView(QWidget):
    """Lists what is printed. Moving a line keeps it there, whoever comes later."""

    wanted = Signal(object, str)  # a Change; nothing is typed here
    own_line_requested = Signal(object)  # an Entry
    sign_on_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LinesModel(self)
        self._table = LinesTable(self._model)
        self._current: int | None = None  # the sign-on with the cursor
        self._reason = small_label(wrap=True)
        self._reason.setAccessibleName(self.tr("Why is this here?"))
        self._more = plain_button(self.tr("Change &line"), "pin")
        self._build_layout()
        self._connect()

    def show_listing(self, listing: Listing) -> None:
        """Show other lines; the current one stays current and in its place of the view."""
        kept = self._current
        scrolled = self._table.verticalScrollBar().value()
        self._model.show_listing(listing)
        self._table.hide_unused()
        self._table.verticalScrollBar().setValue(scrolled)
        row = self._model.row_of(kept) if kept is not None else None
        if row is not None:
            self._table.show_row(row)
        self._show_reason()

    def row_menu(self) -> QMenu:
        """Build the menu of the current line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = self._entry()
        if entry is None:
            return menu
        for text, act in self._ways_to_keep(entry):
            menu.addAction(icon("pin"), text, act)
        go = menu.addAction(self.tr("Let go"), self._let_go)
        go.setEnabled(entry.signatory.sign_on_id in self._model.listing.kept)
        menu.addSeparator()
        menu.addAction(
            icon("edit"), self.tr("This line only…"), partial(self.own_line_requested.emit, entry)
        )
        show = partial(self.sign_on_requested.emit, entry.signatory.sign_on_id)
        menu.addAction(icon("signature"), self.tr("Show in Signatories"), show)
        return menu

    def _build_layout(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._reason, 1)
        foot.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._table, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._table.line_changed.connect(self._take_current)
        self._table.step_requested.connect(self._step)
        self._table.drop_requested.connect(self._drop)
        self._table.let_go_requested.connect(self._let_go)
        self._table.customContextMenuRequested.connect(self._open_menu)
        self._more.clicked.connect(
            lambda: self.row_menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
        )

    def _ways_to_keep(self, entry: Entry) -> list[tuple[str, Callable[[], object]]]:
        """The places where a line can be kept, in words, and what keeps it there."""
        sign_on_id = entry.signatory.sign_on_id
        keep_last = Pin(sign_on_id, PinPlace.LAST)
        ways: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Keep first"), partial(self._keep, Pin(sign_on_id, PinPlace.FIRST))),
            (self.tr("Keep last"), partial(self._keep, keep_last)),
        ]
        above = self._above()
        if above is not None:
            text = self.tr("Keep after “{line}”").format(line=above.signatory.line)
            pin = Pin(sign_on_id, PinPlace.AFTER, above.signatory.sign_on_id)
            ways.insert(1, (text.replace("&", "&&"), partial(self._keep, pin)))
        return ways

    def _entry(self) -> Entry | None:
        row = self._table.current_row()
        return self._model.entry(row) if row is not None else None

    def _above(self) -> Entry | None:
        """The line above the current one, in its group."""
        row = self._table.current_row()
        place = self._model.spot(row).entry if row is not None else None
        return self._model.neighbours(row)[place - 1] if row is not None and place else None

    def _take_current(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._current = entry.signatory.sign_on_id
        self._show_reason()

    def _show_reason(self) -> None:
        entry = self._entry()
        self._more.setEnabled(entry is not None)
        hint = self.tr("Drag a line, or press Alt with an arrow key, to keep it elsewhere.")
        self._reason.setText(translate(self._model.listing.why(entry)) if entry else hint)

    def _step(self, by: int) -> None:
        row = self._table.current_row()
        if row is not None:
            self._drop(row, row - 1 if by < 0 else row + 2)

    def _drop(self, row: int, before: int) -> None:
        """Keep the line of a row in front of another row, which may be the one after its group's last."""
        spot, entries = self._model.spot(row), self._model.neighbours(row)
        first = row - (spot.entry or 0)
        place = before - first
        if spot.entry is None or not 0 <= place <= len(entries):
            self._reason.setText(
                self.tr("A line stays in its group: only its order there changes.")
            )
            return
        pin = pin_before(entries, spot.entry, place)
        if pin is not None:
            self._keep(pin)

    def _keep(self, pin: Pin) -> None:
        self.wanted.emit(lambda settings: with_pin(settings, pin), "")

    def _let_go(self) -> None:
        entry = self._entry()
        if entry is not None:
            sign_on_id = entry.signatory.sign_on_id
            self.wanted.emit(lambda settings: without_pin(settings, sign_on_id), "")

    def _open_menu(self, place: QPoint) -> None:
        if self._entry() is not None:
            self.row_menu().popup(self._table.viewport().mapToGlobal(place))
