"""The part of an import that is looked at: compared again at every choice, written when that is agreed. No widgets."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from signatories.imports.planned import OnDuplicate
from ui import operations
from ui.application import Application
from ui.asking import Asking
from ui.pages.imports.begun import Part
from ui.pages.imports.looking import Look, Reading, look


class PartInSight(QObject):
    """Says what comes of looking at a part. An older look's late answer is dropped."""

    looked = Signal(object)  # the Look
    failed = Signal(object)  # the error for which there is none
    stopped = Signal()  # by the user
    writing_began = Signal()
    writing_ended = Signal()  # well or not
    imported = Signal(object, object, object)  # the Part, its Look then, and the Outcome

    def __init__(self, app: Application, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._asking = Asking(self._take, self)
        self._asking.failed.connect(self.failed)
        self._asking.stopped.connect(self.stopped)
        self._agreed: Look | None = None  # what was to be written when that was agreed
        self._written: Part | None = None  # what is being written
        self.part = Part()

    @property
    def is_being_written(self) -> bool:
        """Whether its rows are just being written: compared now, they would only find themselves."""
        return self._written is self.part

    def show(self, part: Part) -> None:
        """Have another part in sight, as it was left."""
        self.drop()
        self.part = part

    def drop(self) -> None:
        """Wait for no answer any more."""
        self._agreed = None
        self._asking.drop()

    def ask(self, reading: Reading) -> None:
        """Look at it read in this way, if there is anything to read."""
        self.part.reading = reading
        self.drop()
        if not reading.is_empty:
            work = partial(look, self._app.database, reading, self.part.look)
            self._asking.wait_for(self._app.jobs.read(work, self.tr("Looking at the rows…")))

    def choose(self, choices: Mapping[int, OnDuplicate | None]) -> Look | None:
        """Take choices about single rows, None takes one back; return the look with them: nothing is compared again."""
        part = self.part
        if part.look is None:
            return None
        merged = {**part.look.plan.request.choices, **choices}
        kept = {line: choice for line, choice in merged.items() if choice is not None}
        part.look = part.look.choosing(kept)
        part.reading = part.look.reading
        return part.look

    def agree(self) -> None:
        """Write its rows; those that are just being compared again must first turn out as those in sight."""
        if self._asking.is_waiting:
            self._agreed = self.part.look
        else:
            self._write()

    def _take(self, found: Look) -> None:
        agreed, self._agreed = self._agreed, None
        self.part.look, self.part.reading = found, found.reading
        self.looked.emit(found)
        if agreed is not None and found.plan.counts == agreed.plan.counts:
            self._write()

    def _write(self) -> None:
        part = self.part
        if part.look is not None:
            self._written = part
            self.writing_began.emit()
            job = operations.imports.import_rows(self._app, part.look.plan)
            job.succeeded.connect(partial(self.imported.emit, part, part.look))
            job.ended.connect(self._end_writing)

    def _end_writing(self) -> None:
        self._written = None
        self.writing_ended.emit()
