"""The section *Where it stands* of the designer."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signatories.block.settings import BlockSettings
from ui.pages.letter.block.section import Section
from ui.pages.letter.block.words import PLACES, in_words
from ui.translation import translate
from ui.widgets.record_form import RecordForm


class PlaceSection(Section):
    """Where in the letter the block is printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = RecordForm()
        self._form.add_choice("place", self.tr("&Place"), in_words(PLACES))
        self._column.addWidget(self._form)
        self._form.edited.connect(self._wish)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the place."""
        self._form.show_record(settings)

    def summary(self, settings: BlockSettings) -> str:
        """Name the place."""
        return translate(PLACES[settings.place])

    def _wish(self, edited: BlockSettings, typed_in: str) -> None:
        self.wanted.emit(lambda settings: replace(settings, place=edited.place), typed_in)
