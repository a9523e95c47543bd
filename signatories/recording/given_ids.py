"""The ids that the database gives to rows in bulk, found without reading them one by one."""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from signatories.recording.images import TABLES


def latest_id(session: Session, table: str) -> int:
    """The greatest id that a table has; 0 if it is empty."""
    return session.connection().execute(_latest(table)).scalar() or 0


def ids_since(session: Session, table: str, latest: int, change_set_id: int, many: int) -> range:
    """The ids of so many rows that an action has added after the latest of before, in the order of their writing.

    They are one run, since nobody else writes meanwhile. Raises RuntimeError where they are not.
    """
    values = {"latest": latest, "stamp": change_set_id}
    first, last, there = session.connection().execute(_since(table), values).one()
    if not many == there == last - first + 1:
        raise RuntimeError(f"{many} rows were written, {there} have ids from {first} to {last}")
    return range(first, last + 1)


@cache
def _latest(table: str) -> Select[Any]:
    return select(func.max(TABLES[table].c.id))


@cache
def _since(table: str) -> Select[Any, Any, int]:
    row = TABLES[table].c
    query = select(func.min(row.id), func.max(row.id), func.count())
    return query.where(row.id > bindparam("latest"), row.changed_in == bindparam("stamp"))
