"""Same body? Same person? Found by what is equal; names alone propose and never decide."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.imports.planned import Match, Ref
from signatories.models import Organisation, OrganisationName, Person, Role
from signatories.texts import N_, Message, message

_WORDS = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_FILLING = frozenset(
    {
        "the",
        "of",
        "for",
        "and",
        "a",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "et",
        "pour",
        "el",
        "los",
    }
    | {"y", "der", "die", "das", "fur", "und", "e", "v", "inc", "ltd", "asbl", "ev"}
)
_SHARED_MAILBOX = re.compile(r"(?:info|office|contact|mail|secretariat|admin|hello|ngo)@.*")


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation as far as it tells who it is."""

    ref: Ref
    name: str
    acronym: str = ""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person as far as they tell who they are. `roles` are titles by organisation."""

    ref: Ref
    name: str
    email: str = ""
    country: str | None = None
    roles: dict[Ref, str] = field(default_factory=dict)


class Directory:
    """The workspace's organisations and people, and those that the rows so far would add."""

    def __init__(self) -> None:
        self.organisations: dict[Ref, KnownOrganisation] = {}
        self.people: dict[Ref, KnownPerson] = {}
        self._bodies_named: dict[str, list[Ref]] = defaultdict(list)
        self._bodies_of_words: dict[frozenset[str], list[Ref]] = defaultdict(list)
        self._bodies_short: dict[str, list[Ref]] = defaultdict(list)
        self._people_named: dict[frozenset[str], list[Ref]] = defaultdict(list)
        self._people_at: dict[str, list[Ref]] = defaultdict(list)

    @classmethod
    def of(cls, session: Session) -> "Directory":
        """Read what is stored, in four queries."""
        directory = cls()
        columns = (Organisation.id, Organisation.name, Organisation.acronym, Organisation.country)
        for row in session.execute(select(*columns)):
            directory.add_organisation(KnownOrganisation(*row))
        further = select(OrganisationName.organisation_id, OrganisationName.name)
        for ref, name in session.execute(further):
            directory._name_body(ref, name)
        of_person = (Person.id, Person.name, Person.email, Person.country)
        for row in session.execute(select(*of_person)):
            directory.add_person(KnownPerson(*row))
        roles = select(Role.person_id, Role.organisation_id, Role.title)
        for person, body, title in session.execute(roles):
            directory.people[person].roles.setdefault(body, title)
        return directory

    def add_organisation(self, known: KnownOrganisation) -> Ref:
        """Know one more; later rows can be the same."""
        self.organisations[known.ref] = known
        self._name_body(known.ref, known.name)
        if known.acronym:
            self._bodies_short[fold(known.acronym)].append(known.ref)
        return known.ref

    def add_person(self, known: KnownPerson) -> Ref:
        """Know one more."""
        self.people[known.ref] = known
        self._people_named[_words(known.name)].append(known.ref)
        if known.email:
            self._people_at[known.email.strip().casefold()].append(known.ref)
        return known.ref

    def find_organisation(
        self, name: str, acronym: str, country: str | None
    ) -> tuple[Ref | None, list[Match]]:
        """The one it is without question, else those that it may be.

        Without question: the only one of that name, in the same country or with no country on one side.
        """
        named = self._in_country(self._bodies_named[fold(name)], country)
        if len(named) > 1:
            named = [ref for ref in named if self.organisations[ref].country == country] or named
        if len(named) == 1:
            return named[0], []
        several = message(N_("Several organisations have this name."))
        if named:
            return None, [self._body_match(ref, 0.9, several) for ref in named]
        alike = self._in_country(self._bodies_of_words[_words(_BRACKETS.sub(" ", name))], country)
        same_words = message(N_("The name has the same words."))
        same_acronym = message(N_("The acronym is the same."))
        matches = {ref: self._body_match(ref, 0.9, same_words) for ref in alike}
        shorts = {fold(short) for short in (acronym, name) if short}
        by_acronym = {ref for short in shorts for ref in self._bodies_short[short]}
        for ref in self._in_country(sorted(by_acronym | self._named_by(acronym)), country):
            matches.setdefault(ref, self._body_match(ref, 0.6, same_acronym))
        return None, list(matches.values())

    def find_person(
        self, name: str, email: str, organisation: Ref | None
    ) -> tuple[Ref | None, list[Match]]:
        """The one it is without question, else those that it may be.

        Without question: the owner of a personal address, or the only one of that name in the same organisation (for
        both perhaps none).
        """
        if email and (owner := self._owner(name, email)):
            return owner, []
        named = [
            ref for ref in self._people_named[_words(name)] if not self._other_mail(ref, email)
        ]
        exact = [ref for ref in named if fold(self.people[ref].name) == fold(name)]
        here = [ref for ref in exact if self._stands_in(ref, organisation)]
        if len(here) == 1:
            return here[0], []
        reason = message(N_("A person has the same name."))
        return None, [Match("person", ref, self.people[ref].name, 0.7, reason) for ref in named]

    def _owner(self, name: str, email: str) -> Ref | None:
        """The only stored owner of an address; of a shared mailbox only under the same name."""
        at = self._people_at[email.strip().casefold()]
        shared = bool(_SHARED_MAILBOX.fullmatch(email.strip().casefold()))
        certain = [
            ref for ref in at
            if _words(self.people[ref].name) == _words(name) or (ref > 0 and not shared)
        ]  # fmt: skip
        return certain[0] if len(certain) == 1 else None

    def _other_mail(self, ref: Ref, email: str) -> bool:
        """Two addresses speak for two people of one name."""
        known = self.people[ref].email
        return bool(email and known and known.casefold() != email.casefold())

    def _stands_in(self, ref: Ref, organisation: Ref | None) -> bool:
        roles = self.people[ref].roles
        return organisation in roles if organisation is not None else not roles

    def _named_by(self, acronym: str) -> set[Ref]:
        """Bodies that are known by nothing but the acronym."""
        return set(self._bodies_named[fold(acronym)]) if acronym else set()

    def _in_country(self, refs: Iterable[Ref], country: str | None) -> list[Ref]:
        known = ((ref, self.organisations[ref].country) for ref in dict.fromkeys(refs))
        return [ref for ref, theirs in known if not (country and theirs and theirs != country)]

    def _body_match(self, ref: Ref, score: float, reason: Message) -> Match:
        return Match("organisation", ref, self.organisations[ref].name, score, reason)

    def _name_body(self, ref: Ref, name: str) -> None:
        self._bodies_named[fold(name)].append(ref)
        self._bodies_of_words[_words(_BRACKETS.sub(" ", name))].append(ref)


def equal(given: str, stored: str) -> bool:
    """Whether a given cell says what is stored; a blank one says nothing and agrees."""
    return not given.strip() or _plain(given) == _plain(stored)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _words(name: str) -> frozenset[str]:
    """The words that matter, in no order: "BERG Anna" has those of "Anna Berg"."""
    words = frozenset(_WORDS.findall(fold(name)))
    return (words - _FILLING) or words
