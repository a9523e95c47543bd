"""Answers to a form that came in with an earlier file: the file grows, and its old rows stand in it again."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from signatories.imports.digests import KEY_DIGITS
from signatories.models import ChangeSet, Import, ImportedRecord, Organisation, Person, SignOn

_FOLLOWED = frozenset({"name", "organisation", "acronym", "country"})  # where a sign-on has no own


@dataclass(frozen=True, slots=True)
class Answer:
    """The sign-on that an answer became, and the digest that it had then.

    Whether the sign-on was edited since, and whether its organisation or its person was, whose words it follows.
    """

    sign_on_id: int
    digest: str
    is_edited: bool
    holder_edited: bool

    def is_corrected(self, changes: Iterable[str]) -> bool:
        """Whether somebody edited what the answer would change."""
        return self.is_edited or (self.holder_edited and not _FOLLOWED.isdisjoint(changes))


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
            or_(
                func.coalesce(Person.changed_in, 0) > Import.change_set_id,
                func.coalesce(Organisation.changed_in, 0) > Import.change_set_id,
            ),
        )
        .join(Import, Import.id == ImportedRecord.import_id)
        .join(ChangeSet, ChangeSet.id == Import.change_set_id)
        .join(SignOn, SignOn.id == ImportedRecord.row_id)
        .outerjoin(Person, Person.id == SignOn.signer_id)
        .outerjoin(Organisation, Organisation.id == SignOn.organisation_id)
        .where(
            ImportedRecord.subject == SignOn.__tablename__,
            SignOn.letter_id == letter_id,
            ChangeSet.undone_by_id.is_(None),
        )
        .order_by(ImportedRecord.id)
    )
    return {
        digest[:KEY_DIGITS]: Answer(row_id, digest, is_edited, holder_edited)
        for row_id, digest, mapping, is_edited, holder_edited in session.execute(query)
        if {"response", "date"} & set(mapping.values())
    }
