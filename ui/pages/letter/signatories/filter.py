"""Which signatories of a letter are shown, and in which order."""

from array import array
from typing import NamedTuple

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from signatories import letters, queries
from signatories.letters import versions
from signatories.models import SignOn, SignOnStatus
from signatories.overview.answers import statuses
from signatories.sign_ons import lists


class OfList(NamedTuple):
    """Who is on a list (None: whoever has confirmed), or is not on one; neither: everybody who was asked."""

    number: int | None = None
    since: int | None = None


EVERYBODY = OfList()


class Found(NamedTuple):
    """The ids of those that are shown, and how many gave each answer of those that could be."""

    ids: "array[int]"
    statuses: dict[SignOnStatus, int]


class SignOnFilter(NamedTuple):
    """What is looked for. `answers` are the names of those that are shown, none for all."""

    letter_id: int
    answers: tuple[str, ...]
    of_list: OfList
    words: str
    order: str
    descending: bool

    def find(self, session: Session) -> Found:
        """Read who is found, and count the answers of everybody on the list."""
        scope = self._scope(session)
        chosen = [SignOnStatus[name] for name in self.answers]
        of_status = [SignOn.status.in_(chosen)] if chosen else []
        ids = queries.ids(
            session,
            queries.SIGN_ONS,
            *scope,
            *of_status,
            words=self.words,
            order=self.order,
            descending=self.descending,
        )
        return Found(ids, statuses(session, self.letter_id, *scope))

    def _scope(self, session: Session) -> list[ColumnElement[bool]]:
        scope: list[ColumnElement[bool]] = [SignOn.letter_id == self.letter_id]
        version = versions.printable(session, letters.get(session, self.letter_id))
        if version and self.of_list != EVERYBODY:
            number, since = self.of_list
            scope += lists.scope(session, version, number=number, since=since)
        return scope
