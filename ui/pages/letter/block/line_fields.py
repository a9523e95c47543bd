"""What a line says: its pattern, or the columns of a table."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.block.settings import Layout
from signatories.models.block import Form
from ui.pages.letter.block.part_words import column_words
from ui.pages.letter.block.pattern_field import PatternField
from ui.pages.letter.block.section import Known
from ui.theme import GRID
from ui.widgets.drag_list import DragList, Listed
from ui.widgets.labels import small_label


class LineFields(QWidget):
    """Shows the pattern of a Layout, or the columns where it is a table."""

    edited = Signal(object, str)  # the new Layout; the field that is being typed in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout_shown = Layout()
        self._pattern = PatternField(self.tr("Pattern of a line"))
        self._columns = DragList(self.tr("Columns of the table"))
        self._hint = small_label(
            self.tr("Tick what is printed; drag it into its order."), wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self._pattern, self._hint, self._columns):
            column.addWidget(widget)
        self._pattern.typed.connect(self._take_pattern)
        self._columns.ticked.connect(self._take_columns)
        self._columns.reordered.connect(lambda _keys: self._take_columns())

    def show_layout(self, layout: Layout, known: Known) -> None:
        """Show a layout."""
        self._layout_shown = layout
        is_table = layout.form is Form.TABLE
        self._pattern.setVisible(not is_table)
        self._pattern.show_pattern(layout.pattern, known)
        self._hint.setVisible(is_table)
        self._columns.setVisible(is_table)
        self._show_columns(column_words(known.columns))

    def _show_columns(self, words: dict[str, str]) -> None:
        """Those that are printed first; a list that says the same already is left as it is."""
        chosen = self._layout_shown.table_columns
        if set(self._columns.keys()) != {*words, *chosen} or tuple(
            self._columns.ticked_keys()
        ) != tuple(chosen):
            keys = dict.fromkeys((*chosen, *words))
            lines = [Listed(key, words.get(key, key), key in chosen) for key in keys]
            self._columns.show_lines(lines)

    def _take_pattern(self, pattern: str) -> None:
        if pattern != self._layout_shown.pattern:
            self.edited.emit(replace(self._layout_shown, pattern=pattern), "pattern")

    def _take_columns(self) -> None:
        chosen = tuple(self._columns.ticked_keys())
        if chosen and chosen != self._layout_shown.table_columns:
            self.edited.emit(replace(self._layout_shown, table_columns=chosen), "")
