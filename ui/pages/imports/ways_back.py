"""The ways back to what was put aside for another import, or given up, one below the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from signatories.texts import listed
from ui.pages.imports.begun import Batch
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import ElidedLabel, small_label

NAMED = 3  # files of those that were begun together


class WaysBack(QWidget):
    """Names each in `words` about a {name}; hidden without any. Where there is room the button stands `beside` them."""

    return_requested = Signal(object)  # a Batch

    def __init__(self, words: str, parent: QWidget | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self._words = words
        self._is_beside = beside
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def offer(self, batches: Sequence[Batch]) -> None:
        """Offer these, in this order."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for batch in batches:
            self._column.addWidget(self._build_way(batch))
        self.setVisible(bool(batches))

    def _build_way(self, batch: Batch) -> QWidget:
        name = listed([translate(part.name) for part in batch.unfinished], NAMED)
        back = quiet_button(self.tr("Go back to it"), "left")
        back.setAccessibleName(self.tr("Go back to {name}").format(name=name))
        back.clicked.connect(partial(self.return_requested.emit, batch))
        said = self._words.format(name=name)
        return _beside(said, back) if self._is_beside else _beneath(said, back)


def _beside(said: str, back: QPushButton) -> QWidget:
    words = ElidedLabel()
    words.set_words(said)
    way = QWidget()
    row = QHBoxLayout(way)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(words, 1)
    row.addWidget(back)
    return way


def _beneath(said: str, back: QPushButton) -> QWidget:
    way = QWidget()
    column = QVBoxLayout(way)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(small_label(said, wrap=True))
    column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
    return way
