"""The signatories in a table: those of an answer and a list, with words that are searched for, in an order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signatories import queries
from signatories.models import SignOnStatus
from signatories.queries.rows import SignOnRow
from signatories.texts import N_
from ui.application import Application
from ui.asking import Asking
from ui.models.lazy_table import LazyTableModel
from ui.pages.letter.signatories.columns import sign_on_columns
from ui.pages.letter.signatories.empty import nothing_found
from ui.pages.letter.signatories.filter import Found, SignOnFilter
from ui.pages.letter.signatories.list_bar import ListBar
from ui.pages.letter.signatories.status_chips import StatusChips
from ui.theme import GRID
from ui.widgets.search_box import SearchBox
from ui.widgets.tab_order import follow
from ui.widgets.table import Table
from ui.widgets.table_footer import table_footer

LOOKED_AT = 200  # selected rows, whether one can be confirmed: a millisecond or two
ROWS, NOTHING_FOUND = range(2)  # parts of the listing, one in sight


class SignOnListing(QStackedWidget):
    """Shows whom its own chips, a search box and the bar of lists choose; the tab has these two above it."""

    def __init__(self, app: Application, letter_id: int, search: SearchBox, lists: ListBar) -> None:
        super().__init__()
        self._app = app
        self._letter_id = letter_id
        self._search, self._lists = search, lists
        self._order, self._descending = "", False
        self._asking = Asking(self._show_found, self)
        self._wanted: tuple[int, ...] = ()
        self._model: LazyTableModel[SignOnRow] = LazyTableModel(
            sign_on_columns(), self._fetch, self
        )
        self.table = Table(self._model, "sign-ons")
        self.table.setAccessibleName(self.tr("Signatories"))
        self._chips = StatusChips()
        self._footer = table_footer(self.table, N_("%n sign-on(s)"))
        self._nothing_found = nothing_found(self._show_everybody)
        self._build_layout()
        self._connect()

    def read_again(self) -> None:
        """Read the rows again, and offer the answers that there are by now."""
        self.setCurrentIndex(ROWS)
        self._model.forget_all()
        self._ask()

    def show_sign_on(self, sign_on_id: int) -> None:
        """Bring a sign-on into sight, as soon as the table has it."""
        self._select((sign_on_id,))

    def show_sign_ons(self, ids: Sequence[int]) -> None:
        """Select sign-ons, whatever was searched for or filtered before."""
        self._show_everybody()
        self._select(ids)

    def can_confirm_selected(self, version: int) -> bool:
        """Whether any of the selected has not confirmed this version; of very many it is not asked."""
        if self.table.selected_count() > LOOKED_AT:
            return True
        rows = self._fetch(self.table.selected_ids()).values()
        done = (SignOnStatus.CONFIRMED, version)
        return any((row.status, row.version) != done for row in rows)

    def _build_layout(self) -> None:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._chips)
        column.addWidget(self.table, 1)
        column.addWidget(self._footer)
        self.addWidget(rows)
        self.addWidget(self._nothing_found)

    def _connect(self) -> None:
        self._search.searched.connect(self._ask)
        self._search.left_downwards.connect(self.table.setFocus)
        self._lists.chosen_changed.connect(self._ask)
        self._chips.chosen_changed.connect(self._ask)
        self.table.search_requested.connect(self._search.take)
        self._model.sort_requested.connect(self._sort)
        self._app.window_state.remember_table(self.table)

    def _select(self, ids: Sequence[int]) -> None:
        self._wanted = () if self.table.show_ids(ids) else tuple(ids)

    def _show_everybody(self) -> None:
        self._search.clear()
        self._chips.choose()
        self._lists.show_everybody()

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, SignOnRow]:
        with self._app.reading() as session:
            return queries.sign_ons(session, ids)

    def _sort(self, order: str, direction: Qt.SortOrder) -> None:
        self._order, self._descending = order, direction == Qt.SortOrder.DescendingOrder
        self._ask()

    def _ask(self) -> None:
        wanted = SignOnFilter(
            self._letter_id,
            self._chips.chosen,
            self._lists.chosen,
            self._search.text(),
            self._order,
            self._descending,
        )
        self._asking.wait_for(self._app.read(wanted.find))

    def _show_found(self, found: Found) -> None:
        self.table.set_ids(found.ids)
        self._show_part(len(found.ids))
        self._chips.show_statuses(found.statuses)
        follow(self._chips, self.table)
        if self._wanted:
            self._select(self._wanted)

    def _show_part(self, count: int) -> None:
        words = self._search.text().strip()
        found = self.tr("Nothing found for “{words}”") if words else self.tr("Nobody to show here")
        self._nothing_found.set_heading(found.format(words=words))
        self.setCurrentIndex(ROWS if count else NOTHING_FOUND)
