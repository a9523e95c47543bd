"""Which numbered lists follow which: those of a text, and of the versions that only correct it."""

from collections.abc import Collection

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from signatories.models import SignatureList, Version


def followers(session: Session, ids: Collection[int]) -> list[tuple[int, int]]:
    """Each of these lists with each later one of the same text: their ids. There are few lists."""
    later, of, of_later, between = (
        *(aliased(SignatureList), aliased(Version)),
        *(aliased(Version), aliased(Version)),
    )
    is_another_text = exists().where(
        between.letter_id == of.letter_id,
        between.number > of.number,
        between.number <= of_later.number,
        between.correction.is_(None),
    )
    query = (
        select(SignatureList.id, later.id)
        .join(of, of.id == SignatureList.version_id)
        .join(of_later, of_later.letter_id == of.letter_id)
        .join(later, later.version_id == of_later.id)
        .where(
            SignatureList.id.in_(ids),
            later.number > SignatureList.number,
            of_later.number >= of.number,
            ~is_another_text,
        )
    )
    return [(row_id, follower) for row_id, follower in session.execute(query)]
