"""Who a letter goes to, as it chooses or would choose, and what is missing among them."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import gaps, letters, standing
from signatories.errors import UserFacingError
from signatories.gaps import Gap
from signatories.letters import spoken
from signatories.models import Letter, Recipient
from signatories.recipients import choosing
from signatories.recipients.choosing import Selection
from signatories.texts import Message


@dataclass(frozen=True, slots=True)
class Choice:
    """Who the letter goes to. `trouble` says why nobody can be chosen; `own`: it has recipients of its own."""

    where: str
    as_of: dt.date | None
    own: bool
    instrument: str = ""
    checked_on: dt.date | None = None
    selection: Selection | None = None
    trouble: Message | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def count(self) -> int:
        """How many recipients are chosen."""
        return len(self.selection.recipients) if self.selection else 0


def tried(session: Session, letter_id: int, where: str, as_of: dt.date | None) -> Choice:
    """Who the letter would go to with another condition, and on another day (None: its date, else today)."""
    letter = letters.get(session, letter_id)
    day = as_of or letter.date or dt.datetime.now(dt.UTC).astimezone().date()
    return choice(session, letter, where, day)


def choice(session: Session, letter: Letter, where: str, as_of: dt.date | None) -> Choice:
    """Who a letter goes to under a condition; why nobody can be chosen is part of it."""
    own = select(Recipient.id).where(Recipient.letter_id == letter.id).limit(1)
    chosen = Choice(where, as_of, own=session.scalar(own) is not None)
    declared = (each.file for each in spoken.read(session, letter) if each.is_declared)
    texts = (letters.file_of(session, letter), *declared)
    try:
        instrument = standing.instrument_of(session, letter)
        selection = choosing.selection(session, letter, where=where, as_of=as_of)
        found = tuple(gaps.among(selection, texts, letters.known_fields(session)))
    except UserFacingError as error:
        return replace(chosen, trouble=error.message)
    if instrument is not None:
        chosen = replace(chosen, instrument=instrument.title, checked_on=instrument.checked_on)
    return replace(chosen, selection=selection, gaps=found)
