"""What the window does with records that may be one and the same."""

from typing import Any

from signatories import duplicates
from signatories.duplicates import SUBJECTS, Pair, Record
from signatories.texts import N_, message
from ui.application import Application, Outcome
from ui.jobs import Job


def merge(app: Application, subject: str, kept: Record, other: Record) -> Job:
    """Merge a record into another one; undone row by row."""

    def tell(outcome: Outcome) -> None:
        text = N_("“{other}” is now a part of “{kept}”.")
        app.announce(message(text, other=other.name, kept=kept.name), outcome)

    about: dict[str, Any] = {SUBJECTS[subject]: kept.id}
    job = app.act(
        duplicates.MESSAGES[subject],
        lambda unit, _: duplicates.merge(unit, subject, kept.id, other.id),
        bulk=True,
        **about,
    )
    job.succeeded.connect(tell)
    return job


def declare_different(app: Application, subject: str, pair: Pair) -> Job:
    """Remember that two records are not the same."""
    return app.change(
        N_("Keep two records apart"),
        lambda session, _: duplicates.declare_different(session, subject, pair.a.id, pair.b.id),
        said=message(N_("They are kept apart, and not asked about again.")),
    )
