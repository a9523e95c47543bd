"""What imports left open for a person to look at: listed until it is answered."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from signatories.history import words
from signatories.models import ImportedRecord, Question, SignOn
from signatories.recording import among, chunks
from signatories.texts import Message, listed

MOST = 1000  # questions read at once: more than anybody answers in a day
_NAMED = 3  # records that one question is about


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question about the record `row_id` of a table, or the same one about several, of which that is the first.

    `ids` are theirs; `about` is what the records are called now, the first few by name. Of sign-ons, `letter_id` is the
    letter that has them (None: they are gone), and `row_ids` are those that are still there.
    """

    ids: tuple[int, ...]
    table: str
    row_id: int
    about: str
    text: Message
    row_ids: tuple[int, ...] = ()
    letter_id: int | None = None


def listing(session: Session, import_id: int, limit: int = MOST) -> list[OpenQuestion]:
    """The open questions about the records of an import, in the order of its lines; `limit` of them at most.

    What is asked in the same words about the same text, such as a region that no country is, is one question.
    """
    columns = (Question.id, Question.subject, Question.row_id, Question.key, Question.values)
    query = select(*columns).where(_open_about(import_id)).order_by(Question.id)
    together: dict[object, list[Any]] = {}
    for row in session.execute(query):
        together.setdefault(_said(row), []).append(row)
    return [_open_question(session, rows) for rows in islice(together.values(), limit)]


def about(session: Session, table: str, ids: Collection[int]) -> list[OpenQuestion]:
    """The open questions about a few rows of a table."""
    asked = Question.subject == table, Question.row_id.in_(ids), Question.answered_at.is_(None)
    query = select(Question).where(*asked).order_by(Question.id)
    return [_open_question(session, [question]) for question in session.scalars(query)]


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
    now = dt.datetime.now(dt.UTC)
    for some in chunks(ids):
        for question in session.scalars(select(Question).where(among(Question.id, some))):
            question.answered_at = now


def _open_about(import_id: int) -> ColumnElement[bool]:
    """The condition on open questions about the records of an import.

    The sum keeps SQLite from going through all records of the import for each question: with 100,000 and 7,000 that
    took minutes. By subject and id it finds the few of a question at once.
    """
    of_record = (
        select(ImportedRecord.id)
        .where(
            ImportedRecord.import_id + 0 == import_id,
            ImportedRecord.subject == Question.subject,
            ImportedRecord.row_id == Question.row_id,
        )
        .exists()
    )
    return of_record & Question.answered_at.is_(None)


def _said(question: Any) -> object:
    """What questions that are one have in common: those without a text of the file are each about their own record."""
    texts = [text for text in question.values.values() if isinstance(text, str)]
    if not texts or len(texts) < len(question.values):
        return question.id
    return question.subject, question.key, *texts


def _open_question(session: Session, questions: Sequence[Any]) -> OpenQuestion:
    """Rows of the table that are one question."""
    first = questions[0]
    named = [words.name_of(session, each.subject, each.row_id) for each in questions[:_NAMED]]
    more = len(questions) - len(named)
    about = listed([*named, *[""] * more], _NAMED)
    text = Message(first.key, words.in_words(session, first.values))
    ids = tuple(each.id for each in questions)
    return OpenQuestion(
        ids, first.subject, first.row_id, about, text, *_sign_ons(session, questions)
    )


def _sign_ons(session: Session, questions: Sequence[Any]) -> tuple[tuple[int, ...], int | None]:
    """The sign-ons that questions in the same words are about, and the letter of the first of them."""
    if questions[0].subject != SignOn.__tablename__:
        return (), None
    found: dict[int, int] = {}
    for some in chunks([each.row_id for each in questions]):
        query = select(SignOn.id, SignOn.letter_id).where(among(SignOn.id, some))
        found |= {row.id: row.letter_id for row in session.execute(query)}
    letter = next(iter(found.values()), None)
    return tuple(row_id for row_id, of in found.items() if of == letter), letter
