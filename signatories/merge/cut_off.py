"""Where the list of a run is cut off: at a numbered list, at a moment, or nowhere."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories.models import SignatureList, Version
from signatories.sign_ons import lists


class CutOff(NamedTuple):
    """The list that was closed, if it is one, and its moment; `newest`: the number of the last one that was closed."""

    listed: SignatureList | None
    moment: dt.datetime | None
    newest: int | None

    @property
    def number(self) -> int | None:
        """The number of the list."""
        return self.listed.number if self.listed else None

    def day(self, now: dt.datetime) -> dt.date:
        """The day of the list: that of its moment, but no day to come."""
        if self.moment is not None and self.moment < now:
            return self.moment.date()
        return now.astimezone().date()


def at(
    session: Session,
    version: Version,
    number: int | None,
    moment: dt.datetime | None,
    *,
    must: bool = True,
) -> CutOff:
    """The list of this number, else all whose yes came until the moment, as this computer's zone has it.

    Raises NoSuchList for a list that is not there, unless it need not be: then everybody is printed.
    """
    newest = lists.newest_number(session, version)
    if number is None:
        return CutOff(None, moment.astimezone() if moment else None, newest)
    try:
        listed = lists.find(session, version, number)
    except lists.NoSuchList:
        if must:
            raise
        return CutOff(None, None, newest)
    return CutOff(listed, lists.cut_off_of(listed), newest)
