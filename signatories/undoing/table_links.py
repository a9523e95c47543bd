"""What ties the rows of recorded tables: columns that name other rows, and values that only one row may have."""

from functools import cache
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint

from signatories.models import NamedSetting
from signatories.recording import TABLES

_BY_NAME = (NamedSetting.__tablename__, ("kind", "name"))
"""What is one of its name by how it is written, without a constraint: there are files with two by one name."""


@cache
def linking_columns(table: str) -> tuple[str, ...]:
    """The columns of a table that name other rows, or hold what only one row may have."""
    naming = [column.name for child, column, _ in references() if child.name == table]
    unique = [name for owner, names in unique_keys() if owner.name == table for name in names]
    return tuple(dict.fromkeys(naming + unique))


@cache
def references() -> tuple[tuple[Table, Column[Any], str], ...]:
    """Each column that names a row of a recorded table: its table, itself, the table it names."""
    return tuple(
        (table, table.c[key.column_keys[0]], key.referred_table.name)
        for table in TABLES.values()
        for key in table.foreign_key_constraints
        if key.referred_table.name in TABLES
    )


@cache
def unique_keys() -> tuple[tuple[Table, tuple[str, ...]], ...]:
    """Each combination of columns whose values only one row of a recorded table may have."""
    constrained = (
        (table, tuple(column.name for column in constraint.columns))
        for table in TABLES.values()
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    )
    table, names = _BY_NAME
    return (*constrained, (TABLES[table], names))
