"""Opens the dialogs about recipients for a letter's page, and hands what they bring to the operations."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from signatories import recipients
from signatories.overview import Choice
from signatories.recipients import RecipientDraft
from ui import operations
from ui.application import Application, Outcome
from ui.dialogs.recipient import RecipientDialog


class RecipientDialogs(QObject):
    """One letter's recipients: its own, where it has some, else those of the whole file."""

    added = Signal(int)  # a recipient's id

    def __init__(self, app: Application, letter_id: int, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._letter_id = letter_id
        self._window = window

    def add(self, choice: Choice) -> None:
        """Ask for a new recipient. A list of the letter's own would hide those of the file, so none is begun."""
        of_file = (
            not choice.own and choice.selection is not None and choice.selection.candidates > 0
        )
        dialog = RecipientDialog(parent=self._window)
        if of_file:
            text = self.tr(
                "This letter chooses from the recipients of your file: it is added there."
            )
            dialog.explain(text)
        dialog.drafted.connect(partial(self._add, of_file))
        dialog.open()

    def edit(self, recipient_id: int) -> None:
        """Ask for a recipient's new values."""
        with self._app.reading() as session:
            draft = recipients.draft_of(recipients.get(session, recipient_id))
        dialog = RecipientDialog(draft, self._window)
        dialog.drafted.connect(partial(operations.recipients.change, self._app, recipient_id))
        dialog.open()

    def change_cell(self, recipient_id: int, name: str, text: str) -> None:
        """Give a recipient one other value, as it was typed in the table."""
        with self._app.reading() as session:
            draft = recipients.draft_of(recipients.get(session, recipient_id))
        changed = replace(draft, **{name: text.strip()})
        operations.recipients.change(self._app, recipient_id, changed)

    def _add(self, of_file: bool, draft: RecipientDraft) -> None:
        if of_file:
            job = operations.recipients.add(self._app, draft)
        else:
            job = operations.recipients.add_to_letter(self._app, self._letter_id, draft)
        job.succeeded.connect(self._tell_added)

    def _tell_added(self, outcome: Outcome) -> None:
        self.added.emit(outcome.value)
