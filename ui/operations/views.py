"""Views of tables that are kept under a name. They belong to the file, and are no action in its history."""

from signatories import saved_views
from signatories.saved_views import View
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job
from ui.translation import translate


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


def remove(app: Application, table: str, name: str, view: View) -> Job:
    """Forget a view; the notice brings it back."""
    job = app.change(
        N_("Remove a view"), lambda session, _: saved_views.remove(session, table, name)
    )
    said = translate(message(N_("The view “{name}” is removed."), name=name))
    job.succeeded.connect(
        lambda _: app.say(
            said, action=translate(N_("Undo")), act=lambda: save(app, table, name, view)
        )
    )
    return job
