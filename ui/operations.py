"""Every way the window changes data, each a line or two: its name in the history, the work, what is said."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from signatories import letters, recipients
from signatories.database import Unit
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.letters import text_file
from signatories.letters.text_file import LetterFile
from signatories.progress import Progress
from signatories.recipients import RecipientDraft
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def add_letter(app: Application, file: LetterFile) -> Job:
    """Begin a letter; the outcome's value is its id."""
    return _add_letter(app, lambda: file)


def read_letter(app: Application, path: Path) -> Job:
    """Add the letter that a text file holds; the outcome's value is its id."""
    return _add_letter(app, partial(text_file.read, path))


def _add_letter(app: Application, read: Callable[[], LetterFile]) -> Job:
    def add(unit: Unit, _progress: Progress) -> int:
        letter_id = letters.add(unit.session, read()).id
        unit.about(letter=letter_id)
        return letter_id

    return app.act(N_("Add letter “{letter}”"), add)


def remove_letters(app: Application, ids: Sequence[int]) -> Job:
    """Remove letters that nobody has answered."""
    return app.change(
        N_("Remove %n letter(s)"),
        lambda session, _: letters.remove(session, ids),
        said=message(N_("%n letter(s) removed."), n=len(ids)),
        n=len(ids),
    )


def add_organisation(app: Application, draft: OrganisationDraft) -> Job:
    """Add an organisation; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        organisation_id = organisations.add(unit.session, draft).id
        unit.about(organisation=organisation_id)
        return organisation_id

    return app.act(N_("Add {organisation}"), add)


def change_organisation(app: Application, organisation_id: int, draft: OrganisationDraft) -> Job:
    """Give an organisation other values."""
    return app.change(
        N_("Change {organisation}"),
        lambda session, _: organisations.change(session, organisation_id, draft),
        organisation=organisation_id,
    )


def remove_organisations(app: Application, ids: Sequence[int]) -> Job:
    """Remove organisations that nothing uses."""
    return app.change(
        N_("Remove %n organisation(s)"),
        lambda session, _: organisations.remove(session, ids),
        said=message(N_("%n organisation(s) removed."), n=len(ids)),
        n=len(ids),
    )


def add_person(app: Application, draft: PersonDraft) -> Job:
    """Add a person; the outcome's value is the id."""

    def add(unit: Unit, _progress: Progress) -> int:
        person_id = people.add(unit.session, draft).id
        unit.about(person=person_id)
        return person_id

    return app.act(N_("Add {person}"), add)


def change_person(app: Application, person_id: int, draft: PersonDraft) -> Job:
    """Give a person other values."""
    return app.change(
        N_("Change {person}"),
        lambda session, _: people.change(session, person_id, draft),
        person=person_id,
    )


def remove_people(app: Application, ids: Sequence[int]) -> Job:
    """Remove people who have answered no letter."""
    return app.change(
        N_("Remove %n person(s)"),
        lambda session, _: people.remove(session, ids),
        said=message(N_("%n person(s) removed."), n=len(ids)),
        n=len(ids),
    )


def add_recipient(app: Application, draft: RecipientDraft) -> Job:
    """Add a recipient for every letter of the workspace; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        recipient_id = recipients.add(unit.session, None, draft).id
        unit.about(recipient=recipient_id)
        return recipient_id

    return app.act(N_("Add {recipient}"), add)


def change_recipient(app: Application, recipient_id: int, draft: RecipientDraft) -> Job:
    """Give a recipient other values."""
    return app.change(
        N_("Change {recipient}"),
        lambda session, _: recipients.change(session, recipient_id, draft),
        recipient=recipient_id,
    )


def remove_recipients(app: Application, ids: Sequence[int]) -> Job:
    """Remove recipients."""
    return app.change(
        N_("Remove %n recipient(s)"),
        lambda session, _: recipients.remove(session, ids),
        said=message(N_("%n recipient(s) removed."), n=len(ids)),
        n=len(ids),
    )
