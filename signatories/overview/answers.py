"""How many gave which answer to a letter, and how many have confirmed a version."""

import datetime as dt
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from signatories.letters import versions
from signatories.models import HAS_SIGNATORY, SignOn, SignOnStatus, Version
from signatories.sign_ons import confirming

_UNANSWERED = (SignOnStatus.INVITED, SignOnStatus.CONSIDERING)


def statuses(
    session: Session, letter_id: int, *scope: ColumnElement[bool]
) -> dict[SignOnStatus, int]:
    """How many of those in scope gave each answer to a letter; answers that nobody gave are left out."""
    query = select(SignOn.status, func.count().label("times"))
    answers = query.where(SignOn.letter_id == letter_id, *scope).group_by(SignOn.status)
    found = {row.status: row.times for row in session.execute(answers)}
    return {status: found[status] for status in SignOnStatus if status in found}


def without_reply(
    answers: Mapping[SignOnStatus, int], deadline: dt.date | None, day: dt.date
) -> int:
    """How many had not answered when the deadline passed, as of a day."""
    is_over = deadline is not None and deadline < day
    return sum(answers.get(status, 0) for status in _UNANSWERED) if is_over else 0


def confirmed(session: Session, version: Version) -> int:
    """How many have confirmed a version."""
    return _answers(session, version, {SignOnStatus.CONFIRMED}, confirmed=True)


def to_confirm(session: Session, version: Version) -> int:
    """How many said yes and have not confirmed this version."""
    return _answers(session, version, confirming.READY, confirmed=False)


def _answers(
    session: Session, version: Version, statuses: Collection[SignOnStatus], *, confirmed: bool
) -> int:
    """How many of these answers have, or have not, confirmed the version."""
    held = versions.in_force(version)
    query = select(func.count(SignOn.id)).where(
        SignOn.letter_id == version.letter_id,
        SignOn.status.in_(statuses),
        SignOn.id.in_(held) if confirmed else and_(HAS_SIGNATORY, SignOn.id.not_in(held)),
    )
    return session.scalars(query).one()
