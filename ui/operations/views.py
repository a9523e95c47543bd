"""Views of tables that are kept under a name: each change is an action, and can be undone."""

from signatories import saved_views
from signatories.saved_views import View
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def save(app: Application, table: str, name: str, view: View) -> Job:
    """Keep a view under a name."""
    return app.change(
        N_("Save a view"),
        lambda session, _: saved_views.save(session, table, name, view),
        said=message(N_("The view “{name}” is saved."), name=name),
    )


def rename(app: Application, table: str, name: str, other: str) -> Job:
    """Keep a view under another name."""
    return app.change(
        N_("Rename a view"),
        lambda session, _: saved_views.rename(session, table, name, other),
        said=message(N_("The view “{name}” is called “{other}” now."), name=name, other=other),
    )


def remove(app: Application, table: str, name: str) -> Job:
    """Forget a view."""
    return app.change(
        N_("Remove a view"),
        lambda session, _: saved_views.remove(session, table, name),
        said=message(N_("The view “{name}” is removed."), name=name),
    )
