"""What somebody looked at and called different: never proposed as the same again."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.matching.records import Ref
from signatories.models import Difference

Pair = tuple[str, Ref, Ref]


class Differences:
    """Pairs of records that are declared different. `subject` is "organisation" or "person"."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._pairs = {(subject, *sorted(ids)) for subject, *ids in pairs}

    @classmethod
    def of(cls, session: Session) -> "Differences":
        """Those that the workspace remembers."""
        columns = select(Difference.subject, Difference.a_id, Difference.b_id)
        return cls((subject, a, b) for subject, a, b in session.execute(columns))

    def holds(self, subject: str, one: Ref, other: Ref) -> bool:
        """Whether these two were declared different."""
        return (subject, *sorted((one, other))) in self._pairs

    def without(self, subject: str, this: Ref, refs: Sequence[Ref]) -> list[Ref]:
        """The records that were not declared different from this one."""
        return [ref for ref in refs if ref == this or not self.holds(subject, this, ref)]


def hand_on(session: Session, subject: str, keep_id: Ref, gone_id: Ref) -> None:
    """Hand on what was said of a record that is merged into another one: who differed from it differs still."""
    holding = (Difference.a_id == gone_id) | (Difference.b_id == gone_id)
    known = Differences.of(session)
    for row in session.scalars(select(Difference).where(Difference.subject == subject, holding)):
        other = row.a_id if row.b_id == gone_id else row.b_id
        session.delete(row)
        if other != keep_id and not known.holds(subject, keep_id, other):
            a_id, b_id = sorted((keep_id, other))
            session.add(Difference(subject=subject, a_id=a_id, b_id=b_id))
