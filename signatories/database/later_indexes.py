"""Indexes that are made again after rows in bulk, where keeping them up to date row by row would take longer."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Index, LargeBinary, String, func, select
from sqlalchemy.orm import Session

from signatories.models import Base, Recorded

_FEWEST = 10_000  # rows: fewer are quick anyway
_SORTS_IN = 2_048  # kilobytes: with more it is no quicker, and this is memory beside SQLite's cache


@contextmanager
def indexed_later(session: Session, many: int, *models: type[Recorded]) -> Iterator[None]:
    """While so many rows come into tables, do without their indexes of texts, where to make them anew is quicker.

    Texts come in no order, so that each row lands somewhere else in the index, and soon nowhere that is in memory:
    100,000 people beside 100,000 take SQLite 3.1 s, and 2.0 so. Nobody else sees it: with the action this is taken
    back, too. Rows must not be looked for by these texts meanwhile.
    """
    connection = session.connection()
    later = [index for model in models for index in _indexes_of_texts(session, many, model)]
    for index in later:
        index.drop(connection)
    yield
    if later:  # until the action ends
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_SORTS_IN}")
        connection.exec_driver_sql("PRAGMA temp_store = FILE")  # else all is sorted in memory
    for index in later:
        index.create(connection)


def _indexes_of_texts(session: Session, many: int, model: type[Recorded]) -> list[Index]:
    """The indexes that a table does without: none where few rows come beside those that are stored."""
    table = Base.metadata.tables[model.__tablename__]
    stored = session.execute(select(func.count()).select_from(table)).scalar_one()
    if session.get_bind().dialect.name != "sqlite" or many < max(_FEWEST, stored // 2):
        return []
    return sorted(filter(_is_of_texts, table.indexes), key=lambda index: str(index.name))


def _is_of_texts(index: Index) -> bool:
    return any(isinstance(column.type, String | LargeBinary) for column in index.columns)
