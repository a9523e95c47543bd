"""How rows change stored organisations, people and roles: those of many rows are read, and written, together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlalchemy.orm import Session

from signatories import names
from signatories.database import Unit
from signatories.imports.applying.directory_values import ORGANISATION, PERSON
from signatories.imports.planning import own_columns
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.matching.spelling import equal
from signatories.models import Organisation, OrganisationName, Person, Role
from signatories.search import keys

_KEPT = ("id", "name", "country", "extra", "sort_key", "search_key")  # of both kinds
_IDS: BindParameter[int] = bindparam("ids", expanding=True)


def _records(table: type[Organisation | Person], *fields: str) -> Select[Any]:
    return select(*(getattr(table, name) for name in (*_KEPT, *fields))).where(table.id.in_(_IDS))


# Put together once: saying what is wanted takes as long as reading some dozens of rows.
_BODIES = _records(Organisation, *ORGANISATION)
_PEOPLE = _records(Person, "sort_name", *PERSON)
_FURTHER_NAMES = (
    select(OrganisationName.organisation_id, OrganisationName.name)
    .where(OrganisationName.organisation_id.in_(_IDS))
    .order_by(OrganisationName.id)
)
_ROLES = (
    select(Role.person_id, Role.organisation_id, Role.id, Role.title)
    .where(Role.person_id.in_(_IDS))
    .order_by(Role.id.desc())
)

Values = dict[str, Any]
"""Columns of a stored record by name, `id` among them: an object for each takes five times as long."""


class Change(NamedTuple):
    """What a row says of a stored record; a blank cell clears nothing. `body` is the person's organisation."""

    row_id: int
    entry: DirectoryEntry
    only_blanks: bool
    body: int | None = None


def change_organisations(unit: Unit, changes: Sequence[Change]) -> None:
    """Give organisations what the rows say."""
    stored = _stored(unit.session, _BODIES, changes)
    further = _further_names(unit.session, stored)
    altered = {row_id: values.copy() for row_id, values in stored.items()}
    for change in changes:
        name, others = change.entry.texts["name"], further[change.row_id]
        also_called = any(equal(name, other) for other in others)
        fields = ORGANISATION if also_called else ("name", *ORGANISATION)
        _change(altered[change.row_id], change, fields)
    for change in changes:
        further[change.row_id] += change.entry.names.values()  # which are written after this
    for body in altered.values():
        also = body["acronym"], *dict.fromkeys(further[body["id"]])
        body.update(keys(body["name"], *also, language=body["language"]))
    unit.change(Organisation, _without_same(stored, _differing(stored, altered)))


def change_people(unit: Unit, changes: Sequence[Change]) -> None:
    """Give people, and their roles, what the rows say. A sort name follows the name."""
    stored = _stored(unit.session, _PEOPLE, changes)
    altered = {row_id: values.copy() for row_id, values in stored.items()}
    for change in changes:
        person = altered[change.row_id]
        before = person["name"]
        _change(person, change, ("name", *PERSON))
        if person["name"] != before:
            person["sort_name"] = str(names.suggest(person["name"]))
    changed = _differing(stored, altered)
    for person in changed:
        found_by = person["sort_name"], person["name"], person["email"]
        person.update(keys(*found_by, language=person["language"]))
    unit.change(Person, _without_same(stored, changed))
    _change_roles(unit, changes)


def _change_roles(unit: Unit, changes: Sequence[Change]) -> None:
    """Give people's roles their titles, where there are such roles."""
    found = unit.session.execute(_ROLES, {"ids": _ids(changes)})
    roles: dict[tuple[int, int], Values] = {
        (person, body): {"id": role, "title": title} for person, body, role, title in found
    }
    given: dict[int, Values] = {}
    for row_id, entry, only_blanks, body in changes:
        role, title = roles.get((row_id, body or 0)), entry.texts.get("role", "")
        if role and not equal(title, role["title"]) and not (only_blanks and role["title"]):
            role["title"] = title
            given[role["id"]] = role
    unit.change(Role, list(given.values()))


def _change(record: Values, change: Change, fields: Iterable[str]) -> None:
    entry, only_blanks = change.entry, change.only_blanks
    for name in fields:
        text, present = entry.texts.get(name, ""), record[name]
        if text and not equal(text, present) and not (only_blanks and present):
            record[name] = text
    if entry.country_code and not (only_blanks and record["country"]):
        record["country"] = entry.country_code
    record["extra"] = own_columns.changed(record["extra"], entry.extra, only_blanks=only_blanks)


def _stored(session: Session, query: Select[Any], changes: Iterable[Change]) -> dict[int, Values]:
    """The records that rows are about, by id."""
    found = session.execute(query, {"ids": _ids(changes)})
    return {row["id"]: dict(row) for row in found.mappings()}


def _further_names(session: Session, ids: Iterable[int]) -> dict[int, list[str]]:
    """What else organisations are called."""
    found: dict[int, list[str]] = {row_id: [] for row_id in ids}
    for row_id, name in session.execute(_FURTHER_NAMES, {"ids": list(found)}):
        found[row_id].append(name)
    return found


def _differing(stored: Mapping[int, Values], altered: Mapping[int, Values]) -> list[Values]:
    return [values for row_id, values in altered.items() if values != stored[row_id]]


def _without_same(stored: Mapping[int, Values], changed: Iterable[Values]) -> list[Values]:
    """Of changed records what is another value: the rest, and the indexes over it, need not be written."""
    found = []
    for record in changed:
        before = stored[record["id"]]
        other = {name: value for name, value in record.items() if value != before[name]}
        found.append({"id": record["id"], **other})
    return found


def _ids(changes: Iterable[Change]) -> list[int]:
    return list({change.row_id for change in changes})
