"""What a person decides about two records: they are different, or they become one."""

from sqlalchemy.orm import Session

from signatories.directory import organisations, people
from signatories.duplicates.finding import SUBJECTS
from signatories.errors import Refused
from signatories.matching.differences import Differences
from signatories.models import Difference, Organisation, Person
from signatories.texts import N_

Subject = Organisation | Person


def declare_different(session: Session, subject: str, one: int, other: int) -> None:
    """Remember that two "organisations" or "people" are different: never proposed again.

    Raises NotFound, or Refused for one and the same record. Said twice is said once.
    """
    both(session, subject, one, other)
    noun = SUBJECTS[subject]
    if not Differences.of(session).holds(noun, one, other):
        session.add(Difference(subject=noun, a_id=min(one, other), b_id=max(one, other)))


def both(session: Session, subject: str, one: int, other: int) -> tuple[Subject, Subject]:
    """The two records. Raises NotFound, or Refused when they are the same."""
    if one == other:
        raise Refused(N_("That is one and the same record: choose two."))
    if subject == "organisations":
        return organisations.get(session, one), organisations.get(session, other)
    return people.get(session, one), people.get(session, other)
