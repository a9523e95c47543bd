"""What stands in the way of taking changes back: each row that must stay, with the reason."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Column, Table, select, tuple_
from sqlalchemy.orm import Session

from signatories.list_order import followers, gone_since, out_of_place
from signatories.models import SignatureList
from signatories.recording import CHUNK, TABLES, among, stretches, to_plain
from signatories.texts import N_
from signatories.undoing.steps import Step
from signatories.undoing.table_links import references, unique_keys

Key = tuple[str, int]  # a table and a row's id

EDITED = N_("was edited since")
USED = N_("is used since")
ERASED = N_("was erased for good")
RETURNED = N_("exists again")
UNMOORED = N_("belongs to a record that is gone")
REPLACED = N_("was replaced since")
FOLLOWED = N_("has a later list, which counts from this one")
OVERTAKEN = N_("would stand among lists that were closed since")
BEREFT = N_("counts from an earlier list, whose closing is undone too: do that again first")


class Hindrance(NamedTuple):
    """Why a row must stay, and the rows that name it if that is why."""

    reason: str
    users: tuple[Key, ...] = ()


Remaining = dict[str, dict[int, Step]]  # steps by table and row
Found = dict[Key, Hindrance]


def hindrances(session: Session, steps: Iterable[Step]) -> Found:
    """Why rows must stay when these steps are taken back together: a reason for each such row.

    A row that stays may keep others: those that it names. So the question is asked until nothing more comes of it.
    """
    remaining: Remaining = {}
    for step in steps:
        remaining.setdefault(step.subject, {})[step.row_id] = step
    found: Found = {}
    fresh = _altered(session, remaining)
    while True:
        found |= fresh
        for table, row_id in fresh:
            remaining[table].pop(row_id, None)
        fresh = _replaced(session, remaining) | _unmoored(session, remaining)
        fresh |= _used(session, remaining) | _followed(session, remaining)
        fresh |= _overtaken(session, remaining)
        if not fresh:
            return found


def _altered(session: Session, remaining: Remaining) -> Found:
    """Rows that are no longer as the change left them."""
    found = {}
    for table, steps in remaining.items():
        columns = TABLES[table].c.id, TABLES[table].c.changed_in
        stamps: dict[int, int] = {}
        for chunk in stretches(list(steps)):
            rows = session.execute(select(*columns).where(among(columns[0], chunk)))
            stamps.update(map(tuple, rows.all()))
        for row_id, step in steps.items():
            reason = _alteration(step, stamps.get(row_id))
            if reason is not None:
                found[table, row_id] = Hindrance(reason)
    return found


def _alteration(step: Step, stamp: int | None) -> str | None:
    if step.is_erased:
        return ERASED
    if step.after is None:
        return None if stamp is None else RETURNED
    return None if stamp == step.changed_in else EDITED


def _used(session: Session, remaining: Remaining) -> Found:
    """Rows that would go, and that a row names which stays, or will still name them when it is taken back."""
    users: dict[Key, list[Key]] = {}
    going = {
        table: [row_id for row_id, step in steps.items() if step.before is None]
        for table, steps in remaining.items()
    }
    for child, column, parent in references():
        its_steps = remaining.get(child.name, {})
        for named, row_id in _named_by(session, child, column, going.get(parent, [])):
            step = its_steps.get(row_id)
            if step is None or (step.before and step.before.get(column.name) == named):
                users.setdefault((parent, named), []).append((child.name, row_id))
    return {key: Hindrance(USED, tuple(by)) for key, by in users.items()}


def _followed(session: Session, remaining: Remaining) -> Found:
    """Numbered lists that would go while a later one stays, which tells who came and went since."""
    steps = remaining.get(SignatureList.__tablename__, {})
    going = [row_id for row_id, step in steps.items() if step.before is None]
    users: dict[Key, list[Key]] = {}
    for row_id, later in followers(session, going):
        if later not in steps or steps[later].before:
            key = SignatureList.__tablename__, row_id
            users.setdefault(key, []).append((SignatureList.__tablename__, later))
    return {key: Hindrance(FOLLOWED, tuple(by)) for key, by in users.items()}


def _overtaken(session: Session, remaining: Remaining) -> Found:
    """Numbered lists that would be given back beside others of the same text that have their number or place.

    Or without an earlier one: what they tell of who came and went is told since that one.
    """
    table = SignatureList.__tablename__
    steps = remaining.get(table, {})
    found: Found = {}
    for row_id, (version_id, number) in _given_back(remaining, table, ("version_id", "number")):
        others = set(out_of_place(session, row_id, version_id, number)).difference(steps)
        if others:
            found[table, row_id] = Hindrance(OVERTAKEN, tuple((table, id_) for id_ in others))
            continue
        undone_at = steps[row_id].change_id
        if set(gone_since(session, undone_at, version_id, number)).difference(steps):
            found[table, row_id] = Hindrance(BEREFT)
    return found


def _unmoored(session: Session, remaining: Remaining) -> Found:
    """Rows that would name again what is not there any more."""
    found: Found = {}
    for child, column, parent in references():
        wanted = {
            row_id: named
            for row_id, (named,) in _given_back(remaining, child.name, (column.name,))
            if named not in remaining.get(parent, {})
        }
        there = _fetch_ids(session, parent, sorted(set(wanted.values())))
        for row_id, named in wanted.items():
            if named not in there:
                found[child.name, row_id] = Hindrance(UNMOORED)
    return found


def _replaced(session: Session, remaining: Remaining) -> Found:
    """Rows that would get back values which only one row may have, while another row has them."""
    found: Found = {}
    for table, names in unique_keys():
        wanted = {values: row_id for row_id, values in _given_back(remaining, table.name, names)}
        steps = remaining.get(table.name, {})
        for holder, values in _holders(session, table, names, list(wanted)):
            if holder not in steps:
                found[table.name, wanted[values]] = Hindrance(REPLACED)
    return found


def _given_back(
    remaining: Remaining, table: str, names: tuple[str, ...]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows of a table that get back other values of these columns than they have, and those values."""
    for row_id, step in remaining.get(table, {}).items():
        if step.before is None:
            continue
        values = tuple(step.before.get(name) for name in names)
        now = step.after and tuple(step.after.get(name) for name in names)
        if None not in values and values != now:
            yield row_id, values


def _named_by(
    session: Session, child: Table, column: Column[Any], parents: list[int]
) -> Iterator[tuple[int, int]]:
    for chunk in stretches(parents):
        yield from session.execute(select(column, child.c.id).where(among(column, chunk))).all()


def _holders(
    session: Session, table: Table, names: tuple[str, ...], wanted: list[tuple[Any, ...]]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows that have one of these combinations of values, and which."""
    columns = [table.c[name] for name in names]
    for start in range(0, len(wanted), CHUNK // len(names)):
        chunk = wanted[start : start + CHUNK // len(names)]
        rows = session.execute(select(table.c.id, *columns).where(tuple_(*columns).in_(chunk)))
        for row_id, *values in rows:
            yield row_id, tuple(to_plain(value) for value in values)


def _fetch_ids(session: Session, table: str, ids: list[int]) -> set[int]:
    """Which of these ids a table has."""
    column = TABLES[table].c.id
    return {
        found
        for chunk in stretches(ids)
        for found in session.scalars(select(column).where(among(column, chunk)))
    }
