"""What is said of imports that are begun and not written: what was put aside or given up, and the way back to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.application import Application
from ui.notices import Tone
from ui.pages.imports.begun import Batch, Part
from ui.translation import translate


class Reminders(QObject):
    """Posts notices, and raises what is pressed in them."""

    return_requested = Signal(object)  # the Batch
    discard_requested = Signal()

    def __init__(self, app: Application, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app

    def tell_put_aside(self, batch: Batch | None) -> None:
        """Say what something else was begun before, if anything."""
        if batch is not None:
            said = self.tr("Nothing of {name} is imported yet: it comes back after this.")
            self._offer_way_back(said, batch)

    def tell_given_up(self, batch: Batch | None) -> None:
        """Lead back to what was given up, unless it may just be written."""
        if batch is not None and not self._app.jobs.writing:
            self._offer_way_back(self.tr("Nothing of {name} was imported."), batch)

    def tell_unfinished(self, parts: Sequence[Part]) -> None:
        """Say why the window stays open, and offer to close it all the same."""
        said = self.tr(
            "Nothing of {names} is imported yet. Go on with it or discard it before you close."
        )
        names = ", ".join(translate(part.name) for part in parts)
        discard = self.discard_requested.emit
        self._app.say(said.format(names=names), Tone.WARNING, self.tr("Discard"), discard)

    def _offer_way_back(self, said: str, batch: Batch) -> None:
        name = translate(batch.unfinished[0].name)
        back = partial(self.return_requested.emit, batch)
        self._app.say(said.format(name=name), Tone.INFORMATION, self.tr("Go back to it"), back)
