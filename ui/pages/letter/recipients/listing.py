"""The chosen recipients in a table: all of them, those of a gap, or those that are searched for."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.collation import fold
from signatories.recipients.choosing import Addressed
from signatories.texts import N_
from ui.application import Application
from ui.models.lazy_table import LazyTableModel
from ui.pages.letter.recipients.columns import recipient_columns
from ui.theme import GRID
from ui.widgets.search_box import SearchBox
from ui.widgets.table import Table
from ui.widgets.table_footer import table_footer


class RecipientListing(QWidget):
    """Shows rows that stand in memory: they were all read to choose among them."""

    cell_changed = Signal(int, str, str)  # a recipient; the name of a value, and the new one

    def __init__(self, app: Application, search: SearchBox) -> None:
        super().__init__()
        self._search = search
        self._rows: dict[int, Addressed] = {}
        self._wanted: tuple[int, ...] = ()
        self._only: frozenset[int] = frozenset()
        self._order, self._descending = "", False
        self._columns = {column.name: column for column in recipient_columns()}
        self._model: LazyTableModel[Addressed] = LazyTableModel(
            tuple(self._columns.values()), self._fetch, self
        )
        self.table = Table(self._model, "letter recipients")
        self.table.setAccessibleName(self.tr("Recipients of this letter"))
        self._footer = table_footer(self.table, N_("%n recipient(s)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._footer)
        self._connect()
        app.window_state.remember_table(self.table)

    def show_rows(self, rows: Iterable[Addressed]) -> None:
        """Show these recipients, of those that are looked for."""
        self._rows = {row.id: row for row in rows}
        self._model.forget_all()
        self._list()

    def show_only(self, ids: Iterable[int]) -> None:
        """Show only these of them; none: all."""
        self._only = frozenset(ids)
        self._list()

    def select(self, ids: Sequence[int]) -> None:
        """Select recipients and bring them into sight, as soon as the table has them."""
        self._wanted = () if self.table.show_ids(ids) else tuple(ids)

    def _connect(self) -> None:
        self._search.searched.connect(self._list)
        self._search.left_downwards.connect(self.table.setFocus)
        self.table.search_requested.connect(self._search.take)
        self._model.edit_requested.connect(self.cell_changed)
        self._model.sort_requested.connect(self._sort)

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
        self.table.set_ids(array("q", [row.id for row in shown]))
        if self._wanted:
            self.select(self._wanted)

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
