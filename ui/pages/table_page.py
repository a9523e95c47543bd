"""The page that every kind of record has: heading, search, table, counts; and what to do when it is empty."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from signatories.errors import UserFacingError
from signatories.queries import Listing
from signatories.recording import Changes
from ui.application import Application
from ui.asking import Asking
from ui.models.columns import Column
from ui.models.lazy_table import LazyTableModel
from ui.pages.found_rows import FoundRows
from ui.pages.page import Page
from ui.pages.trait_chips import TraitChips
from ui.theme import GRID
from ui.widgets.buttons import icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import title_label
from ui.widgets.search_box import SearchBox
from ui.widgets.tab_order import follow
from ui.widgets.table import Table


class Wanted(NamedTuple):
    """Which rows a table shall show, and in which order."""

    words: str = ""
    order: str = ""
    descending: bool = False
    traits: tuple[str, ...] = ()

    @property
    def is_narrowed(self) -> bool:
        """Whether a search or a filter leaves rows out."""
        return bool(self.words or self.traits)


class Kind(NamedTuple):
    """What a table page shows: where its rows come from, and its words."""

    name: str
    title: str
    icon: str
    columns: Sequence[Column[Any]]
    ids: Callable[[Session, Wanted], "array[int]"]
    rows: Callable[[Session, Sequence[int]], Mapping[int, Any]]
    tables: Sequence[str]  # whose changes concern it
    empty_heading: str
    empty_words: str
    listing: Listing | None = None  # what its rows have in common is offered as filters


class TablePage(Page):
    """Lists records. What can be done with them is the business of the page's subclass."""

    rows_shown = Signal(int)

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self.kind = kind = self.make_kind()
        self.wanted = Wanted()
        self._asking = Asking(self._show_ids, self)
        self._to_show: int | None = None
        self.model: LazyTableModel[Any] = LazyTableModel(kind.columns, self._fetch, self)
        self.table = Table(self.model, kind.name)
        self.table.setAccessibleName(kind.title)
        self.search = SearchBox(self.tr("Search in all columns"))
        self.chips = TraitChips(app, kind.listing)
        self.found = FoundRows(self.table, self._build_empty())
        self._tools = self._build_tools()
        self._build_layout()
        self._connect()

    @property
    def title(self) -> str:
        """Return the name of what the page lists."""
        return self.kind.title

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        raise NotImplementedError

    def buttons(self) -> Sequence[QPushButton]:
        """Build the buttons of the heading, the primary one last."""
        return ()

    def empty_buttons(self) -> Sequence[QPushButton]:
        """Build the buttons to begin with, shown when there is no record at all."""
        return ()

    def beneath_heading(self) -> Sequence[QWidget]:
        """Build what is said above the rows, wherever they are."""
        return ()

    def beside_search(self) -> Sequence[QWidget]:
        """Build what stands beside the search box."""
        return ()

    def refresh(self, changes: Changes | None) -> None:
        """Read changed rows again, and the order anew."""
        if changes is None:
            self.model.forget_all()
        elif touched := changes.touches(*self.kind.tables):
            self.model.forget(touched)
        else:
            return
        self.ask()
        self.chips.ask()

    def show_record(self, record: int) -> None:
        """Select a record, as soon as it is read; a search or a filter that hides it is given up."""
        if not self.table.show_id(record):
            self._to_show = record
            self.show_all()

    def show_all(self) -> None:
        """Give up the search and the filter."""
        self.search.clear()
        self.chips.choose()

    def take_focus(self) -> None:
        """Put the focus on the rows, where there are any."""
        if self.table.isVisible():
            self.table.setFocus()

    def find_here(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def ask(self) -> None:
        """Ask for the rows that are wanted now; an older answer no longer counts."""
        kind, wanted = self.kind, self.wanted
        self._asking.wait_for(self.app.read(lambda session: kind.ids(session, wanted)))

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, Any]:
        try:
            with self.app.reading() as session:
                return self.kind.rows(session, ids)
        except UserFacingError as error:  # blank lines, and the reason once
            self.app.errors.show(error)
            return {}

    def _build_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(self._build_heading())
        for widget in (*self.beneath_heading(), self._tools, self.chips):
            layout.addWidget(widget)
        layout.addWidget(self.found, 1)

    def _build_heading(self) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.setSpacing(GRID)
        heading.addWidget(title_label(self.kind.title))
        heading.addStretch(1)
        for button in self.buttons():
            heading.addWidget(button)
        return heading

    def _build_tools(self) -> QWidget:
        columns = icon_button("columns", self.tr("Choose columns"))
        columns.clicked.connect(lambda: self.table.header.choose_columns(columns))
        part = QWidget()
        tools = QHBoxLayout(part)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(GRID)
        self.search.setMaximumWidth(360)
        tools.addWidget(self.search, 1)
        for widget in self.beside_search():
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(columns)
        return part

    def _build_empty(self) -> EmptyState:
        kind = self.kind
        return EmptyState(kind.icon, kind.empty_heading, kind.empty_words, self.empty_buttons())

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.chips.chosen_changed.connect(self._filter)
        self.chips.shown.connect(lambda: follow(self._tools, self.chips, self.found))
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.search_requested.connect(self.search.take)
        self.found.all_requested.connect(self.show_all)
        self.model.sort_requested.connect(self._sort)
        self.app.window_state.remember_table(self.table)

    def _search(self, words: str) -> None:
        self.wanted = self.wanted._replace(words=words)
        self.ask()

    def _filter(self) -> None:
        self.wanted = self.wanted._replace(traits=self.chips.chosen)
        self.ask()

    def _sort(self, order: str, direction: Qt.SortOrder) -> None:
        descending = direction == Qt.SortOrder.DescendingOrder
        self.wanted = self.wanted._replace(order=order, descending=descending)
        self.ask()

    def _show_ids(self, ids: "array[int]") -> None:
        self.table.set_ids(ids)
        if self._to_show is not None and self.table.show_id(self._to_show):
            self._to_show = None
        wanted = self.wanted
        self.found.show_found(len(ids), wanted.words, is_narrowed=wanted.is_narrowed)
        self._tools.setVisible(len(ids) > 0 or wanted.is_narrowed)
        self.rows_shown.emit(len(ids))
