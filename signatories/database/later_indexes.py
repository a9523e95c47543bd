"""Indexes that are made again after rows in bulk, where keeping them up to date row by row would take longer."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Index, LargeBinary, String, func, select
from sqlalchemy.orm import Session

from signatories.models import Base, Recorded

_FEWEST = 10_000  # rows: fewer are quick anyway
_SORTS_IN = 2_048  # kilobytes: with more it is no quicker, and this is memory beside SQLite's cache


@contextmanager
def indexed_later(session: Session, model: type[Recorded], many: int) -> Iterator[None]:
    """While so many rows come into a table, do without its indexes of texts, if to make them anew is quicker.

    Texts come in no order, so that each row lands somewhere else in the index, and soon nowhere that is in memory:
    100,000 people beside 100,000 take SQLite 3.1 s, and 2.0 so. Nobody else sees it: with the action this is taken
    back, too. Rows must not be looked for by these texts meanwhile.
    """
    table = Base.metadata.tables[model.__tablename__]
    connection = session.connection()
    stored = connection.execute(select(func.count()).select_from(table)).scalar_one()
    if connection.dialect.name != "sqlite" or many < max(_FEWEST, stored // 2):
        yield
        return
    later = sorted(filter(_is_of_texts, table.indexes), key=lambda index: str(index.name))
    for index in later:
        index.drop(connection)
    yield
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_SORTS_IN}")  # until the action ends
    for index in later:
        index.create(connection)


def _is_of_texts(index: Index) -> bool:
    return any(isinstance(column.type, String | LargeBinary) for column in index.columns)
