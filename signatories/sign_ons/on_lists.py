"""Who stands on a numbered list, asked of the database: as they confirmed by its cut-off, and what became of them.

A sign-on may pass to somebody else who confirms it: whose yes is on a list then does not hold any more.
"""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from signatories.letters import versions
from signatories.models import (
    Capacity,
    Confirmation,
    Evidence,
    Listed,
    Renewal,
    SignatureList,
    SignOn,
    SignOnStatus,
    Version,
    said_yes_at,
)

_AGREES = SignOn.status == SignOnStatus.CONFIRMED


def of_list(row: SignatureList) -> Select[int]:
    """The ids of the confirmations that stand on a list, whatever became of them."""
    return select(Listed.confirmation_id).where(Listed.list_id == row.id)


def agreed(version: Version, cut_off: dt.datetime) -> Select[int]:
    """The ids of the latest confirmations that came until then, of who agrees now."""
    came = _latest(version).join(Evidence, Evidence.id == Confirmation.evidence_id)
    return select(Confirmation.id).where(
        Confirmation.id.in_(came.where(came_until(cut_off))), ~is_passed_on(Confirmation)
    )


def came_until(cut_off: dt.datetime) -> ColumnElement[bool]:
    """Whether a confirmation, read with its evidence, came until then.

    Who withdrew, and agreed again after it, did not agree then as far as anybody knows.
    """
    again = aliased(Evidence)
    is_renewed_later = exists().where(
        Renewal.confirmation_id == Confirmation.id,
        again.id == Renewal.evidence_id,
        func.coalesce(again.received_at, Renewal.renewed_at) > cut_off,
    )
    return and_(said_yes_at <= cut_off, ~is_renewed_later)


def makes_lines(row: SignatureList) -> ColumnElement[bool]:
    """Whether a confirmation is on a list, or is an earlier one of the same sign-on, and holds if it still agrees."""
    kept = aliased(Confirmation)
    return exists().where(
        _stands_on(kept, row),
        kept.sign_on_id == Confirmation.sign_on_id,
        kept.id >= Confirmation.id,
        ~is_passed_on(kept),
    )


def sign_ons_of(row: SignatureList) -> Select[int]:
    """The ids of the sign-ons on a list, the withdrawn among them, but none that somebody else has confirmed since."""
    return select(Confirmation.sign_on_id).where(
        Confirmation.id.in_(of_list(row)), ~is_passed_on(Confirmation)
    )


def withdrawn(row: SignatureList) -> Select[int]:
    """The ids of the confirmations on a list that do not hold any more, in the order of their sign-ons."""
    query = select(Confirmation.id).join(SignOn, SignOn.id == Confirmation.sign_on_id)
    gone = or_(~_AGREES, is_passed_on(Confirmation))
    return query.where(Confirmation.id.in_(of_list(row)), gone).order_by(SignOn.place)


def came(row: SignatureList, before: SignatureList | None) -> Select[int]:
    """The ids of the confirmations on a list, of who was not on the one before."""
    return select(Confirmation.id).where(
        Confirmation.id.in_(of_list(row)), *([~_is_on(before)] if before else [])
    )


def later(version: Version, row: SignatureList) -> Select[int]:
    """The ids of the confirmations of who agrees to a version and is not on a list."""
    return select(Confirmation.id).where(Confirmation.id.in_(_latest(version)), ~_is_on(row))


def otherwise(version: Version, row: SignatureList) -> Select[int]:
    """The ids of the confirmations of who is on a list and has agreed to another line since."""
    there = Confirmation.id.in_(_latest(version)), Confirmation.id.not_in(of_list(row))
    return select(Confirmation.id).where(*there, _is_on(row))


def counted(session: Session, query: Select[int]) -> int:
    """How many ids there are."""
    return session.scalars(select(func.count()).select_from(query.subquery())).one()


def is_passed_on(confirmed: Any) -> ColumnElement[bool]:
    """Whether somebody else has confirmed the same sign-on since."""
    after = aliased(Confirmation)
    return exists().where(
        after.sign_on_id == confirmed.sign_on_id,
        after.id > confirmed.id,
        ~_is_same(confirmed, after),
    )


def _latest(version: Version) -> Select[int]:
    """The last confirmation of each who agrees to a version."""
    return (
        select(func.max(Confirmation.id))
        .join(SignOn, SignOn.id == Confirmation.sign_on_id)
        .where(Confirmation.version_id.in_(versions.accepted_by(version)), _AGREES)
        .group_by(Confirmation.sign_on_id)
    )


def _stands_on(kept: Any, row: SignatureList) -> ColumnElement[bool]:
    """Whether a confirmation found by its sign-on stands on a list: a sum, or SQLite tries all of the list for each."""
    is_on: ColumnElement[bool] = (kept.id + 0).in_(of_list(row))
    return is_on


def _is_on(row: SignatureList) -> ColumnElement[bool]:
    """Whether who confirmed is on a list, by this confirmation or another one."""
    kept = aliased(Confirmation)
    return exists().where(
        _stands_on(kept, row),
        kept.sign_on_id == Confirmation.sign_on_id,
        _is_same(kept, Confirmation),
    )


def _is_same(one: Any, other: Any) -> ColumnElement[bool]:
    """Whether two confirmations of a sign-on are of one signatory: a body, whoever signs for it, or a person.

    The first schema noted the name alone.
    """
    is_known = and_(one.extra.is_not(None), other.extra.is_not(None))
    same_signer = or_(one.signer_id.is_(None), one.signer_id.is_not_distinct_from(other.signer_id))
    same_body = one.organisation_id.is_not_distinct_from(other.organisation_id)
    is_of_body = one.capacity == Capacity.ORGANISATION
    are_of_bodies = and_(
        is_of_body, other.capacity == Capacity.ORGANISATION, one.organisation_id.is_not(None)
    )
    same = or_(
        and_(same_signer, or_(same_body, ~is_of_body)),
        and_(are_of_bodies, same_body),
    )
    return or_(and_(is_known, same), and_(~is_known, one.name == other.name))
