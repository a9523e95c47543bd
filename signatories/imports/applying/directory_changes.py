"""How rows change stored organisations, people and roles: those of many rows are read, and written, together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from signatories import names, organisations, people, sign_ons
from signatories.imports.applying.directory_values import ORGANISATION, PERSON
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, Role, SignOn

Record = TypeVar("Record", Organisation, Person)


class Change(NamedTuple):
    """What a row says of a stored record; a blank cell clears nothing. `body` is the person's organisation."""

    row_id: int
    entry: DirectoryEntry
    only_blanks: bool
    body: int | None = None


def change_organisations(session: Session, changes: Sequence[Change]) -> None:
    """Give organisations what the rows say."""
    query = select(Organisation).options(selectinload(Organisation.names))
    records = {
        each.id: each for each in session.scalars(query.where(Organisation.id.in_(_ids(changes))))
    }
    for change in changes:
        record = records[change.row_id]
        also_called = any(equal(change.entry.texts["name"], other.name) for other in record.names)
        _change(record, change, ORGANISATION if also_called else ("name", *ORGANISATION))
        organisations.derive_keys(record)
    sign_ons.derive_keys_of(session, SignOn.organisation_id, *records)


def change_people(session: Session, changes: Sequence[Change]) -> None:
    """Give people, and their roles, what the rows say. A sort name follows the name."""
    query = select(Person).where(Person.id.in_(_ids(changes)))
    records = {each.id: each for each in session.scalars(query)}
    for change in changes:
        record = records[change.row_id]
        before = record.name
        _change(record, change, ("name", *PERSON))
        if record.name != before:
            record.sort_name = str(names.suggest(record.name))
        people.derive_keys(record)
    _change_roles(session, changes)
    sign_ons.derive_keys_of(session, SignOn.signer_id, *records)


def _change_roles(session: Session, changes: Sequence[Change]) -> None:
    """Give people's roles their titles, where there are such roles."""
    query = select(Role).where(Role.person_id.in_(_ids(changes))).order_by(Role.id.desc())
    roles = {(role.person_id, role.organisation_id): role for role in session.scalars(query)}
    for row_id, entry, only_blanks, body in changes:
        role, title = roles.get((row_id, body or 0)), entry.texts.get("role", "")
        if role is not None and not equal(title, role.title) and not (only_blanks and role.title):
            role.title = title


def _change(record: Record, change: Change, fields: Iterable[str]) -> None:
    entry, only_blanks = change.entry, change.only_blanks
    for name in fields:
        text, present = entry.texts.get(name, ""), getattr(record, name)
        if text and not equal(text, present) and not (only_blanks and present):
            setattr(record, name, text)
    if entry.country_code and not (only_blanks and record.country):
        record.country = entry.country_code
    given, present = dict(entry.extra), dict(record.extra)
    extra = {**given, **present} if only_blanks else {**present, **given}
    if extra != record.extra:
        record.extra = extra


def _ids(changes: Iterable[Change]) -> set[int]:
    return {change.row_id for change in changes}
