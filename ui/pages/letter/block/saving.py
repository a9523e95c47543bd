"""Saves settings of a block: what is chosen at once, what is typed after a pause, as one action each."""

from PySide6.QtCore import QObject, QTimer, Signal

from signatories.block.checking import check
from signatories.block.settings import BlockSettings, GroupSettings
from signatories.errors import UserFacingError
from ui import operations_letter
from ui.application import Application
from ui.jobs import Job

PAUSE = 600  # milliseconds of quiet after which something typed is an action of its own


class Saving(QObject):
    """Holds what is not saved yet. Going on in another field saves what was typed before."""

    failed = Signal()  # the reason is shown already; what is stored holds again

    def __init__(self, app: Application, letter_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._waiting: BlockSettings | None = None
        self._typed_in = ""
        self._is_held = False  # what is typed cannot be saved yet
        self._jobs = 0
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.finish)

    @property
    def is_busy(self) -> bool:
        """Whether what is stored is older than what was chosen."""
        return self._is_held or self._waiting is not None or self._jobs > 0

    def save(self, settings: BlockSettings, typed_in: str) -> None:
        """Save settings; `typed_in` names the field that is being typed in, if one is."""
        if typed_in != self._typed_in:
            self.finish()
        self._is_held = not _has_readable_headings(settings)
        if self._is_held:  # half typed; the page says what is wrong with it
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
            job: Job = operations_letter.set_block(self._app, self._letter_id, settings)
            job.failed.connect(self.failed)
            job.ended.connect(self._count_down)

    def _count_down(self) -> None:
        self._jobs -= 1


def _has_readable_headings(settings: BlockSettings) -> bool:
    groups = tuple(GroupSettings(group.key, group.heading) for group in settings.groups)
    try:
        check(BlockSettings(heading=settings.heading, groups=groups), tuple)
    except UserFacingError:
        return False
    return True
