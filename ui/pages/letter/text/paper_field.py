"""The field that says which paper a letter is printed on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from signatories.models import Paper
from signatories.texts import N_
from ui.translation import translate
from ui.widgets.captioned import narrow

PAPERS = {Paper.A4: N_("A4"), Paper.LETTER: N_("US Letter (8½ × 11 in)")}


class PaperField(QComboBox):
    """Offers the papers; its text is the word that a letter's file has for the chosen one."""

    textChanged = Signal()  # noqa: N815 - as of the fields of text beside it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        narrow(self)
        for paper, words in PAPERS.items():
            self.addItem(translate(words), paper.value)
        self.currentIndexChanged.connect(self.textChanged)

    def text(self) -> str:
        """Return the word of the chosen paper."""
        return str(self.currentData())

    def set_text(self, text: str) -> None:
        """Choose the paper of that word."""
        self.setCurrentIndex(self.findData(text))
