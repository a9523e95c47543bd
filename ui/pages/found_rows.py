"""What stands beneath the search of a page: the rows that were found and their count, or why there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from signatories.texts import N_
from ui.theme import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table
from ui.widgets.table_footer import table_footer

ROWS, NOTHING_FOUND, EMPTY = range(3)  # one in sight


class FoundRows(QStackedWidget):
    """Shows a table, or the way on where it has no row."""

    all_requested = Signal()  # without a search or a filter

    def __init__(self, table: Table, empty: EmptyState, parent: QWidget | None = None) -> None:
        """`empty` is shown when there is no record at all."""
        super().__init__(parent)
        self.footer = table_footer(table, N_("%n row(s)"))
        self._nothing_found = self._build_nothing_found()
        for part in (self._build_rows(table), self._nothing_found, empty):
            self.addWidget(part)

    def show_found(self, count: int, words: str, *, is_narrowed: bool) -> None:
        """Show the rows that were found by these words, or why there are none; a filter narrows as words do."""
        nothing = self.tr("Nothing found for “{words}”") if words else self.tr("Nothing found")
        self._nothing_found.set_heading(nothing.format(words=words))
        self.setCurrentIndex(ROWS if count else NOTHING_FOUND if is_narrowed else EMPTY)

    def _build_rows(self, table: Table) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(table, 1)
        layout.addWidget(self.footer)
        return part

    def _build_nothing_found(self) -> EmptyState:
        clear = QPushButton(self.tr("Clear the search"))
        clear.clicked.connect(self.all_requested)
        words = self.tr("Accents and capitals make no difference. Try fewer words.")
        return EmptyState("search", "", words, [clear])
