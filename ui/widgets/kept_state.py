"""What the reader did to a widget's shape, kept once it rests: widths of columns, a splitter's position."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

PAUSE = 300  # milliseconds of rest: one pull at a column or a splitter changes it at every pixel


class KeptState(QObject):
    """Belongs to a widget and ends with it: nothing is asked of a widget that is going."""

    def __init__(self, owner: QWidget, keep: Callable[[], None]) -> None:
        super().__init__(owner)
        self._keep = keep
        self._rest = QTimer(self, interval=PAUSE, singleShot=True)
        self._rest.timeout.connect(keep)

    def note_change(self) -> None:
        """Keep the state after a pause."""
        self._rest.start()

    def finish(self) -> None:
        """Keep what has changed without waiting for a pause."""
        if self._rest.isActive():
            self._rest.stop()
            self._keep()
