"""Opens the dialogs about recipients for a letter's page, and hands what they bring to the operations."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from signatories import recipients
from signatories.errors import Refused
from signatories.overview.choices import Choice
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
        self._ask(recipient_id).open()

    def change_cell(self, recipient_id: int, name: str, text: str) -> None:
        """Give a recipient one other value, as it was typed in the table; refused, it is asked for in the dialog."""
        job = operations.recipients.change_value(self._app, recipient_id, name, text)
        job.failed.connect(partial(self._ask_again, recipient_id, name, text))

    def _ask(self, recipient_id: int, **typed: str) -> RecipientDialog:
        with self._app.reading() as session:
            draft = recipients.draft_of(recipients.get(session, recipient_id))
        dialog = RecipientDialog(replace(draft, **typed), self._window)
        dialog.drafted.connect(partial(operations.recipients.change, self._app, recipient_id))
        return dialog

    def _ask_again(self, recipient_id: int, name: str, text: str, error: BaseException) -> None:
        if isinstance(error, Refused):
            self._ask(recipient_id, **{name: text}).open_with_problems()

    def _add(self, of_file: bool, draft: RecipientDraft) -> None:
        if of_file:
            job = operations.recipients.add(self._app, draft)
        else:
            job = operations.recipients.add_to_letter(self._app, self._letter_id, draft)
        job.succeeded.connect(self._tell_added)

    def _tell_added(self, outcome: Outcome) -> None:
        self.added.emit(outcome.value)
