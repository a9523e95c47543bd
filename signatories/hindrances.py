"""What stands in the way of taking changes back: each row that must stay, with the reason."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint, select
from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording import TABLES, Image, chunks, fetch_images
from signatories.texts import N_

Key = tuple[str, int]  # a table and a row's id
Remaining = Mapping[Key, Change]
Found = dict[Key, str]

EDITED = N_("was edited since")
USED = N_("is used since")
ERASED = N_("was erased for good")
RETURNED = N_("exists again")
UNMOORED = N_("belongs to a record that is gone")
REPLACED = N_("was replaced since")


def hindrances(session: Session, changes: Iterable[Change]) -> Found:
    """Why rows must stay when these changes are taken back together: a reason for each such row.

    A row that stays may keep others: those that it names. So the question is asked until nothing more comes of it.
    """
    remaining = {(change.subject, change.row_id): change for change in changes}
    found = _altered(session, remaining)
    while True:
        remaining = {key: change for key, change in remaining.items() if key not in found}
        fresh = _replaced(session, remaining) | _unmoored(session, remaining)
        fresh |= _used(session, remaining)
        if not fresh:
            return found
        found |= fresh


def _altered(session: Session, remaining: Remaining) -> Found:
    """Rows that are no longer as the change left them."""
    found = {}
    for table, ids in _by_table(remaining):
        stored = fetch_images(session, table, ids)
        for row_id in ids:
            reason = _alteration(remaining[table, row_id], stored.get(row_id))
            if reason is not None:
                found[table, row_id] = reason
    return found


def _alteration(change: Change, stored: Image | None) -> str | None:
    if change.salt is None:
        return ERASED
    if change.after is None:
        return None if stored is None else RETURNED
    if stored is None or stored["changed_in"] != change.after["changed_in"]:
        return EDITED
    return None


def _used(session: Session, remaining: Remaining) -> Found:
    """Rows that would go, and that a row names which stays, or will still name them when it is taken back."""
    found: Found = {}
    going = {key for key, change in remaining.items() if change.before is None}
    for child, column, parent in _references():
        for named, row_id in _named_by(
            session, child, column, [row for table, row in going if table == parent]
        ):
            change = remaining.get((child.name, row_id))
            if change is None or (change.before and change.before.get(column.name) == named):
                found[parent, named] = USED
    return found


def _unmoored(session: Session, remaining: Remaining) -> Found:
    """Rows that would name again what is not there any more."""
    found: Found = {}
    for child, column, parent in _references():
        wanted = {
            key: named
            for key, named in _given_back(remaining, child.name, (column.name,))
            if (parent, *named) not in remaining
        }
        there = _fetch_ids(session, parent, [named for (named,) in wanted.values()])
        found |= {key: UNMOORED for key, (named,) in wanted.items() if named not in there}
    return found


def _replaced(session: Session, remaining: Remaining) -> Found:
    """Rows that would get back values which only one row may have, while another row has them."""
    found = {}
    for table, names in _unique_keys():
        for key, values in _given_back(remaining, table.name, names):
            same = [table.c[name] == value for name, value in zip(names, values, strict=True)]
            others = session.scalars(select(table.c.id).where(*same, table.c.id != key[1]))
            if any((table.name, other) not in remaining for other in others):
                found[key] = REPLACED
    return found


def _given_back(
    remaining: Remaining, table: str, names: tuple[str, ...]
) -> Iterator[tuple[Key, tuple[Any, ...]]]:
    """The rows of a table that get back other values of these columns than they have, and those values."""
    for key, change in remaining.items():
        if key[0] != table or change.before is None:
            continue
        values = tuple(change.before.get(name) for name in names)
        now = change.after and tuple(change.after.get(name) for name in names)
        if None not in values and values != now:
            yield key, values


def _named_by(
    session: Session, child: Table, column: Column[Any], parents: list[int]
) -> Iterator[tuple[int, int]]:
    for chunk in chunks(parents):
        yield from session.execute(select(column, child.c.id).where(column.in_(chunk)))


def _fetch_ids(session: Session, table: str, ids: list[int]) -> set[int]:
    """Which of these ids a table has."""
    column = TABLES[table].c.id
    return {
        found
        for chunk in chunks(ids)
        for found in session.scalars(select(column).where(column.in_(chunk)))
    }


def _by_table(keys: Iterable[Key]) -> list[tuple[str, list[int]]]:
    groups: dict[str, list[int]] = {}
    for table, row_id in keys:
        groups.setdefault(table, []).append(row_id)
    return list(groups.items())


def _references() -> Iterator[tuple[Table, Column[Any], str]]:
    """Each column that names a row of a recorded table: its table, itself, the table it names."""
    for table in TABLES.values():
        for key in table.foreign_key_constraints:
            if key.referred_table.name in TABLES:
                yield table, table.c[key.column_keys[0]], key.referred_table.name


def _unique_keys() -> Iterator[tuple[Table, tuple[str, ...]]]:
    for table in TABLES.values():
        for constraint in table.constraints:
            if isinstance(constraint, UniqueConstraint):
                yield table, tuple(column.name for column in constraint.columns)
