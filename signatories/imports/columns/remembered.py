"""What the columns of a table with the same headers became in an earlier import."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.imports.columns.mapping import FIELDS, OWN, keys_of
from signatories.models import ChangeSet, Import

_LOOKED_AT = 500  # imports, latest first: a list that comes each week is found for ten years
_KEPT_AS = {"treaty": "recipients"}


@dataclass(frozen=True, slots=True)
class Remembered:
    """Fields by column of an earlier import, empty for what was left out, its day (UTC) and its letter, if any."""

    mapping: Mapping[str, str]
    day: dt.date
    letter_id: int | None = None

    def fields(self, headers: Sequence[str], kind: str) -> dict[int, str]:
        """The fields by column number. What is no field of this kind was a column of its own."""
        folded = {fold(key): field for key, field in self.mapping.items()}
        return {
            number: field if field in ("", *FIELDS[kind]) else OWN
            for number, key in enumerate(keys_of(headers))
            if (field := folded.get(fold(key))) is not None
        }


def find(session: Session, kind: str, headers: Sequence[str]) -> Remembered | None:
    """The latest import of this kind, not undone, of a table with exactly these headers in any order."""
    wanted = {fold(key) for key in keys_of(headers)}
    query = (
        select(Import.mapping, Import.at, Import.letter_id)
        .join(ChangeSet, ChangeSet.id == Import.change_set_id)
        .where(Import.subject == _KEPT_AS.get(kind, kind), ChangeSet.undone_by_id.is_(None))
        .order_by(Import.id.desc())
        .limit(_LOOKED_AT)
    )
    for mapping, at, letter_id in session.execute(query):
        is_treaty = "participant" in mapping.values()
        if {fold(key) for key in mapping} == wanted and is_treaty == (kind == "treaty"):
            return Remembered(mapping, at.date(), letter_id)
    return None
