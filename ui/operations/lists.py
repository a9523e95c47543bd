"""Numbered lists of signatories: closed."""

import datetime as dt
from functools import partial

from signatories.database import Unit
from signatories.progress import Progress
from signatories.sign_ons import lists
from signatories.sign_ons.lists import NumberedList
from signatories.texts import N_, message
from ui.application import Application, Outcome
from ui.jobs import Job


def close(app: Application, letter_id: int, at: dt.datetime | None) -> Job:
    """Close the next list of a letter as of a moment, or now."""

    def close(unit: Unit, _progress: Progress) -> NumberedList:
        return lists.close(unit, letter_id, at)

    job = app.act(lists.CLOSE, close, letter=letter_id)
    job.succeeded.connect(partial(_announce, app))
    return job


def _announce(app: Application, outcome: Outcome) -> None:
    closed: NumberedList = outcome.value
    text = N_("List {number} is closed, with %n on it.")
    app.announce(message(text, n=closed.signatories, number=closed.number), outcome)
