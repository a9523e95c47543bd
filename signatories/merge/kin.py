"""Which sign-ons of a letter are one body's, or a body's and its chapter's: a list may mean to name one of them."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories.models import Organisation, SignOn
from signatories.recording import chunks


class Kin(NamedTuple):
    """Sign-ons by id: those of `same` bodies together, and pairs of a chapter's and of its parent's."""

    same: tuple[tuple[int, ...], ...] = ()
    chapters: tuple[tuple[int, int], ...] = ()


NO_KIN = Kin()


def read(session: Session, letter_id: int) -> Kin:
    """The kin among the sign-ons of a letter."""
    several = (
        select(SignOn.organisation_id)
        .where(SignOn.letter_id == letter_id)
        .group_by(SignOn.organisation_id)
        .having(func.count() > 1)
    )
    repeated = {body for body in session.scalars(several) if body is not None}
    parents = _parents(session)
    ids = _sign_ons(session, letter_id, repeated.union(parents, parents.values()))
    chapters = (
        (chapter, parent)
        for child, body in parents.items()
        for chapter in ids.get(child, ())
        for parent in ids.get(body, ())
    )
    return Kin(tuple(tuple(ids[body]) for body in sorted(repeated)), tuple(chapters))


def _parents(session: Session) -> dict[int, int]:
    """The organisations that belong to another one, with that one."""
    query = select(Organisation.id, Organisation.parent_id)
    rows = session.execute(query.where(Organisation.parent_id.is_not(None)))
    return {child: parent for child, parent in rows if parent is not None}


def _sign_ons(session: Session, letter_id: int, bodies: set[int]) -> dict[int, list[int]]:
    """The sign-ons of these organisations."""
    found: dict[int, list[int]] = {}
    for chunk in chunks(sorted(bodies)):
        query = select(SignOn.organisation_id, SignOn.id).where(
            SignOn.letter_id == letter_id, SignOn.organisation_id.in_(chunk)
        )
        for body, sign_on_id in session.execute(query):
            if body is not None:
                found.setdefault(body, []).append(sign_on_id)
    return found
