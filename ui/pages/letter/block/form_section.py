"""The section *Form* of the designer."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signatories.block.forms import COUNTING
from signatories.block.settings import BlockSettings, Layout
from ui.pages.letter.block.form_fields import FORMS, FormFields
from ui.pages.letter.block.section import Section
from ui.translation import translate


class FormSection(Section):
    """How the lines of the whole block stand; a group may stand otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = FormFields()
        self._column.addWidget(self._fields)
        self._fields.edited.connect(self._wish)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the layout."""
        self._fields.show_layout(settings.layout)

    def summary(self, settings: BlockSettings) -> str:
        """Name the form, with its columns where it has several."""
        layout = settings.layout
        words = translate(FORMS[layout.form][0])
        several = layout.columns > 1 and "columns" in COUNTING[layout.form]
        text = self.tr("{form} in {count} columns")
        return text.format(form=words, count=layout.columns) if several else words

    def _wish(self, layout: Layout, typed_in: str) -> None:
        self.wanted.emit(lambda settings: replace(settings, layout=layout), typed_in)
