"""Recipients: added, for all letters or for one, changed and removed."""

from collections.abc import Sequence

from signatories import recipients
from signatories.database import Unit
from signatories.progress import Progress
from signatories.recipients import RecipientDraft
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def add(app: Application, draft: RecipientDraft) -> Job:
    """Add a recipient for every letter of the workspace; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        recipient_id = recipients.add(unit.session, None, draft).id
        unit.about(recipient=recipient_id)
        return recipient_id

    return app.act(N_("Add {recipient}"), add)


def add_to_letter(app: Application, letter_id: int, draft: RecipientDraft) -> Job:
    """Add a recipient of this letter only; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        recipient_id = recipients.add(unit.session, letter_id, draft).id
        unit.about(recipient=recipient_id)
        return recipient_id

    said = message(N_("A recipient was added."))
    return app.act(N_("Add {recipient} to “{letter}”"), add, said=said, letter=letter_id)


def change(app: Application, recipient_id: int, draft: RecipientDraft) -> Job:
    """Give a recipient other values."""
    return app.change(
        N_("Change {recipient}"),
        lambda session, _: recipients.change(session, recipient_id, draft),
        recipient=recipient_id,
    )


def change_value(app: Application, recipient_id: int, name: str, text: str) -> Job:
    """Give a recipient one other value, beside those that wait to be written."""
    return app.change(
        N_("Change {recipient}"),
        lambda session, _: recipients.change_value(session, recipient_id, name, text),
        recipient=recipient_id,
    )


def remove(app: Application, ids: Sequence[int]) -> Job:
    """Remove recipients."""
    return app.change(
        N_("Remove %n recipient(s)"),
        lambda session, _: recipients.remove(session, ids),
        said=message(N_("%n recipient(s) removed."), n=len(ids)),
        n=len(ids),
    )
