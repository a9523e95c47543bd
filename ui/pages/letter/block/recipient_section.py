"""The section *For each recipient* of the designer."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from signatories.block.settings import BlockSettings, Reduced
from signatories.models.block import Reduction
from ui.pages.letter.block.section import Section
from ui.pages.letter.block.words import REDUCTIONS
from ui.translation import translate
from ui.widgets.captioned import narrow
from ui.widgets.form import Form

COLUMNS = ("country", "language")
"""What every recipient and every signatory has; extra columns that both have come to these."""


class RecipientSection(Section):
    """Whether each recipient sees its own signatories only, or first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._how, self._column_box = narrow(QComboBox()), narrow(QComboBox())
        self._how.addItem(self.tr("The whole list"), None)
        for how, words in REDUCTIONS.items():
            self._how.addItem(translate(words), how)
        self._form = Form()
        self._form.add_row("how", self.tr("Each &sees"), self._how)
        hint = self.tr("Its own are those with the same value as the recipient.")
        self._form.add_row("column", self.tr("Matched b&y"), self._column_box, hint)
        self._column.addWidget(self._form)
        self._how.activated.connect(self._wish)
        self._column_box.activated.connect(self._wish)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show what a recipient sees."""
        reduced = settings.reduced
        self._how.setCurrentIndex(self._how.findData(reduced.how if reduced else None))
        own = (reduced.column,) if reduced else ()
        self._column_box.clear()
        for column in dict.fromkeys((*COLUMNS, *self.known.shared, *own)):
            self._column_box.addItem(self._words(column), column)
        if reduced:
            self._column_box.setCurrentIndex(self._column_box.findData(reduced.column))
        self._form.show_row("column", reduced is not None)

    def summary(self, settings: BlockSettings) -> str:
        """Say what each recipient sees."""
        if settings.reduced is None:
            return self.tr("The whole list")
        return translate(REDUCTIONS[settings.reduced.how])

    def _words(self, column: str) -> str:
        return {"country": self.tr("Country"), "language": self.tr("Language")}.get(column, column)

    def _wish(self) -> None:
        how: Reduction | None = self._how.currentData()
        reduced = Reduced(self._column_box.currentData(), how) if how else None
        self.wanted.emit(lambda settings: replace(settings, reduced=reduced), "")
