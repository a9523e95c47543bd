"""The section *Line* of the designer."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signatories.block.settings import BlockSettings, Layout
from signatories.models.block import Form
from ui.pages.letter.block.line_fields import LineFields
from ui.pages.letter.block.part_words import column_words
from ui.pages.letter.block.section import Section


class LineSection(Section):
    """What each line of the whole block says; a group may say otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = LineFields()
        self._column.addWidget(self._fields)
        self._fields.edited.connect(self._wish)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the line of the layout."""
        self._fields.show_layout(settings.layout, self.known)

    def summary(self, settings: BlockSettings) -> str:
        """Give the pattern, or the columns of the table."""
        layout = settings.layout
        if layout.form is not Form.TABLE:
            return " / ".join(layout.pattern.split("\n"))
        words = column_words(())
        return ", ".join(words.get(name, name) for name in layout.table_columns)

    def _wish(self, layout: Layout, typed_in: str) -> None:
        self.wanted.emit(lambda settings: replace(settings, layout=layout), typed_in)
