"""What imports left open for a person to look at: listed until it is answered."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from signatories import history
from signatories.models import ImportedRecord, Question, SignOn
from signatories.texts import Message

MOST = 1000  # questions read at once: more than anybody answers in a day


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question about the record `row_id` of a table; `about` is what that record is called now."""

    id: int
    table: str
    row_id: int
    about: str
    text: Message


def listing(session: Session, import_id: int, limit: int = MOST) -> list[OpenQuestion]:
    """The open questions about the records of an import, in the order of its lines."""
    query = select(Question).where(_open_about(import_id)).order_by(Question.id).limit(limit)
    return [_open_question(session, question) for question in session.scalars(query)]


def about(session: Session, table: str, ids: Collection[int]) -> list[OpenQuestion]:
    """The open questions about a few rows of a table."""
    asked = Question.subject == table, Question.row_id.in_(ids), Question.answered_at.is_(None)
    query = select(Question).where(*asked).order_by(Question.id)
    return [_open_question(session, question) for question in session.scalars(query)]


def count(session: Session, import_id: int) -> int:
    """How many questions about the records of an import are open."""
    return session.scalars(select(func.count(Question.id)).where(_open_about(import_id))).one()


def counts(session: Session) -> dict[int, int]:
    """How many questions about the records of each import are open, where there are any."""
    of_record = (ImportedRecord.subject == Question.subject) & (
        ImportedRecord.row_id == Question.row_id
    )
    query = (
        select(ImportedRecord.import_id, func.count(Question.id.distinct()).label("number"))
        .join(Question, of_record)
        .where(Question.answered_at.is_(None))
        .group_by(ImportedRecord.import_id)
    )
    return {row.import_id: row.number for row in session.execute(query)}


def asked_about_sign_ons(session: Session, letter_id: int) -> frozenset[int]:
    """The ids of the sign-ons of a letter about which a question is open."""
    asked = Question.subject == SignOn.__tablename__, Question.answered_at.is_(None)
    query = select(SignOn.id).join(Question, Question.row_id == SignOn.id).where(*asked)
    return frozenset(session.scalars(query.where(SignOn.letter_id == letter_id)))


def answer(session: Session, ids: Sequence[int]) -> None:
    """Somebody has looked: these questions are not asked again."""
    for question in session.scalars(select(Question).where(Question.id.in_(ids))):
        question.answered_at = dt.datetime.now(dt.UTC)


def _open_about(import_id: int) -> ColumnElement[bool]:
    of_record = (
        select(ImportedRecord.id)
        .where(
            ImportedRecord.import_id == import_id,
            ImportedRecord.subject == Question.subject,
            ImportedRecord.row_id == Question.row_id,
        )
        .exists()
    )
    return of_record & Question.answered_at.is_(None)


def _open_question(session: Session, question: Question) -> OpenQuestion:
    about = history.name_of(session, question.subject, question.row_id)
    values = history.in_words(session, question.values)
    return OpenQuestion(
        question.id, question.subject, question.row_id, about, Message(question.key, values)
    )
