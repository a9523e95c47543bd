"""Saves settings of a letter: what is chosen at once, what is typed after a pause, as one action each."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job

PAUSE = 600  # milliseconds of quiet after which something typed is an action of its own

T = TypeVar("T")


class Saving(QObject, Generic[T]):
    """Holds what is not saved yet. Going on in another field saves what was typed before."""

    failed = Signal()  # the reason is shown already; what is stored holds again

    def __init__(
        self,
        save: Callable[[T], Job],
        can_save: Callable[[T], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`can_save` tells what is half typed; the page says what is wrong with it."""
        super().__init__(parent)
        self._save = save
        self._can_save = can_save
        self._waiting: T | None = None
        self._typed_in = ""
        self._is_held = False  # what is typed cannot be saved yet
        self._jobs = 0
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.finish)

    @property
    def is_busy(self) -> bool:
        """Whether what is stored is older than what was chosen."""
        return self._is_held or self._waiting is not None or self._jobs > 0

    def save(self, settings: T, typed_in: str = "") -> None:
        """Save settings; `typed_in` names the field that is being typed in, if one is."""
        if typed_in != self._typed_in:
            self.finish()
        self._is_held = self._can_save is not None and not self._can_save(settings)
        if self._is_held:
            self._pause.stop()
            self._waiting = None
            return
        self._waiting, self._typed_in = settings, typed_in
        if typed_in:
            self._pause.start()
        else:
            self.finish()

    def finish(self) -> None:
        """Save now what waits."""
        self._pause.stop()
        self._is_held = False
        settings, self._waiting, self._typed_in = self._waiting, None, ""
        if settings is not None:
            self._jobs += 1
            job = self._save(settings)
            job.failed.connect(self.failed)
            job.ended.connect(self._count_down)

    def _count_down(self) -> None:
        self._jobs -= 1
