"""The tab *Recipients*: who the letter goes to, chosen by a condition, with gaps and doubles."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from signatories.gaps import Gap
from signatories.overview import Overview
from signatories.overview.choices import Choice
from ui.application import Application
from ui.pages.letter.recipients.condition_bar import ConditionBar
from ui.pages.letter.recipients.gap_list import GapList
from ui.pages.letter.recipients.listing import RecipientListing
from ui.theme import GRID, icon
from ui.widgets.buttons import plain_button
from ui.widgets.search_box import SearchBox


class RecipientsTab(QWidget):
    """Shows whom a condition chooses, and what is missing among them. What is done with them are wishes."""

    save_requested = Signal(str, object)  # a condition; the day of the standing, or None
    instrument_chosen = Signal(int)  # the id of an instrument
    cell_changed = Signal(int, str, str)  # a recipient; the name of a value, and the new one
    table_checked = Signal(int, object)  # the same; the day, or None
    import_requested = Signal()
    add_requested = Signal()
    edit_requested = Signal(int)
    remove_requested = Signal(list)

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = ConditionBar(app, letter_id)
        self._gaps = GapList()
        self._search = SearchBox(self.tr("Search in all columns"))
        self.listing = RecipientListing(app, self._search)
        self._table = self.listing.table
        self._build_layout()
        self._connect()

    def show_overview(self, overview: Overview) -> None:
        """Show who a letter goes to."""
        self._bar.show_overview(overview)

    def search_here(self) -> None:
        """Put the cursor into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_recipients(self, ids: Sequence[int], field: str = "") -> None:
        """Select recipients, whatever was searched for or filtered before; go to a field of how they are chosen."""
        self._bar.focus_on(field)
        self._search.clear()
        self._gaps.show_everybody()
        self.listing.select(ids)

    def row_menu(self) -> QMenu:
        """Build the menu of the selected rows."""
        menu = QMenu(self)
        edit = partial(self._with_current, self.edit_requested.emit)
        menu.addAction(icon("edit"), self.tr("Edit…"), edit)
        ids = self._table.selected_ids()
        menu.addAction(icon("delete"), self.tr("Remove"), lambda: self.remove_requested.emit(ids))
        return menu

    def _build_layout(self) -> None:
        add = plain_button(self.tr("Add…"), "add")
        add.clicked.connect(self.add_requested)
        table = plain_button(self.tr("Import a table…"), "import")
        table.setToolTip(self.tr("The table of a treaty, or a list of your own recipients"))
        table.clicked.connect(self.import_requested)
        self._search.setMaximumWidth(320)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        tools.addWidget(self._search, 1)
        tools.addStretch(1)
        tools.addWidget(table)
        tools.addWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        layout.setSpacing(GRID)
        for part in (self._bar, self._gaps):
            layout.addWidget(part)
        layout.addLayout(tools)
        layout.addWidget(self.listing, 1)

    def _connect(self) -> None:
        self._bar.tried.connect(self._show)
        self._bar.save_requested.connect(self.save_requested)
        self._bar.instrument.chosen.connect(self.instrument_chosen)
        self._bar.instrument.checked.connect(self.table_checked)
        self._gaps.only_requested.connect(self._show_only)
        self._table.open_requested.connect(self.edit_requested)
        self._table.delete_requested.connect(self.remove_requested)
        self.listing.cell_changed.connect(self.cell_changed)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._open_menu)

    def _show(self, choice: Choice) -> None:
        self._gaps.show_gaps(choice.gaps)
        self.listing.show_rows(choice.selection.recipients if choice.selection else ())

    def _show_only(self, gap: Gap | None) -> None:
        self.listing.show_only(gap.ids if gap else ())

    def _with_current(self, act: Callable[[int], object]) -> None:
        current = self._table.current_id()
        if current is not None:
            act(current)

    def _open_menu(self, place: QPoint) -> None:
        if self._table.selected_count():
            menu = self.row_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._table.viewport().mapToGlobal(place))
