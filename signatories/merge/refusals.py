"""Who must not see a line: a letter may have recipients of its own, and a refusal name one of another list."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.block.signatory import Signatory
from signatories.collation import fold
from signatories.models import Recipient
from signatories.recipients.choosing import Addressed
from signatories.recording import chunks


class Doubt(NamedTuple):
    """A refused recipient, and one of this letter that may be the same; `lines` refused the one, not the other."""

    refused: str
    recipient: str
    lines: tuple[str, ...]


def settle(
    session: Session, lines: Sequence[Signatory], recipients: Sequence[Addressed]
) -> tuple[Sequence[Signatory], tuple[Doubt, ...]]:
    """The lines, each with all of these recipients that must not see it; and what names do not tell.

    A refusal holds for the same State, and for who has the same name and no other country.
    """
    refused = {id_ for line in lines for id_ in line.never_to}
    others = _read(session, refused.difference(recipient.id for recipient in recipients))
    same = {row.id: _ids(row, recipients) for row in others}
    settled = [_held(line, same) for line in lines] if any(same.values()) else lines
    unclear = [row for row in others if not same[row.id]]
    return settled, tuple(_doubts(settled, unclear, recipients))


def _read(session: Session, ids: Iterable[int]) -> list[Recipient]:
    found: list[Recipient] = []
    for chunk in chunks(sorted(ids)):
        found += session.scalars(select(Recipient).where(Recipient.id.in_(chunk)))
    return found


def _ids(refused: Recipient, recipients: Iterable[Addressed]) -> frozenset[int]:
    return frozenset(each.id for each in recipients if _is_same(refused, each))


def _is_same(refused: Recipient, other: Addressed) -> bool:
    if refused.state and other.state and refused.country:
        return refused.country == other.country
    is_elsewhere = refused.country and other.country and refused.country != other.country
    return not is_elsewhere and fold(refused.name) == fold(other.name)


def _held(line: Signatory, same: Mapping[int, frozenset[int]]) -> Signatory:
    further = [same[id_] for id_ in line.never_to if same.get(id_)]
    return line._replace(never_to=line.never_to.union(*further)) if further else line


def _doubts(
    lines: Iterable[Signatory], unclear: Sequence[Recipient], recipients: Iterable[Addressed]
) -> Iterable[Doubt]:
    refusing = [line for line in lines if line.never_to] if unclear else []
    pairs = ((row, each) for row in unclear for each in recipients if row.country)
    for row, each in pairs:
        if row.country == each.country:
            them = (line for line in refusing if row.id in line.never_to)
            names = tuple(line.line for line in them if each.id not in line.never_to)
            if names:
                yield Doubt(row.name, each.name, names)
