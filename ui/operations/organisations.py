"""Organisations: added, changed and removed."""

from collections.abc import Sequence

from signatories.database import Unit
from signatories.directory import organisations
from signatories.directory.organisations import OrganisationDraft
from signatories.progress import Progress
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def add(app: Application, draft: OrganisationDraft) -> Job:
    """Add an organisation; the outcome's value is its id."""

    def add(unit: Unit, _progress: Progress) -> int:
        organisation_id = organisations.add(unit.session, draft).id
        unit.about(organisation=organisation_id)
        return organisation_id

    return app.act(N_("Add {organisation}"), add)


def change(app: Application, organisation_id: int, draft: OrganisationDraft) -> Job:
    """Give an organisation other values."""
    return app.change(
        N_("Change {organisation}"),
        lambda session, _: organisations.change(session, organisation_id, draft),
        organisation=organisation_id,
    )


def change_value(app: Application, organisation_id: int, name: str, text: str) -> Job:
    """Give an organisation one other value, beside those that wait to be written."""
    return app.change(
        N_("Change {organisation}"),
        lambda session, _: organisations.change_value(session, organisation_id, name, text),
        organisation=organisation_id,
    )


def remove(app: Application, ids: Sequence[int]) -> Job:
    """Remove organisations that nothing uses."""
    return app.change(
        N_("Remove %n organisation(s)"),
        lambda session, _: organisations.remove(session, ids),
        said=message(N_("%n organisation(s) removed."), n=len(ids)),
        n=len(ids),
    )
