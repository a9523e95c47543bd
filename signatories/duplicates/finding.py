"""Pairs of stored records that may be one, each with a score and reasons. Reads only."""

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from signatories.matching.bodies import Bodies
from signatories.matching.differences import Differences
from signatories.matching.loading import load_bodies, load_persons
from signatories.matching.persons import Persons
from signatories.matching.records import KnownOrganisation, KnownPerson, Likeness, Ref
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message

SUBJECTS = {"organisations": "organisation", "people": "person"}
"""What can be looked through, and what one of each is called."""

Found = Mapping[Ref, Likeness]
_REPORTED = 200  # records
_MOST_PARTNERS = 20  # of one record: a thousand of one name are one question, not half a million


@dataclass(frozen=True, slots=True)
class Record:
    """A stored organisation or person."""

    id: int
    name: str

    def as_json(self) -> dict[str, Any]:
        """The record as the command line prints it."""
        return {"id": self.id, "name": self.name}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one; `a` is the older. `score` is 0..1."""

    a: Record
    b: Record
    score: float
    reasons: tuple[Message, ...]

    def as_json(self) -> dict[str, Any]:
        """The pair as the command line prints it."""
        reasons = [str(reason) for reason in self.reasons]
        return {
            "a": self.a.as_json(),
            "b": self.b.as_json(),
            "score": self.score,
            "reasons": reasons,
        }


def find(session: Session, subject: str, progress: Progress = SILENT) -> list[Pair]:
    """The pairs among all "organisations" or "people", best first; none that was declared different.

    May raise Cancelled.
    """
    if subject == "organisations":
        bodies = load_bodies(session)
        pairs = _pairs(bodies.known, _likely_bodies(bodies), progress)
    else:
        persons = load_persons(session)
        pairs = _pairs(persons.known, _likely_persons(persons), progress)
    differences = Differences.of(session)
    kept = (
        pair for pair in pairs if not differences.holds(SUBJECTS[subject], pair.a.id, pair.b.id)
    )
    return sorted(kept, key=lambda pair: (-pair.score, pair.a.id, pair.b.id))


def _likely_bodies(bodies: Bodies) -> Callable[[Ref], Found]:
    def likely(ref: Ref) -> Found:
        known: KnownOrganisation = bodies.known[ref]
        return bodies.likely(known.name, known.acronym, known.country, without=ref)

    return likely


def _likely_persons(persons: Persons) -> Callable[[Ref], Found]:
    def likely(ref: Ref) -> Found:
        known: KnownPerson = persons.known[ref]
        return persons.likely(known.name, known.email, known.roles)

    return likely


def _pairs(
    known: Mapping[Ref, KnownOrganisation] | Mapping[Ref, KnownPerson],
    likely: Callable[[Ref], Found],
    progress: Progress,
) -> Iterator[Pair]:
    """Each pair once, with all that speaks for it from either side."""
    likenesses: dict[tuple[Ref, Ref], dict[str, Likeness]] = {}
    for done, ref in enumerate(known):
        if done % _REPORTED == 0:
            progress.report(done, len(known), N_("Comparing records"))
        found = likely(ref)
        for other in heapq.nlargest(_MOST_PARTNERS, found, key=lambda other: found[other].score):
            if other != ref:
                pair = (min(ref, other), max(ref, other))
                likenesses.setdefault(pair, {})[found[other].reason.key] = found[other]
    for (a, b), reasons in likenesses.items():
        best = sorted(reasons.values(), key=lambda likeness: -likeness.score)
        records = Record(a, known[a].name), Record(b, known[b].name)
        yield Pair(*records, best[0].score, tuple(likeness.reason for likeness in best))
