"""What is known of the bodies and people that a row or another record may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from signatories.texts import Message

Ref = int
"""A record: the id of a stored one, or minus the line of the row that makes it."""

NO_ROLES: Mapping[Ref, str] = MappingProxyType({})


class KnownOrganisation(NamedTuple):
    """An organisation as far as it tells who it is."""

    ref: Ref
    name: str
    acronym: str = ""
    country: str | None = None


class KnownPerson(NamedTuple):
    """A person as far as they tell who they are. `roles` are titles by organisation."""

    ref: Ref
    name: str
    email: str = ""
    country: str | None = None
    roles: Mapping[Ref, str] = NO_ROLES


class PeopleColumns(NamedTuple):
    """Some people by column, each with one role, or none: `titles` are theirs in the organisations `bodies`."""

    refs: Sequence[Ref]
    names: Sequence[str]
    emails: Sequence[str]
    countries: Sequence[str | None]
    bodies: Sequence[Ref | None]
    titles: Sequence[str]


class Likeness(NamedTuple):
    """How likely two are the same (0..1, in steps that say more than chance), and why in plain words."""

    score: float
    reason: Message


@dataclass(frozen=True, slots=True)
class Match:
    """A record or an earlier row (its reference is negative) that a row may be, 1.0: without question.

    `other_signer`: somebody else signs there, so that the row is never written over it.
    """

    subject: str
    ref: Ref
    name: str
    score: float
    reason: Message
    other_signer: bool = False

    def as_json(self) -> dict[str, Any]:
        """The match as the command line prints it."""
        place = {"id": self.ref} if self.ref > 0 else {"line": -self.ref}
        found = {"record": self.subject, **place, "name": self.name, "score": self.score}
        return {**found, "reasons": [str(self.reason)]}
