"""Opens the dialogs about signatories for a letter's page, and hands what they bring to the operations."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from signatories import choosing, consents, extra_columns, letters, queries, sign_on_drafts
from signatories.consents import Given
from signatories.models import SignOnStatus
from signatories.overview import VersionState
from signatories.sign_on_drafts import SignOnDraft
from ui import operations_letter
from ui.application import Application, Outcome
from ui.dialogs.confirm import ConfirmDialog, ProofDraft
from ui.dialogs.consents import ConsentsDialog
from ui.dialogs.sign_on import SignOnDialog
from ui.models.choices import Choice
from ui.notices import Tone
from ui.operations_consents import note_consents
from ui.pages.letter.lookups import organisations_like, people_like
from ui.widgets.directory_field import DirectoryField, Known

Find = Callable[[Session, str], list[Known]]


class SignOnDialogs(QObject):
    """One letter's signatories, asked about one dialog at a time."""

    added = Signal(int)  # a sign-on's id

    def __init__(self, app: Application, letter_id: int, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._letter_id = letter_id
        self._window = window

    def add(self) -> None:
        """Ask for a new signatory."""
        self._open(SignOnDialog(parent=self._window)).drafted.connect(self._add)

    def edit(self, sign_on_id: int) -> None:
        """Ask for a signatory's new values; a confirmed line stays, and the notice says what can be done."""
        with self._app.reading() as session:
            draft = sign_on_drafts.draft_of(session, sign_on_id)
            row = queries.sign_ons(session, [sign_on_id])[sign_on_id]
        if row.status is SignOnStatus.CONFIRMED:
            text = self.tr(
                "This line is printed as it was confirmed. To change it, record a withdrawal and "
                "add the new line, or undo the confirmation."
            )
            ask = partial(self.ask_consents, [sign_on_id])
            self._app.say(text, Tone.INFORMATION, self.tr("Consents…"), ask)
            return
        dialog = self._open(SignOnDialog(draft, self._window))
        dialog.drafted.connect(partial(self._change, sign_on_id))

    def confirm(self, ids: Sequence[int], version: VersionState) -> None:
        """Ask how we know of the yes of these; without ids, of all that said yes and have not confirmed."""
        count = len(ids) or version.to_confirm
        dialog = ConfirmDialog(
            count, version.number, opens=not version.is_frozen, parent=self._window
        )
        dialog.drafted.connect(partial(self._confirm, list(ids) or None))
        dialog.open()

    def ask_consents(self, ids: Sequence[int]) -> None:
        """Ask what these allow."""
        job = self._app.read(partial(_read_consents, letter_id=self._letter_id, ids=ids))
        job.succeeded.connect(partial(self._ask_consents, ids))

    def _open(self, dialog: SignOnDialog) -> SignOnDialog:
        self._answer(dialog.organisation, organisations_like)
        self._answer(dialog.person, people_like)
        names = self._app.read(partial(extra_columns.names, letter_id=self._letter_id))
        names.succeeded.connect(dialog.offer_columns)
        dialog.open()
        return dialog

    def _answer(self, field: DirectoryField, find: Find) -> None:
        def ask(text: str) -> None:
            job = self._app.read(lambda session: (text, find(session, text)))
            job.succeeded.connect(field.offer)

        field.asked.connect(ask)

    def _ask_consents(self, ids: Sequence[int], read: tuple[list[Given], list[Choice]]) -> None:
        dialog = ConsentsDialog(*read, parent=self._window)
        dialog.drafted.connect(partial(note_consents, self._app, ids))
        dialog.open()

    def _add(self, draft: SignOnDraft) -> None:
        job = operations_letter.add_sign_on(self._app, self._letter_id, draft)
        job.succeeded.connect(self._tell_added)

    def _tell_added(self, outcome: Outcome) -> None:
        self.added.emit(outcome.value)

    def _change(self, sign_on_id: int, draft: SignOnDraft) -> None:
        operations_letter.change_sign_on(self._app, sign_on_id, draft)

    def _confirm(self, ids: list[int] | None, draft: ProofDraft) -> None:
        operations_letter.confirm(self._app, self._letter_id, draft.proof(), ids)


def _read_consents(
    session: Session, *, letter_id: int, ids: Sequence[int]
) -> tuple[list[Given], list[Choice]]:
    """What these allow, and all recipients of the letter, whatever it chooses from them."""
    letter = letters.get(session, letter_id)
    recipients = choosing.selection(session, letter, where="").recipients
    given = consents.given(session, ids)
    return list(given.values()), [Choice(str(each.id), each.name) for each in recipients]
