"""People: added, changed and removed."""

from collections.abc import Sequence

from signatories.database import Unit
from signatories.directory import people
from signatories.directory.people import PersonDraft
from signatories.progress import Progress
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def add(app: Application, draft: PersonDraft) -> Job:
    """Add a person; the outcome's value is the id."""

    def add(unit: Unit, _progress: Progress) -> int:
        person_id = people.add(unit.session, draft).id
        unit.about(person=person_id)
        return person_id

    return app.act(N_("Add {person}"), add)


def change(app: Application, person_id: int, draft: PersonDraft) -> Job:
    """Give a person other values."""
    return app.change(
        N_("Change {person}"),
        lambda session, _: people.change(session, person_id, draft),
        person=person_id,
    )


def change_value(app: Application, person_id: int, name: str, text: str) -> Job:
    """Give a person one other value, beside those that wait to be written."""
    return app.change(
        N_("Change {person}"),
        lambda session, _: people.change_value(session, person_id, name, text),
        person=person_id,
    )


def remove(app: Application, ids: Sequence[int]) -> Job:
    """Remove people who have answered no letter."""
    return app.change(
        N_("Remove %n person(s)"),
        lambda session, _: people.remove(session, ids),
        said=message(N_("%n person(s) removed."), n=len(ids)),
        n=len(ids),
    )
