"""The list of lines that is put in order by hand: with the mouse, or with Alt and an arrow key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.pages.letter.block.lines_model import KEPT, LINE, NUMBER, LinesModel
from ui.theme import ROW_HEIGHT

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
NUMBER_WIDTH, KEPT_WIDTH = 56, 80  # pixels


class LinesTable(QTableView):
    """Shows a LinesModel. The current line stays current while the block is set anew."""

    step_requested = Signal(int)  # one up or down, of the current line
    let_go_requested = Signal()
    drop_requested = Signal(int, int)  # a row, and the one that it is to stand before
    line_changed = Signal()  # another one is current

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Lines of the block, in their order"))
        self._set_behaviour()
        self._build_headers()
        self.selectionModel().currentRowChanged.connect(lambda *_: self.line_changed.emit())

    def current_row(self) -> int | None:
        """Return the row with the cursor, if it is one of a line."""
        row = self.currentIndex().row()
        return row if 0 <= row < self._model.rowCount() and self._model.entry(row) else None

    def show_row(self, row: int) -> None:
        """Put the cursor on a row, and scroll no more than needed."""
        self.setCurrentIndex(self._model.index(row, LINE))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def hide_unused(self) -> None:
        """Leave the room of numbers and pins to the lines, where there are none."""
        self.setColumnHidden(NUMBER, not self._model.is_numbered)
        self.setColumnHidden(KEPT, not self._model.listing.kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line by Alt and an arrow, let it go by Delete."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_requested.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.let_go_requested.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Wish for the dragged line at the place where it was dropped; Qt lets in no other list's."""
        dragged = self.current_row()
        if dragged is not None:
            self.drop_requested.emit(dragged, self.row_below(event.position().toPoint().y()))
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else the view would take the row away
        event.accept()

    def row_below(self, height: int) -> int:
        """Return the row that what is dropped at a height of the view is to stand before."""
        row = self.rowAt(height)
        if row < 0:
            return self._model.rowCount()
        middle = self.rowViewportPosition(row) + self.rowHeight(row) // 2
        return row if height < middle else row + 1

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def _build_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(LINE, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(NUMBER, NUMBER_WIDTH)
        header.resizeSection(KEPT, KEPT_WIDTH)
