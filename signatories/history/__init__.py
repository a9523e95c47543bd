"""The change log as users meet it: what was done, by whom, and what can be undone next."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories.history import words
from signatories.models import Change, ChangeSet
from signatories.recording import logged
from signatories.texts import N_, Message, message

UNDO = N_("Undo: {action}")
REDO = N_("Redo: {action}")
ERASED_FOR_GOOD = N_("Erase a person for good")
"""The one action that nothing takes back: undo passes over it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One action as the history shows it."""

    id: int
    at: dt.datetime
    actor: str
    message: Message
    undoes: int | None
    undone_by: int | None

    @property
    def is_final(self) -> bool:
        """Whether nothing takes it back."""
        return self.message.key == ERASED_FOR_GOOD


class TakenBack(NamedTuple):
    """The action that an undo is about, and whether the undo did it again."""

    action: Message
    again: bool


def entries(session: Session, *, limit: int | None = None) -> list[Entry]:
    """The actions, latest first."""
    query = select(ChangeSet).order_by(ChangeSet.id.desc()).limit(limit)
    return [entry_of(session, change_set) for change_set in session.scalars(query)]


def next_undo(session: Session) -> Entry | None:
    """The action that `undo` takes back next: the latest that is neither undone nor itself an undo.

    What was erased for good stands in nobody's way: actions that it keeps from being undone are passed over.
    """
    query = (
        select(ChangeSet)
        .where(
            ChangeSet.undone_by_id.is_(None),
            ChangeSet.undoes_id.is_(None),
            ChangeSet.message != ERASED_FOR_GOOD,
        )
        .order_by(ChangeSet.id.desc())
    )
    some_erased = is_anybody_erased(session)
    for change_set in session.scalars(query.execution_options(yield_per=1)):
        if not (some_erased and _is_erased(session, change_set)):
            return entry_of(session, change_set)
    return None


def is_anybody_erased(session: Session) -> bool:
    """Whether somebody was ever erased for good, so that images of the log may be empty."""
    erasing = select(ChangeSet.id).where(ChangeSet.message == ERASED_FOR_GOOD)
    return session.scalar(erasing.limit(1)) is not None


def _is_erased(session: Session, change_set: ChangeSet) -> bool:
    """Whether an action cannot be undone for what was erased: a single one for any row, a bulk one for all."""
    told = (row.is_erased for row in logged(session, Change.change_set_id == change_set.id))
    if change_set.bulk:
        return next(told, False) and all(told)
    return any(told)


def next_redo(session: Session) -> Entry | None:
    """The undo that a redo takes back: of the action undone last, unless something new was done since."""
    query = (
        select(ChangeSet.undone_by_id)
        .where(ChangeSet.undone_by_id.is_not(None), ChangeSet.undoes_id.is_(None))
        .order_by(ChangeSet.undone_by_id.desc())
        .limit(1)
    )
    undo_in_force = session.scalar(query)
    newest = select(func.max(ChangeSet.id)).where(ChangeSet.undoes_id.is_(None))
    if undo_in_force is None or undo_in_force < session.scalars(newest).one():
        return None
    return entry_of(session, session.get_one(ChangeSet, undo_in_force))


def entry_of(session: Session, change_set: ChangeSet) -> Entry:
    """One action, its ids put into words as the rows are called now (or were last)."""
    return Entry(
        change_set.id,
        change_set.at,
        change_set.actor,
        _message(session, change_set),
        change_set.undoes_id,
        change_set.undone_by_id,
    )


def taken_back(session: Session, undo_id: int) -> TakenBack:
    """What an undo took back, in words; an undo of an undo did it again."""
    action, again = session.get_one(ChangeSet, undo_id), True
    while action.undoes_id is not None:
        action, again = session.get_one(ChangeSet, action.undoes_id), not again
    return TakenBack(Message(action.message, words.in_words(session, action.values)), again)


def _message(session: Session, change_set: ChangeSet) -> Message:
    """The action in words: an undo names what it undoes, an undo of an undo what it does again."""
    if change_set.undoes_id is None:
        return Message(change_set.message, words.in_words(session, change_set.values))
    action, again = taken_back(session, change_set.id)
    return message(REDO if again else UNDO, action=action)
