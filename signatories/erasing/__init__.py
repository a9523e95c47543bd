"""Erases a person for good: out of the directory, the history, what runs printed, and the bytes of the file.

What stays is the count. What somebody answered in their own name stays as an answer of nobody: it keeps its status,
its version and its day, counts among those who agreed as one who is there *for the count only*, and is named and shown
nowhere. An answer that was never given goes. What an organisation answered through the person stays its own and is
printed without a signer. The figures, digests and names of products that earlier runs made stay as they were; what is
made again of such a run lacks the person and says so. The chain of the history holds; what it says of these rows is
only that they changed.

It cannot be undone. Not reached, and therefore named: files that runs made, other copies of the workspace, files that
are evidence for others too, words that are printed (letters, names of organisations), other people of the name, and
what the history and the runs say of these.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from signatories.database import Database, Unit, overwriting
from signatories.directory import erased_people
from signatories.erasing import backups, belongings, plan, printed, rows, texts
from signatories.erasing.belongings import Belongings
from signatories.erasing.log import Emptying
from signatories.erasing.plan import Answer, Named, Plan
from signatories.erasing.printed import TouchedRun
from signatories.erasing.texts import Mention
from signatories.errors import NotFound, WorkspaceError
from signatories.history import ERASED_FOR_GOOD
from signatories.progress import SILENT, Progress
from signatories.recording import Changes
from signatories.texts import N_

__all__ = ["Answer", "Erased", "Mention", "Named", "Plan", "TouchedRun", "erase", "look"]


@dataclass(frozen=True, slots=True)
class Erased:
    """What erasing did. `plan` is what it touched, `elsewhere` what still names the person in the workspace.

    `emptied` counts the entries of the history without images now. `is_overwritten`: no byte of it is left in the
    file; else that happens when it is opened next.
    """

    plan: Plan
    change_set_id: int
    changes: Changes
    emptied: int
    elsewhere: tuple[Mention, ...]
    is_overwritten: bool


def look(database: Database, person_id: int) -> Plan:
    """What erasing a person would touch. Raises NotFound."""
    with database.reading() as session:
        ours = belongings.find(session, person_id)
        return plan.read(session, ours, backups.holding(database.path, ours.traces))


def erase(
    database: Database,
    person_id: int,
    progress: Progress = SILENT,
    *,
    recipients: Collection[int] = (),
) -> Erased:
    """Erase a person for good, with these recipients who are called the same.

    One action, all of it or nothing; then the file is overwritten, which whoever opens it next does where this cannot.
    Raises NotFound for the person and for a recipient of another name; WorkspaceError; Cancelled.
    """
    progress.report(0, None, _LABEL)
    seen = look(database, person_id)
    with database.work(ERASED_FOR_GOOD, bulk=True) as unit:
        ours = belongings.find(unit.session, person_id)
        _refuse_strangers(ours, recipients)
        this = unit.recorder.begin()
        emptying = Emptying(ours, (*ours.recipients, *recipients))
        unit.at_end = partial(emptying.run, unit.session, this)
        told = _erase(unit, ours, (*ours.recipients, *recipients))
        progress.report(0, None, _LABEL)
    with database.reading() as session:
        told += emptying.found.mentions(session, told)
    done = _is_overwritten(database)
    return Erased(seen, this, unit.changes, emptying.emptied, tuple(told), done)


_LABEL = N_("Erasing")


def _erase(unit: Unit, ours: Belongings, recipients: Collection[int]) -> list[Mention]:
    """Erase what is theirs, and bring what still names them."""
    session, person = unit.session, ours.traces
    still_printed = printed.erase(session, plan.gone(session, ours, recipients))
    rows.erase(unit, ours, recipients)
    texts.blot(unit, person)
    today = dt.datetime.now(dt.UTC).date()
    erased_people.remember(session, (*person.names, *person.emails), today)
    overwriting.ask_for(session)
    return [*texts.kept(session, person), *still_printed]


def _refuse_strangers(ours: Belongings, recipients: Collection[int]) -> None:
    for stranger in set(recipients).difference(ours.recipients, ours.alike):
        raise NotFound(N_("Recipient {id} is not called so."), id=stranger)


def _is_overwritten(database: Database) -> bool:
    try:
        database.overwrite()
    except WorkspaceError:
        return False
    return True
