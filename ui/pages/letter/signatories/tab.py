"""The tab *Signatories*: who was asked, who answered, and how we know."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from signatories.findings import Tab
from signatories.overview import Overview
from signatories.texts import N_, message
from ui.application import Application
from ui.pages.letter.signatories.call_bar import CallBar
from ui.pages.letter.signatories.empty import nobody_asked
from ui.pages.letter.signatories.list_bar import ListBar
from ui.pages.letter.signatories.listing import SignOnListing
from ui.pages.letter.signatories.menu import SignOnMenu
from ui.pages.letter.todo_line import TodoLine
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import icon_button, plain_button, primary_button
from ui.widgets.search_box import SearchBox


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
        self._version = self._to_confirm = 0
        self.call = CallBar()
        self.lists = ListBar()
        self._todo = TodoLine()
        self._search = SearchBox(self.tr("Search in all columns"))
        self.listing = SignOnListing(app, letter_id, self._search, self.lists)
        self._table = self.listing.table
        self._nobody_asked = nobody_asked(self.paste_requested, self.add_requested)
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()

    def show_overview(self, overview: Overview) -> None:
        """Show the answers as they are now."""
        todo = [todo for todo in overview.todo if todo.part is Tab.SIGNATORIES]
        self._todo.show_todo(todo if overview.asked else [])
        self._tools.setVisible(overview.asked > 0)
        self.call.show_overview(overview)
        self.lists.show_overview(overview)
        self._stack.setCurrentWidget(self.listing if overview.asked else self._nobody_asked)
        self._version, self._to_confirm = overview.version.number, overview.version.to_confirm
        self._show_whom_to_confirm()
        self.listing.read_again()

    def search_here(self) -> None:
        """Put the cursor into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def row_menu(self) -> SignOnMenu:
        """Build the menu of the selected rows."""
        return SignOnMenu(self._table.selected_ids(), self, self._edit_current, self)

    def _build_layout(self) -> None:
        for part in (self.listing, self._nobody_asked):
            self._stack.addWidget(part)
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
        self._columns.clicked.connect(lambda: self._table.header.choose_columns(self._columns))
        self._table.open_requested.connect(self.edit_requested)
        self._table.delete_requested.connect(self.remove_requested)
        self._table.selection_counted.connect(self._show_whom_to_confirm)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._open_menu)

    def _show_whom_to_confirm(self) -> None:
        selected = self._table.selected_count()
        self._more.setEnabled(selected > 0)
        if selected:
            self._confirm.setEnabled(self.listing.can_confirm_selected(self._version))
            self._confirm.setText(translate(message(N_("Confirm %n selected…"), n=selected)))
            self._confirm.setToolTip(self.tr("Record how those that are selected agreed"))
        else:
            self._confirm.setEnabled(self._to_confirm > 0)
            self._confirm.setText(self.tr("Confirm…"))
            self._confirm.setToolTip(self.tr("Record how everybody who said yes agreed"))

    def _edit_current(self) -> None:
        current = self._table.current_id()
        if current is not None:
            self.edit_requested.emit(current)

    def _open_menu(self, place: QPoint) -> None:
        if self._table.selected_count():
            self.row_menu().popup(self._table.viewport().mapToGlobal(place))

    def _open_menu_of_button(self) -> None:
        self.row_menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
