"""The tab *Recipients*: who the letter goes to, chosen by a condition, with gaps and doubles."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from signatories.collation import fold
from signatories.gaps import Gap
from signatories.overview import Overview
from signatories.overview.choices import Choice
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, message
from ui.application import Application
from ui.models.lazy_table import LazyTableModel
from ui.pages.letter.recipients.columns import recipient_columns
from ui.pages.letter.recipients.condition_bar import ConditionBar
from ui.pages.letter.recipients.gap_list import GapList
from ui.theme import GRID, icon
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import muted_label
from ui.widgets.search_box import SearchBox
from ui.widgets.table import Table


class RecipientsTab(QWidget):
    """Shows the chosen recipients, which stand in memory: they were all read to choose among them."""

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
        self._rows: dict[int, Addressed] = {}
        self._wanted: tuple[int, ...] = ()
        self._only: frozenset[int] = frozenset()
        self._order, self._descending = "", False
        self._bar = ConditionBar(app, letter_id)
        self._gaps = GapList()
        self._search = SearchBox(self.tr("Search in all columns"))
        self._columns = {column.name: column for column in recipient_columns()}
        self._model: LazyTableModel[Addressed] = LazyTableModel(
            tuple(self._columns.values()), self._fetch, self
        )
        self._table = Table(self._model, "letter recipients")
        self._table.setAccessibleName(self.tr("Recipients of this letter"))
        self._footer = muted_label()
        self._build_layout()
        self._connect()
        app.window_state.remember_table(self._table)

    def show_overview(self, overview: Overview) -> None:
        """Show who a letter goes to."""
        self._bar.show_overview(overview)

    def search_here(self) -> None:
        """Put the cursor into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_recipient(self, recipient_id: int) -> None:
        """Bring a recipient into sight, as soon as the table has it."""
        self._wanted = () if self._table.show_ids((recipient_id,)) else (recipient_id,)

    def show_recipients(self, ids: Sequence[int], field: str = "") -> None:
        """Select recipients, whatever was searched for or filtered before; go to a field of how they are chosen."""
        self._bar.focus_on(field)
        self._search.clear()
        self._gaps.show_everybody()
        self._wanted = () if self._table.show_ids(ids) else tuple(ids)

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
        layout.addWidget(self._table, 1)
        layout.addWidget(self._footer)

    def _connect(self) -> None:
        self._bar.tried.connect(self._show)
        self._bar.save_requested.connect(self.save_requested)
        self._bar.instrument.chosen.connect(self.instrument_chosen)
        self._bar.instrument.checked.connect(self.table_checked)
        self._gaps.only_requested.connect(self._show_only)
        self._search.searched.connect(self._list)
        self._search.left_downwards.connect(self._table.setFocus)
        self._table.search_requested.connect(self._search.take)
        self._table.open_requested.connect(self.edit_requested)
        self._table.delete_requested.connect(self.remove_requested)
        self._model.edit_requested.connect(self.cell_changed)
        self._table.selection_counted.connect(self._show_counts)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._open_menu)
        self._model.sort_requested.connect(self._sort)

    def _show(self, choice: Choice) -> None:
        chosen: Sequence[Addressed] = choice.selection.recipients if choice.selection else ()
        self._rows = {one.id: one for one in chosen}
        self._gaps.show_gaps(choice.gaps)
        self._model.forget_all()
        self._list()

    def _show_only(self, gap: Gap | None) -> None:
        self._only = frozenset(gap.ids) if gap else frozenset()
        self._list()

    def _sort(self, order: str, direction: Qt.SortOrder) -> None:
        self._order, self._descending = order, direction == Qt.SortOrder.DescendingOrder
        self._list()

    def _list(self) -> None:
        """Show the rows that are searched for, in their order."""
        words = fold(self._search.text()).split()
        shown = [row for row in self._rows.values() if not self._only or row.id in self._only]
        shown = [row for row in shown if all(word in self._words(row) for word in words)]
        if self._order:
            shown.sort(key=self._key(), reverse=self._descending)
        self._table.set_ids(array("q", [row.id for row in shown]))
        if self._wanted and self._table.show_ids(self._wanted):
            self._wanted = ()
        self._show_counts()

    def _key(self) -> Callable[[Addressed], str]:
        """What the rows are sorted by; a day by itself, not by how it is written."""
        if self._order == "since":
            return lambda row: str(row.standing.since or "") if row.standing else ""
        column = self._columns[self._order]
        return lambda row: fold(column.text(row))

    def _words(self, row: Addressed) -> str:
        return fold(" ".join(column.text(row) for column in self._columns.values()))

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, Addressed]:
        return {row_id: self._rows[row_id] for row_id in ids if row_id in self._rows}

    def _show_counts(self) -> None:
        counts = [message(N_("%n recipient(s)"), n=len(self._model.ids))]
        if (selected := self._table.selected_count()) > 1:
            counts.append(message(N_("%n selected"), n=selected))
        self._footer.setText(" · ".join(translate(count) for count in counts))

    def _with_current(self, act: Callable[[int], object]) -> None:
        current = self._table.current_id()
        if current is not None:
            act(current)

    def _open_menu(self, place: QPoint) -> None:
        if self._table.selected_count():
            menu = self.row_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._table.viewport().mapToGlobal(place))
