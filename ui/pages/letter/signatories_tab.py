"""The tab *Signatories*: who was asked, who answered, and how we know."""

from array import array
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from signatories import queries
from signatories.models import SignOnStatus
from signatories.overview import SIGNATORIES, Overview
from signatories.queries.rows import SignOnRow
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job
from ui.models.answers import status_sign, status_words
from ui.models.lazy_table import LazyTableModel
from ui.pages.letter.call_bar import CallBar
from ui.pages.letter.list_bar import ListBar
from ui.pages.letter.sign_on_columns import sign_on_columns
from ui.pages.letter.sign_on_empty import nobody_asked, nothing_found
from ui.pages.letter.sign_on_filter import SignOnFilter
from ui.pages.letter.sign_on_menu import SignOnMenu
from ui.pages.letter.todo_line import TodoLine
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import icon_button, plain_button, primary_button
from ui.widgets.filter_chips import Chip, FilterChips
from ui.widgets.labels import muted_label
from ui.widgets.search_box import SearchBox
from ui.widgets.table import Table

LOOKED_AT = 200  # selected rows, whether one can be confirmed: a millisecond or two
LISTED, EMPTY, NOTHING_FOUND = range(3)  # parts of the tab, one in sight


class SignatoriesTab(QWidget):
    """Lists the answers to one letter. What is done with them are wishes."""

    add_requested = Signal()
    paste_requested = Signal()
    edit_requested = Signal(int)
    confirm_requested = Signal(list)  # ids; none: everybody who said yes
    anew_requested = Signal(list)
    consents_requested = Signal(list)
    status_requested = Signal(list, object)  # ids, a SignOnStatus
    remove_requested = Signal(list)

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self.call = CallBar()
        self.lists = ListBar()
        self._order, self._descending = "", False
        self._asked: Job | None = None
        self._wanted: tuple[int, ...] = ()
        self._version = self._to_confirm = 0
        self._model: LazyTableModel[SignOnRow] = LazyTableModel(
            sign_on_columns(), self._fetch, self
        )
        self._table = Table(self._model, "sign-ons")
        self._table.setAccessibleName(self.tr("Signatories"))
        self._search = SearchBox(self.tr("Search in all columns"))
        self._chips = FilterChips()
        self._todo = TodoLine()
        self._footer = muted_label()
        self._nothing_found = nothing_found(self._show_everybody)
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()

    def show_overview(self, overview: Overview) -> None:
        """Show the answers as they are now."""
        todo = [todo for todo in overview.todo if todo.part == SIGNATORIES]
        self._todo.show_todo(todo if overview.asked else [])
        self._tools.setVisible(overview.asked > 0)
        self.call.show_overview(overview)
        self.lists.show_overview(overview)
        self._chips.set_chips(
            [
                Chip(status.name, status_words(status), count, status_sign(status))
                for status, count in overview.statuses.items()
            ]
        )
        self._chips.setVisible(len(overview.statuses) > 1)
        self._stack.setCurrentIndex(LISTED if overview.asked else EMPTY)
        self._version, self._to_confirm = overview.version.number, overview.version.to_confirm
        self._show_whom_to_confirm()
        self._model.forget_all()
        self._ask()

    def show_sign_on(self, sign_on_id: int) -> None:
        """Bring a sign-on into sight, as soon as the table has it."""
        self._wanted = () if self._table.show_ids((sign_on_id,)) else (sign_on_id,)

    def show_sign_ons(self, ids: Sequence[int]) -> None:
        """Select sign-ons, whatever was searched for or filtered before."""
        self._show_everybody()
        self._wanted = () if self._table.show_ids(ids) else tuple(ids)

    def _show_everybody(self) -> None:
        self._search.clear()
        self._chips.choose("")
        self.lists.show_everybody()

    def search_here(self) -> None:
        """Put the cursor into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def row_menu(self) -> SignOnMenu:
        """Build the menu of the selected rows."""
        return SignOnMenu(self._table.selected_ids(), self, self._edit_current, self)

    def _build_layout(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._chips)
        column.addWidget(self._table, 1)
        column.addWidget(self._footer)
        self._stack.addWidget(listed)
        self._stack.addWidget(nobody_asked(self.paste_requested, self.add_requested))
        self._stack.addWidget(self._nothing_found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        layout.setSpacing(GRID)
        for widget in (self._todo, self.call, self.lists, self._build_tools()):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)

    def _build_tools(self) -> QWidget:
        self._add = plain_button(self.tr("Add…"), "add")
        self._paste = plain_button(self.tr("Paste…"), "paste")
        self._more = plain_button(self.tr("Change…"), "more")
        self._more.setToolTip(self.tr("Change those that are selected"))
        self._confirm = primary_button(self.tr("Confirm…"), "confirmed")
        self._columns = icon_button("columns", self.tr("Choose columns"))
        self._search.setMaximumWidth(320)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(GRID)
        tools.addWidget(self._search, 1)
        tools.addWidget(self._columns)
        tools.addStretch(1)
        for button in (self._more, self._paste, self._add, self._confirm):
            tools.addWidget(button)
        return self._tools

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_requested)
        self._paste.clicked.connect(self.paste_requested)
        self._confirm.clicked.connect(
            lambda: self.confirm_requested.emit(self._table.selected_ids())
        )
        self._more.clicked.connect(self._open_menu_of_button)
        self._columns.clicked.connect(lambda: self._table.choose_columns(self._columns))
        self._search.searched.connect(self._ask)
        self._search.left_downwards.connect(self._table.setFocus)
        self._chips.chosen_changed.connect(self._ask)
        self.lists.chosen_changed.connect(self._ask)
        self._table.search_requested.connect(self._search.take)
        self._table.open_requested.connect(self.edit_requested)
        self._table.delete_requested.connect(self.remove_requested)
        self._table.selection_counted.connect(self._show_counts)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._open_menu)
        self._model.sort_requested.connect(self._sort)
        self._app.window_state.remember_table(self._table)

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, SignOnRow]:
        with self._app.reading() as session:
            return queries.sign_ons(session, ids)

    def _sort(self, order: str, direction: Qt.SortOrder) -> None:
        self._order, self._descending = order, direction == Qt.SortOrder.DescendingOrder
        self._ask()

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        wanted = SignOnFilter(
            self._letter_id,
            self._chips.chosen,
            self.lists.chosen,
            self._search.text(),
            self._order,
            self._descending,
        )
        self._asked = self._app.read(wanted.ids)
        self._asked.succeeded.connect(self._show_ids)

    def _show_ids(self, ids: "array[int]") -> None:
        self._asked = None
        self._table.set_ids(ids)
        self._show_part(len(ids))
        if self._wanted and self._table.show_ids(self._wanted):
            self._wanted = ()
        self._show_counts()

    def _show_part(self, count: int) -> None:
        """Show the rows, or what has none; with nobody asked, how to begin stays in sight."""
        if self._stack.currentIndex() == EMPTY:
            return
        words = self._search.text().strip()
        found = self.tr("Nothing found for “{words}”") if words else self.tr("Nobody to show here")
        self._nothing_found.set_heading(found.format(words=words))
        self._stack.setCurrentIndex(LISTED if count else NOTHING_FOUND)

    def _show_counts(self) -> None:
        selected = self._table.selected_count()
        counts = [message(N_("%n sign-on(s)"), n=len(self._model.ids))]
        if selected:
            counts.append(message(N_("%n selected"), n=selected))
        self._footer.setText(" · ".join(translate(count) for count in counts))
        self._more.setEnabled(selected > 0)
        self._show_whom_to_confirm()

    def _show_whom_to_confirm(self) -> None:
        selected = self._table.selected_count()
        can_confirm = self._can_any_confirm() if selected else self._to_confirm > 0
        self._confirm.setEnabled(can_confirm)
        if selected:
            self._confirm.setText(translate(message(N_("Confirm %n selected…"), n=selected)))
            self._confirm.setToolTip(self.tr("Record how those that are selected agreed"))
        else:
            self._confirm.setText(self.tr("Confirm…"))
            self._confirm.setToolTip(self.tr("Record how everybody who said yes agreed"))

    def _can_any_confirm(self) -> bool:
        """Whether any of the selected has not confirmed the newest version; of very many it is not asked."""
        if self._table.selected_count() > LOOKED_AT:
            return True
        rows = self._fetch(self._table.selected_ids()).values()
        done = (SignOnStatus.CONFIRMED, self._version)
        return any((row.status, row.version) != done for row in rows)

    def _edit_current(self) -> None:
        current = self._table.current_id()
        if current is not None:
            self.edit_requested.emit(current)

    def _open_menu(self, place: QPoint) -> None:
        if self._table.selected_count():
            self.row_menu().popup(self._table.viewport().mapToGlobal(place))

    def _open_menu_of_button(self) -> None:
        self.row_menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
