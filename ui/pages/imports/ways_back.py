"""The ways back to what was put aside for another import, one below the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.imports.begun import Batch
from ui.translation import translate
from ui.widgets.buttons import quiet_button


class WaysBack(QWidget):
    """Names what was put aside; hidden without any."""

    return_requested = Signal(object)  # a Batch

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def offer(self, aside: Sequence[Batch]) -> None:
        """Offer these, latest first."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for batch in aside:
            words = self.tr("Go back to {name}").format(name=translate(batch.unfinished[0].name))
            back = quiet_button(words, "left")
            back.clicked.connect(partial(self.return_requested.emit, batch))
            self._column.addWidget(back)
        self.setVisible(bool(aside))
