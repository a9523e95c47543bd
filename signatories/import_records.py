"""What is known of an import that was done: its source, who did it, what it brought, what is still open."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import letters, questions
from signatories.errors import NotFound
from signatories.models import ChangeSet, Import, ImportedRecord
from signatories.queries.rows import ImportRow
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import. `counts` are rows by their state when it was made, `records` what they became, by table.

    `undone_by` is the action that took it back, None while it is in force. `letter` is the title of the letter it was
    for, empty when there was none or it is gone. `typed` are the fields that somebody typed in place of those of the
    file, by the lines of their rows.
    """

    id: int
    change_set_id: int
    undone_by: int | None
    at: dt.datetime
    actor: str
    subject: str
    letter_id: int | None
    letter: str
    source: str
    sheet: str
    mapping: Mapping[str, str]
    counts: Mapping[str, int]
    records: Mapping[str, int]
    questions: int
    typed: Mapping[int, Sequence[str]]

    @property
    def is_undone(self) -> bool:
        """Whether it was taken back."""
        return self.undone_by is not None

    @property
    def has_errors(self) -> bool:
        """Whether rows of it could not be used, as long as it is in force."""
        return not self.is_undone and bool(self.counts.get("error"))


def get(session: Session, import_id: int) -> ImportRecord:
    """One import. Raises NotFound."""
    done = session.get(Import, import_id)
    if done is None:
        raise NotFound(N_("There is no import {id}."), id=import_id)
    action = session.get_one(ChangeSet, done.change_set_id)
    return ImportRecord(
        done.id,
        action.id,
        action.undone_by_id,
        done.at,
        action.actor,
        done.subject,
        done.letter_id,
        _title(session, done.letter_id),
        done.source_name,
        done.sheet or "",
        done.mapping,
        done.counts,
        _records(session, import_id),
        questions.count(session, import_id),
        {int(line): fields for line, fields in action.values.get("typed", {}).items()},
    )


def listing(session: Session) -> list[ImportRow]:
    """Every import, latest first."""
    open_questions = questions.counts(session)
    query = (
        select(Import, ChangeSet.undone_by_id)
        .join(ChangeSet, ChangeSet.id == Import.change_set_id)
        .order_by(Import.id.desc())
    )
    return [
        ImportRow(
            done.id,
            done.change_set_id,
            done.at,
            done.source_name,
            done.sheet or "",
            done.subject,
            _title(session, done.letter_id),
            done.counts,
            open_questions.get(done.id, 0),
            undone is not None,
        )
        for done, undone in session.execute(query)
    ]


def _title(session: Session, letter_id: int | None) -> str:
    try:
        return letters.get(session, letter_id).title if letter_id is not None else ""
    except NotFound:
        return ""


def _records(session: Session, import_id: int) -> dict[str, int]:
    query = (
        select(ImportedRecord.subject, func.count(ImportedRecord.id).label("number"))
        .where(ImportedRecord.import_id == import_id)
        .group_by(ImportedRecord.subject)
    )
    return {row.subject: row.number for row in session.execute(query)}
