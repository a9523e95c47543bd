"""What a run warned of, folded away until somebody asks."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from signatories.texts import N_, Message, message
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.folded_part import FoldedPart
from ui.widgets.labels import label, yielding

HIGHEST = 12 * GRID  # of the warnings, which may be many


class WarnedPart(FoldedPart):
    """Hidden where nothing was warned of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = yielding(label(wrap=True))
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMaximumHeight(HIGHEST)
        area.setWidget(self._words)
        title = translate(N_("What was warned of"))
        super().__init__(title, area, parent)
        area.setAccessibleName(title)

    def show_warnings(self, warnings: Iterable[Message]) -> None:
        """Show these warnings, each once."""
        told = list(dict.fromkeys(map(translate, warnings)))
        self._words.setText("\n".join(told))
        self.set_summary(translate(message(N_("%n warning(s)"), n=len(told))))
        self.setVisible(bool(told))
