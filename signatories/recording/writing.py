"""Rows in bulk: written by one statement for all, without an object for each."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, Table, Update, bindparam, insert, update
from sqlalchemy.orm import Session

from signatories.recording.images import is_same

Columns = Mapping[str, Sequence[Any]]

_TOGETHER = 25  # rows of one statement: more are hardly faster
_BOUND = 999  # values of one statement: SQLite allows no more in older builds
_BLANKS = {None: "NULL", "": "''", "{}": "'{}'"}  # as a statement says them


class RowWriter:
    """Inserts rows of one table, near the driver's own speed: `add_all` takes 20 times as long.

    Values are given as the model has them, ids by the database unless `with_ids`.
    """

    def __init__(self, session: Session, table: Table, *, with_ids: bool = False) -> None:
        self._connection = session.connection()
        names = [column.name for column in table.columns if with_ids or not column.primary_key]
        dialect = self._connection.dialect
        compiled: Any = insert(table).compile(dialect=dialect, column_keys=names)
        self._head = str(compiled).partition("VALUES ")[0]
        self._columns = [table.c[name] for name in compiled.positiontup]

    def write_rows(self, rows: Sequence[dict[str, Any]], **same: Any) -> None:
        """Insert rows; what one leaves out has the model's default, and all of them what is `same`.

        Raises ValueError for a name that is no column.
        """
        if rows:
            self.write(self.columns_of(rows), len(rows), **same)

    def columns_of(self, rows: Sequence[dict[str, Any]]) -> Columns:
        """Rows column by column; what one leaves out has the model's default.

        Raises ValueError for a name that is no column.
        """
        shapes = set(map(tuple, rows))
        named = set().union(*shapes)
        if unknown := named.difference(column.name for column in self._columns):
            raise ValueError(f"no such columns: {', '.join(sorted(unknown))}")
        if len(shapes) == 1:  # as a rule: then nothing has to be looked up row by row
            return dict(zip(*shapes, zip(*map(dict.values, rows), strict=True), strict=True))
        defaults = {c.name: _default(c) for c in self._columns if c.name in named}
        whole = [defaults | row for row in rows]
        return {name: [row[name] for row in whole] for name in named}

    def write(self, columns: Columns, many: int, **same: Any) -> Columns:
        """Insert so many rows that are given column by column; columns left out are `same`, or have their default.

        Returns all columns that were written, as the driver has them.
        """
        bound = {
            column.name: self._bound(column, columns[column.name])
            if column.name in columns
            else self._bound(column, [same.get(column.name, _default(column))]) * many
            for column in self._columns
        }
        alike = {name: _word_for(values) for name, values in bound.items()}
        places = f"({', '.join(word or '?' for word in alike.values())})"
        differing = [values for name, values in bound.items() if not alike[name]]
        rows = list(zip(*differing, strict=True)) or [()] * many
        together = min(_TOGETHER, _BOUND // max(1, len(differing)))
        alone = many % together
        self._execute(places, rows[:alone], 1)
        self._execute(places, rows[alone:], together)
        return bound

    def _execute(self, places: str, rows: Sequence[tuple[Any, ...]], together: int) -> None:
        """Write rows, so many by one statement: that takes half the time of one each."""
        if not rows:
            return
        starts = range(0, len(rows), together)
        values = [tuple(chain.from_iterable(rows[n : n + together])) for n in starts]
        sql = f"{self._head}VALUES {', '.join([places] * together)}"
        self._connection.exec_driver_sql(sql, values)

    def _bound(self, column: Column[Any], values: Sequence[Any]) -> Any:
        """Values as the driver takes them."""
        dialect = self._connection.dialect
        kind: Any = column.type.dialect_impl(dialect)
        process = kind.bind_processor(dialect)
        if process is None or isinstance(kind, LargeBinary):
            return values  # bytes are taken as they are
        if isinstance(kind, JSON):  # where 1 and True are one value, and two texts
            return [process(value) for value in values]
        if is_same(values):
            return [process(values[0])] * len(values)
        known = {value: process(value) for value in set(values)}  # enums, moments: few of many
        return [known[value] for value in values]


def _word_for(values: Sequence[Any]) -> str | None:
    """What a statement says in place of values that are all one number, or blank: they need not be bound row by row."""
    first = values[0]
    word = str(first) if type(first) is int else _BLANKS.get(first)
    return word if word and is_same(values) else None


def rewrite(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Give stored rows other values, each by its `id`: those that name the same columns together.

    What the session knows of them is forgotten.
    """
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        names = tuple(name for name in row if name != "id")
        given = {"this": row["id"]} | {name: row[name] for name in names}
        alike.setdefault(names, []).append(given)
    for names, some in alike.items():
        session.connection().execute(_rewriting(table, names), some)
    if alike:
        session.expire_all()


@cache
def _rewriting(table: Table, names: tuple[str, ...]) -> Update:
    """Sets these columns of the row with the id `this`, which is written once more."""
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    values["revision"] = table.c.revision + 1
    return update(table).where(table.c.id == bindparam("this")).values(values)


def _default(column: Column[Any]) -> Any:
    """What a row has in a column that it leaves out."""
    default: Any = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg
