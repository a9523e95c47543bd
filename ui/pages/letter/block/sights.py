"""The sights of a block, one after the other: its first pages as soon as they are set, then all of them."""

from PySide6.QtCore import QObject, Signal

from signatories.block.settings import BlockSettings
from ui.application import Application
from ui.asking import Asking
from ui.jobs import Job
from ui.pages.letter.block.desk import Desk, Sight, Wish


class Sights(QObject):
    """Has the desk set the block in another thread, and knows whether what it set last is old."""

    begun = Signal(object)  # a Sight, of the first pages at least; or why there is none
    completed = Signal(object)  # the same Sight with all its pages

    def __init__(self, app: Application, letter_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._desk = Desk(letter_id)
        self._beginning = Asking(self._take_begun, self)
        self._completion = Asking(self._take_completed, self)
        self.is_stale = True

    def forget(self) -> None:
        """Read the signatories anew for the next sight."""
        self._desk.forget()
        self.is_stale = True

    def wish(self, wish: Wish) -> None:
        """Set the block so; what was asked for before is given up."""
        self.is_stale = False
        self._completion.drop()
        desk = self._desk
        job = self._app.produce(
            self.tr("Setting the block…"),
            lambda database, progress: desk.look(database, wish, progress),
        )
        self._beginning.wait_for(job)

    def copy(self, settings: BlockSettings) -> Job:
        """Start to set the whole block as text; `succeeded` brings a Copied."""
        desk = self._desk
        return self._app.produce(
            self.tr("Copying the block…"), lambda database, _: desk.copy(database, settings)
        )

    def _take_begun(self, sight: Sight) -> None:
        self.begun.emit(sight)
        if sight.sheets is not None and not sight.sheets.is_whole:
            desk = self._desk
            job = self._app.produce(
                self.tr("Setting the block…"),
                lambda _database, progress: desk.go_on(sight, progress),
            )
            self._completion.wait_for(job)

    def _take_completed(self, sight: Sight) -> None:
        if sight.trouble is None:
            self.completed.emit(sight)
        else:
            self.begun.emit(sight)
