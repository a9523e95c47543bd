"""Which signatories of a letter are shown, and in which order."""

from array import array
from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories import letters, queries
from signatories.letters import versions
from signatories.models import SignOn, SignOnStatus
from signatories.sign_ons import lists


class OfList(NamedTuple):
    """Who is on a list (None: whoever has confirmed), or is not on one; neither: everybody who was asked."""

    number: int | None = None
    since: int | None = None


EVERYBODY = OfList()


class SignOnFilter(NamedTuple):
    """What is looked for. `status` is the name of one, or empty."""

    letter_id: int
    status: str
    of_list: OfList
    words: str
    order: str
    descending: bool

    def ids(self, session: Session) -> "array[int]":
        """Read the ids of those that are found."""
        scope = [SignOn.letter_id == self.letter_id]
        if self.status:
            scope.append(SignOn.status == SignOnStatus[self.status])
        version = versions.printable(session, letters.get(session, self.letter_id))
        if version and self.of_list != EVERYBODY:
            number, since = self.of_list
            scope += lists.scope(session, version, number=number, since=since)
        return queries.ids(
            session,
            queries.SIGN_ONS,
            *scope,
            words=self.words,
            order=self.order,
            descending=self.descending,
        )
