"""How a letter has gone so far, as plain data: who agreed, who answered, what was made, where States stand since."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from signatories.block.signatory import Counts
from signatories.models import LetterStage, Paper, SignOnStatus
from signatories.overview.answers import without_reply
from signatories.sign_ons.lists import NumberedList
from signatories.standing import Standing, Standings, Status


class Agreed(NamedTuple):
    """Who agrees to a version: their figures, when the first and the last agreed, and the lists that were closed."""

    version: int
    counts: Counts
    first: dt.date
    last: dt.date
    lists: tuple[NumberedList, ...] = ()


class Sent(NamedTuple):
    """All letters of a letter, made in one run.

    `then`: where the States written to stood as of a day, by code. `gone`: the lines of those named there who have
    withdrawn since.
    """

    day: dt.date
    version: int
    letters: int
    instrument: str = ""
    as_of: dt.date | None = None
    then: Mapping[str, Standing] = MappingProxyType({})
    gone: tuple[str, ...] = ()


class Moved(NamedTuple):
    """A State, by code, that stands elsewhere now than when it was written to."""

    code: str
    now: Standing


@dataclass(frozen=True, slots=True)
class Course:
    """How far a letter is on a day, which `standings` are of too. `sent` is the last run of all its letters."""

    title: str
    day: dt.date
    stage: LetterStage
    deadline: dt.date | None
    target: int | None
    answers: Mapping[SignOnStatus, int]
    agreed: Agreed | None
    sent: Sent | None
    standings: Standings | None
    checked_on: dt.date | None
    paper: Paper

    @property
    def asked(self) -> int:
        """How many were asked, or answered unasked."""
        return sum(self.answers.values())

    @property
    def without_reply(self) -> int:
        """How many let the deadline pass."""
        return without_reply(self.answers, self.deadline, self.day)

    @property
    def is_later(self) -> bool:
        """Whether it is told as of a later day than the letters told it."""
        then = self.sent.as_of if self.sent else None
        return then is not None and then < self.day

    def moved(self, status: Status) -> list[Moved]:
        """The States written to that have come to that standing since, the first of them first."""
        if self.sent is None or self.standings is None or not self.is_later:
            return []
        now = {code: self.standings.of(code) for code in self.sent.then}
        found = [
            Moved(code, now[code])
            for code, then in self.sent.then.items()
            if now[code].status is status and then.status is not status
        ]
        return sorted(found, key=lambda each: (each.now.since or dt.date.min, each.code))
