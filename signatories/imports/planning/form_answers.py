"""Answers to a form that came in with an earlier file: the file grows, and its old rows stand in it again."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.imports.digests import KEY_DIGITS
from signatories.models import ChangeSet, Import, ImportedRecord, SignOn


@dataclass(frozen=True, slots=True)
class Answer:
    """The sign-on that an answer became, the digest that it had then, and whether the sign-on was edited since."""

    sign_on_id: int
    digest: str
    is_edited: bool


def earlier_answers(session: Session, letter_id: int) -> dict[str, Answer]:
    """Answers to a letter that are still there, by the digest of what they are known by; the latest of each.

    Those of an import that was undone have not come in.
    """
    query = (
        select(
            ImportedRecord.row_id,
            ImportedRecord.digest,
            Import.mapping,
            SignOn.changed_in != Import.change_set_id,
        )
        .join(Import, Import.id == ImportedRecord.import_id)
        .join(ChangeSet, ChangeSet.id == Import.change_set_id)
        .join(SignOn, SignOn.id == ImportedRecord.row_id)
        .where(
            ImportedRecord.subject == SignOn.__tablename__,
            SignOn.letter_id == letter_id,
            ChangeSet.undone_by_id.is_(None),
        )
        .order_by(ImportedRecord.id)
    )
    return {
        digest[:KEY_DIGITS]: Answer(row_id, digest, is_edited)
        for row_id, digest, mapping, is_edited in session.execute(query)
        if {"response", "date"} & set(mapping.values())
    }
