"""Draft > Open > Closed > Sent: where a letter stands, by icon and word."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from signatories.models import LetterStage
from signatories.texts import N_
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.labels import IconLabel, label, muted_label

WORDS = {
    LetterStage.DRAFT: ("edit", N_("Draft")),
    LetterStage.OPEN: ("signature", N_("Open")),
    LetterStage.CLOSED: ("confirmed", N_("Closed")),
    LetterStage.SENT: ("send", N_("Sent")),
}


def stage_words(stage: LetterStage) -> str:
    """Return a stage in the user's language."""
    return translate(WORDS[stage][1])


class StageLine(QWidget):
    """All stages in their order, the present one marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs: dict[LetterStage, IconLabel] = {}
        self._words: dict[LetterStage, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for stage in LetterStage:
            if self._signs:
                row.addWidget(muted_label("›"))
            self._signs[stage] = IconLabel(WORDS[stage][0], "accent")
            self._words[stage] = label(stage_words(stage))
            row.addWidget(self._signs[stage])
            row.addWidget(self._words[stage])

    def show_stage(self, present: LetterStage) -> None:
        """Mark the present stage."""
        for stage, words in self._words.items():
            is_present = stage is present
            self._signs[stage].setVisible(is_present)
            words.setProperty("strong", is_present)
            words.setProperty("role", None if is_present else "muted")
            words.style().polish(words)
        name = self.tr("Stage: {stage}").format(stage=stage_words(present))
        self.setAccessibleName(name)
        self.setToolTip(name)
