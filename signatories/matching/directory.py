"""The workspace's organisations and people, and those that the rows so far would add."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories.matching import organisation_scores
from signatories.matching.bodies import Bodies
from signatories.matching.differences import Differences
from signatories.matching.loading import load_bodies, load_persons
from signatories.matching.people import People
from signatories.matching.persons import Persons
from signatories.matching.records import (
    KnownOrganisation,
    KnownPerson,
    Likeness,
    Match,
    PeopleColumns,
    Ref,
)

_MOST_MATCHES = 5


class _Finding(NamedTuple):
    """By what organisations and people are found: most of the memory of a directory."""

    bodies: Bodies
    persons: Persons


class Directory:
    """Finds who a row means: without question, or as candidates with their reasons, best first."""

    def __init__(self, bodies: Bodies, persons: Persons, differences: Differences) -> None:
        self._finding: _Finding | None = _Finding(bodies, persons)
        self._organisations = bodies.known
        self._people = persons.known
        self._differences = differences

    @classmethod
    def of(cls, session: Session) -> "Directory":
        """Read what is stored."""
        return cls(load_bodies(session), load_persons(session), Differences.of(session))

    @classmethod
    def of_organisations(cls, session: Session) -> "Directory":
        """Read the organisations that are stored, and nobody."""
        return cls(load_bodies(session), Persons(), Differences.of(session))

    def settle(self, *, keeps_people: bool = True) -> None:
        """Give up by what organisations and people are found; who they are stays known, people only if they are kept.

        Nobody is looked for or added after that: whoever does gets a RuntimeError.
        """
        self._finding = None
        if not keeps_people:
            self._people = People()

    @property
    def _known(self) -> _Finding:
        if self._finding is None:
            raise RuntimeError("somebody is looked for in a settled directory")
        return self._finding

    @property
    def organisations(self) -> Mapping[Ref, KnownOrganisation]:
        """All known organisations by reference."""
        return self._organisations

    def person_name(self, ref: Ref) -> str:
        """What somebody who is known is called."""
        return self._people.name(ref)

    @property
    def people(self) -> Mapping[Ref, KnownPerson]:
        """All known people by reference."""
        return self._people

    def add_organisation(self, known: KnownOrganisation) -> Ref:
        """Know one more; later rows can be the same."""
        self._known.bodies.add(known)
        return known.ref

    def add_person(self, known: KnownPerson) -> Ref:
        """Know one more."""
        self._known.persons.add(known)
        return known.ref

    def find_organisation(
        self, name: str, acronym: str, country: str | None
    ) -> tuple[Ref | None, list[Match]]:
        """The one it is without question, else those that it may be.

        Without question: the only one of that name, in the same country or with no country on one side.
        """
        bodies = self._known.bodies
        named = bodies.named(name, country)
        if len(named) > 1:
            named = [ref for ref in named if bodies.known[ref].country == country] or named
        if len(named) == 1:
            return named[0], []
        same = dict.fromkeys(named, organisation_scores.SAME_NAME)
        found = same or bodies.likely(name, acronym, country)
        return None, self._matches("organisation", found, bodies.known)

    def add_new_people(self, some: PeopleColumns) -> Iterator[bool]:
        """Know those of some people, one after the other, whom nobody who is known can be: says of each whether.

        Who is not new may be added before it is asked about the next.
        """
        return self._known.persons.add_new(some)

    def people_called(self, name: str, organisation: Ref | None) -> Sequence[Ref]:
        """Those of that name in an organisation, or in none; of very many some."""
        return self._known.persons.called(name, organisation)

    def find_person(
        self, name: str, email: str, organisation: Ref | None
    ) -> tuple[Ref | None, list[Match]]:
        """The one it is without question, else those that it may be.

        Without question: the owner of a personal address, or the only one of that name in the same organisation (for
        both perhaps none).
        """
        certain = self._known.persons.certain(name, email, organisation)
        if certain is not None:
            return certain, []
        found = self._known.persons.likely(
            name, email, () if organisation is None else (organisation,)
        )
        return None, self._matches("person", found, self._people)

    def _matches(
        self,
        subject: str,
        found: Mapping[Ref, Likeness],
        known: Mapping[Ref, KnownOrganisation] | Mapping[Ref, KnownPerson],
    ) -> list[Match]:
        """The best few. Who was declared another one than the best is not proposed beside it."""
        if not found:
            return []
        refs = sorted(found, key=lambda ref: (-found[ref].score, ref < 0, abs(ref)))
        best = [refs[0]] if len(refs) == 1 else self._differences.without(subject, refs[0], refs)
        return [Match(subject, ref, known[ref].name, *found[ref]) for ref in best[:_MOST_MATCHES]]
