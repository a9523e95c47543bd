"""Sentences to read, as many as there are: they scroll, can be copied, and are read out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme import GRID

LINES = 7  # in sight


class Told(QPlainTextEdit):
    """Sentences, each on a line of its own. Plain text: a name is never markup."""

    def __init__(self, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("\n".join(sentences), parent, readOnly=True, tabChangesFocus=True)
        shown = min(len(sentences), LINES) + 1  # one may go on in a second line
        self.setFixedHeight(self.fontMetrics().lineSpacing() * shown + 4 * GRID)
