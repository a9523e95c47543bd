"""Every way the window notes what sign-ons allow, each a line or two."""

from collections.abc import Sequence

from signatories import consents
from signatories.consents import ConsentDraft
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def note(app: Application, ids: Sequence[int], draft: ConsentDraft) -> Job:
    """Note what sign-ons allow; what the draft leaves out stays as it was."""
    return app.change(
        N_("Note what %n sign-on(s) allow"),
        lambda session, _: consents.note(session, ids, draft),
        said=message(N_("Noted the consents of %n sign-on(s)."), n=len(ids)),
        n=len(ids),
    )
