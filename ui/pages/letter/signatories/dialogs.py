"""Opens the dialogs about signatories for a letter's page, and hands what they bring to the operations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from signatories import consents, extra_columns, letters, queries
from signatories.consents import Given
from signatories.letters import versions
from signatories.models import SignOnStatus
from signatories.overview import VersionState
from signatories.printed_lines import Printed
from signatories.queries.rows import SignOnRow
from signatories.recipients import choosing
from signatories.sign_ons import confirming, drafts
from signatories.sign_ons.drafts import SignOnDraft
from signatories.sign_ons.lists import NumberedList
from signatories.sign_ons.outdated import outdated_lines
from signatories.texts import N_, message
from ui import operations
from ui.application import Application, Outcome
from ui.dialogs.close_list import CloseListDialog, ClosingDraft
from ui.dialogs.confirm import ConfirmDialog, ProofDraft
from ui.dialogs.consents import ConsentsDialog
from ui.dialogs.sign_on import SignOnDialog
from ui.models.choices import Choice
from ui.notices import Notice, Tone
from ui.pages.letter.signatories.lookups import organisations_like, people_like
from ui.translation import translate
from ui.widgets.directory_field import DirectoryField, Known

MOST = 5  # lines that are shown before and after

Find = Callable[[Session, str], list[Known]]


class Moved(NamedTuple):
    """Sign-ons by id whose confirmed line the directory has otherwise: both in words, and the version to confirm."""

    version: int
    lines: Mapping[int, tuple[str, str]]

    @property
    def words(self) -> str:
        """What confirming anew will do."""
        pair = N_("“{was}” will be printed as “{now}”.")
        pairs = [*self.lines.values()]
        said = [translate(message(pair, was=was, now=now)) for was, now in pairs[:MOST]]
        if more := len(pairs) - len(said):
            said.append(translate(message(N_("… and %n more"), n=more)))
        text = N_(
            "The same text becomes version {version}; everybody else's confirmation stays good."
        )
        return "\n".join([*said, translate(message(text, version=self.version))])


class Asked(NamedTuple):
    """Sign-ons that are to be confirmed, the first of them in words; `chosen`: by hand, otherwise by their yes."""

    ids: list[int]
    lines: list[str]
    chosen: bool


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
            draft = drafts.draft_of(session, sign_on_id)
            row = queries.sign_ons(session, [sign_on_id])[sign_on_id]
        if row.status is SignOnStatus.CONFIRMED:
            self._say_confirmed(sign_on_id)
            return
        dialog = self._open(SignOnDialog(draft, self._window))
        dialog.drafted.connect(partial(self._change, sign_on_id))

    def confirm(self, ids: Sequence[int], version: VersionState) -> None:
        """Ask how we know of the yes of these; without ids, of all that said yes and have not confirmed.

        These are named, and nobody else is confirmed, whoever says yes while the dialog is open.
        """
        job = self._app.read(partial(_read_asked, letter_id=self._letter_id, ids=ids))
        job.succeeded.connect(partial(self._ask_proof, version))

    def confirm_anew(self, ids: Sequence[int]) -> None:
        """Ask how we know that these are to be printed as the directory has them now."""
        job = self._app.read(partial(_read_moved, letter_id=self._letter_id, ids=ids))
        job.succeeded.connect(self._ask_anew)

    def close_list(self, last: NumberedList | None) -> None:
        """Ask as of when the list after this one is closed."""
        dialog = CloseListDialog(last, self._window)
        dialog.drafted.connect(self._close_list)
        dialog.open()

    def ask_consents(self, ids: Sequence[int]) -> None:
        """Ask what these allow."""
        job = self._app.read(partial(_read_consents, letter_id=self._letter_id, ids=ids))
        job.succeeded.connect(partial(self._ask_consents, ids))

    def _close_list(self, draft: ClosingDraft) -> None:
        operations.lists.close(self._app, self._letter_id, draft.at)

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

    def _say_confirmed(self, sign_on_id: int) -> None:
        text = self.tr(
            "This line is printed as it was confirmed. If the directory says otherwise by now, it can be "
            "confirmed anew as the directory says."
        )
        consents = partial(self.ask_consents, [sign_on_id])
        anew = partial(self.confirm_anew, [sign_on_id])
        notice = Notice(text, Tone.INFORMATION, "", self.tr("Consents…"), consents)
        self._app.notices.post(replace(notice, other=self.tr("Confirm anew…"), act_otherwise=anew))

    def _ask_proof(self, version: VersionState, asked: Asked) -> None:
        opens = not version.is_frozen
        count = len(asked.ids)
        dialog = ConfirmDialog(count, version.number, opens=opens, parent=self._window)
        dialog.name(asked.lines)
        dialog.drafted.connect(partial(self._confirm, asked))
        dialog.open()

    def _ask_anew(self, moved: Moved) -> None:
        if not moved.lines:
            text = self.tr("The directory says nothing else of them than what is printed.")
            self._app.say(text, Tone.INFORMATION)
            return
        dialog = ConfirmDialog(len(moved.lines), moved.version, opens=False, parent=self._window)
        dialog.explain(moved.words)
        dialog.drafted.connect(partial(self._confirm_anew, list(moved.lines)))
        dialog.open()

    def _ask_consents(self, ids: Sequence[int], read: tuple[list[Given], list[Choice]]) -> None:
        dialog = ConsentsDialog(*read, parent=self._window)
        dialog.drafted.connect(partial(operations.consents.note, self._app, ids))
        dialog.open()

    def _add(self, draft: SignOnDraft) -> None:
        job = operations.sign_ons.add(self._app, self._letter_id, draft)
        job.succeeded.connect(self._tell_added)

    def _tell_added(self, outcome: Outcome) -> None:
        self.added.emit(outcome.value)

    def _change(self, sign_on_id: int, draft: SignOnDraft) -> None:
        operations.sign_ons.change(self._app, sign_on_id, draft)

    def _confirm_anew(self, ids: list[int], draft: ProofDraft) -> None:
        operations.sign_ons.confirm_anew(self._app, self._letter_id, draft.proof(), ids)

    def _confirm(self, asked: Asked, draft: ProofDraft) -> None:
        confirm = operations.sign_ons.confirm
        confirm(self._app, self._letter_id, draft.proof(), asked.ids, chosen=asked.chosen)


def _read_moved(session: Session, *, letter_id: int, ids: Sequence[int]) -> Moved:
    """Those of these whom the directory has otherwise by now."""
    version = versions.newest(letters.get(session, letter_id))
    now = {each.sign_on_id: each.now.words for each in outdated_lines(session, version)}
    rows = queries.sign_ons(session, [sign_on_id for sign_on_id in ids if sign_on_id in now])
    lines = {row_id: (_confirmed(row).words, now[row_id]) for row_id, row in rows.items()}
    return Moved(version.number + 1, lines)


def _read_asked(session: Session, *, letter_id: int, ids: Sequence[int]) -> Asked:
    """Those that are to be confirmed; without ids, all that said yes and have not."""
    version = versions.newest(letters.get(session, letter_id))
    asked = list(ids) or confirming.unconfirmed(session, version)
    shown = queries.sign_ons(session, asked[:MOST])
    lines = [shown[row_id].caption for row_id in asked[:MOST] if row_id in shown]
    return Asked(asked, lines, chosen=bool(ids))


def _confirmed(row: SignOnRow) -> Printed:
    return Printed(row.name, row.role, row.organisation, row.acronym, row.printed_country)


def _read_consents(
    session: Session, *, letter_id: int, ids: Sequence[int]
) -> tuple[list[Given], list[Choice]]:
    """What these allow, and all recipients of the letter, whatever it chooses from them."""
    letter = letters.get(session, letter_id)
    recipients = choosing.selection(session, letter, where="").recipients
    given = consents.given(session, ids)
    return list(given.values()), [Choice(str(each.id), each.name) for each in recipients]
