"""The values that imported organisations and people are stored with, and how a row changes one."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import names, organisations, people, sign_ons
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.matching.spelling import equal
from signatories.models import NameKind, Organisation, Person, Role, SignOn
from signatories.search import keys

_ORGANISATION = ("acronym", "region", "kind", "website", "email", "language", "notes")
_PERSON = ("form_of_address", "email", "telephone", "language", "notes")
_KINDS = {"other_name": NameKind.OTHER, "former_name": NameKind.FORMER}


def organisation(entry: DirectoryEntry) -> dict[str, Any]:
    """A new organisation."""
    texts = entry.texts
    return {
        **{name: texts.get(name, "") for name in ("name", *_ORGANISATION)},
        "country": entry.country_code,
        "extra": dict(entry.extra),
        **keys(
            texts["name"],
            texts.get("acronym", ""),
            *entry.names.values(),
            language=texts.get("language", ""),
        ),
    }


def named(text: str) -> dict[str, Any]:
    """A new organisation of which a row about a person says only the name."""
    return {"name": text, "extra": {}, **keys(text)}


def further_names(entry: DirectoryEntry, organisation_id: int) -> Iterator[dict[str, Any]]:
    """An organisation's other and former names."""
    for field, name in entry.names.items():
        yield {"organisation_id": organisation_id, "kind": _KINDS[field], "name": name}


def person(entry: DirectoryEntry) -> dict[str, Any]:
    """A new person."""
    texts = entry.texts
    sort_name = str(names.suggest(texts["name"]))
    language = texts.get("language", "")
    return {
        **{name: texts.get(name, "") for name in ("name", *_PERSON)},
        "sort_name": sort_name,
        "country": entry.country_code,
        "extra": dict(entry.extra),
        **keys(sort_name, texts["name"], texts.get("email", ""), language=language),
    }


def change_organisation(
    session: Session, organisation_id: int, entry: DirectoryEntry, *, only_blanks: bool
) -> None:
    """Give an organisation what the row says; a blank cell clears nothing."""
    record = organisations.get(session, organisation_id)
    also_called = any(equal(entry.texts["name"], further.name) for further in record.names)
    fields = _ORGANISATION if also_called else ("name", *_ORGANISATION)
    _change(record, entry, fields, only_blanks=only_blanks)
    organisations.derive_keys(record)
    sign_ons.derive_keys_of(session, SignOn.organisation_id, organisation_id)


def change_person(
    session: Session, person_id: int, entry: DirectoryEntry, *, only_blanks: bool
) -> None:
    """Give a person what the row says; a blank cell clears nothing. The sort name follows the name."""
    record = people.get(session, person_id)
    before = record.name
    _change(record, entry, ("name", *_PERSON), only_blanks=only_blanks)
    if record.name != before:
        record.sort_name = str(names.suggest(record.name))
    people.derive_keys(record)
    sign_ons.derive_keys_of(session, SignOn.signer_id, person_id)


def change_role(
    session: Session, person_id: int, organisation_id: int, title: str, *, only_blanks: bool
) -> None:
    """Give a person's role in an organisation its title, where there is such a role."""
    there = (Role.person_id == person_id, Role.organisation_id == organisation_id)
    role = session.scalars(select(Role).where(*there).order_by(Role.id).limit(1)).first()
    if role is not None and not equal(title, role.title) and not (only_blanks and role.title):
        role.title = title


def _change(
    record: Organisation | Person,
    entry: DirectoryEntry,
    fields: tuple[str, ...],
    *,
    only_blanks: bool,
) -> None:
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
