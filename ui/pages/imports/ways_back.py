"""The ways back to what was put aside for another import, one below the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.imports.begun import Batch
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import small_label


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
            name = translate(batch.unfinished[0].name)
            self._column.addWidget(
                small_label(self.tr("Waits: {name}").format(name=name), wrap=True)
            )
            back = quiet_button(self.tr("Go back to it"), "left")
            back.setAccessibleName(self.tr("Go back to {name}").format(name=name))
            back.clicked.connect(partial(self.return_requested.emit, batch))
            self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(aside))
