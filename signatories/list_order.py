"""Which numbered lists follow which: those of a text, and of the versions that only correct it."""

import json
from collections.abc import Collection

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from signatories.models import Change, SignatureList, Version
from signatories.recording import logged


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


def out_of_place(session: Session, row_id: int, version_id: int, number: int) -> list[int]:
    """The ids of lists of the same text beside which one of this id and number cannot stand.

    They have its number too, or come after it by number and before it in the order of closing.
    """
    version = session.get(Version, version_id)
    if version is None:
        return []
    same = [each.id for each in version.letter.versions if _begun(each) == _begun(version)]
    query = select(SignatureList.id, SignatureList.number).where(
        SignatureList.version_id.in_(same), SignatureList.id != row_id
    )
    return [
        other
        for other, its_number in session.execute(query)
        if its_number == number or (its_number > number) != (other > row_id)
    ]


def gone_since(session: Session, change_id: int, version_id: int, number: int) -> list[int]:
    """The ids of earlier lists of the same text whose closing was undone after a change, and is not done again."""
    version = session.get(Version, version_id)
    if version is None:
        return []
    same = {each.id for each in version.letter.versions if _begun(each) == _begun(version)}
    later = logged(session, Change.id > change_id, Change.subject == SignatureList.__tablename__)
    images = {row.row_id: json.loads(row.before) for row in later if row.before}
    return [
        row_id
        for row_id, image in images.items()
        if image["version_id"] in same
        and image["number"] < number
        and session.get(SignatureList, row_id) is None
    ]


def _begun(version: Version) -> int:
    """The number of the version with which a text began: this one's, or that of what it corrects."""
    own = [each for each in version.letter.versions if each.number <= version.number]
    return max(each.number for each in own if each.correction is None)
