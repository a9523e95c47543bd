"""Other people's words about a person: notes of ours lose the name, what is printed is told and stays."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import JSON, Enum, String, Table, Text, select, type_coerce, update
from sqlalchemy.orm import Session

from signatories import saved_views
from signatories.database import Unit
from signatories.erasing.traces import Traces
from signatories.history.words import name_of
from signatories.models import Base, NamedSetting, Recorded
from signatories.recording import TABLES

OURS: Mapping[str, frozenset[str]] = {
    "organisations": frozenset({"notes"}),
    "people": frozenset({"notes"}),
    "letters": frozenset({"notes"}),
    "sign_ons": frozenset({"notes", "condition"}),
    "evidence": frozenset({"text"}),
    "questions": frozenset({"values"}),
    "change_sets": frozenset({"values"}),
    "imports": frozenset({"source_name", "sheet", "mapping"}),
    "assets": frozenset({"name"}),
    "named_settings": frozenset({"name", "value"}),
}
"""What only the secretariat reads: columns in which a name can be blotted out, and nothing else is lost."""

_ELSEWHERE = frozenset({"changes", "runs", "run_files", "run_parts"})
_TOGETHER = 500  # rows read at once
_DERIVED = frozenset({"search_key", "digest", "source_digest", "asset_digest", "actor"})


class Mention(NamedTuple):
    """A text that names the person: the row's table and id, what the row is called, and the column."""

    table: str
    row_id: Any
    label: str
    column: str


class _Found(NamedTuple):
    table: Table
    column: str
    key: Any
    text: Any


def blot(unit: Unit, traces: Traces) -> None:
    """Blot the traces out of what only the secretariat reads."""
    session = unit.session
    models = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    for found in list(_found(session, traces)):
        if not _is_ours(found):
            continue
        name, new = found.table.name, _blotted(found, traces)
        if name in TABLES:
            model: type[Recorded] = models[name]
            unit.change(model, [{"id": found.key, found.column: new}])
        else:
            (key,) = found.table.primary_key
            row = update(found.table).where(key == found.key)
            session.execute(row.values({found.column: new}))


def kept(session: Session, traces: Traces) -> list[Mention]:
    """What names the person and stays: words that are printed, other people of the name, and what is not blotted.

    And the views that search for the person, by a part of the name too.
    """
    told = [
        Mention(found.table.name, found.key, _label(session, found), found.column)
        for found in _found(session, traces)
        if _stays(found, traces)
    ]
    views = NamedSetting.__tablename__
    ids = [key for key, words in saved_views.searches(session) if traces.are_found_by(words)]
    searching = [Mention(views, key, name_of(session, views, key), "value") for key in ids]
    return [*told, *(each for each in searching if each not in told)]


def _stays(found: _Found, traces: Traces) -> bool:
    """Whether a text names the person still after `blot`."""
    return not _is_ours(found) or _is_in(_blotted(found, traces), traces)


def _blotted(found: _Found, traces: Traces) -> Any:
    """A text without the traces; of an import's columns also the headings, which are its keys."""
    new = traces.blotted_data(found.text)
    if found.table.name == "imports" and found.column == "mapping":
        return {traces.blotted(heading): field for heading, field in new.items()}
    return new


def _label(session: Session, found: _Found) -> str:
    name = found.table.name
    return name_of(session, name, found.key) if name in TABLES else str(found.key)


def _is_ours(found: _Found) -> bool:
    return found.column in OURS.get(found.table.name, ())


def _found(session: Session, traces: Traces) -> Iterator[_Found]:
    """Every text of the workspace that names the person, but for its history and its runs."""
    for table in Base.metadata.sorted_tables:
        names = [] if table.name in _ELSEWHERE else _texts(table)
        if not names:
            continue
        (key,) = table.primary_key
        stored = [type_coerce(table.c[name], Text) for name in names]
        query = select(key, *stored).execution_options(yield_per=_TOGETHER)
        for row_id, *texts in session.execute(query):
            if traces.stand_in_json('"'.join(filter(None, texts))):
                yield from _of_row(session, traces, table, names, row_id)


def _of_row(
    session: Session, traces: Traces, table: Table, names: Sequence[str], row_id: Any
) -> Iterator[_Found]:
    (key,) = table.primary_key
    row = session.execute(select(*(table.c[name] for name in names)).where(key == row_id)).one()
    for name, value in zip(names, row, strict=True):
        if _is_in(value, traces):
            yield _Found(table, name, row_id, value)


def _texts(table: Table) -> list[str]:
    """The columns that hold words."""
    return [
        column.name
        for column in table.columns
        if isinstance(column.type, String | JSON)
        and not isinstance(column.type, Enum)
        and not column.primary_key
        and column.name not in _DERIVED
    ]


def _is_in(value: Any, traces: Traces) -> bool:
    return any(traces.stand_in(text) for text in _strings(value))


def _strings(value: Any) -> Iterator[str]:
    """The texts in plain data."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _strings(each)
        case dict():
            for key, each in value.items():
                yield key
                yield from _strings(each)
