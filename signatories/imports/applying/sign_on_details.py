"""What rows of sign-ons tell of people and organisations that are there: given, kept beside, or marked."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, select

from signatories.database import Unit
from signatories.directory import people
from signatories.imports.planning import sign_on_fields
from signatories.imports.planning.sign_on_fields import Holder
from signatories.imports.written import insert_missing
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, Question, SignOn, Tagging
from signatories.recording import among, chunks
from signatories.texts import N_

_SAID_OTHERWISE = N_("The directory says {present}; the row says {given}, kept as “{column}”.")


_CHANGED = N_("The answer has changed since it was confirmed or edited. It says now: {now}")


class Told(NamedTuple):
    """What the row of a sign-on tells of a person or an organisation."""

    record_id: int
    details: Mapping[str, str]
    sign_on: int


class Tagged(NamedTuple):
    """What a row marks, and with which words: the organisation, else the person."""

    tags: tuple[str, ...]
    organisation_id: int | None
    person_id: int | None


def keep(unit: Unit, holder: Holder, told: Sequence[Told]) -> None:
    """Give stored records what is told and they have not; what they have otherwise is kept beside, and asked about."""
    asked: list[dict[str, object]] = []
    records: dict[int, Any] = {}
    for ids in chunks(sorted({each.record_id for each in told})):
        query: Select[Any] = select(holder).where(among(holder.id, ids))
        records |= {record.id: record for record in unit.session.scalars(query)}
    for record_id, details, sign_on in told:
        other = give(records[record_id], details, replaces=False)
        for name, present in other.items():
            column = _keep_beside(records[record_id], name, details[name])
            values = {"present": present, "given": details[name], "column": column}
            question = {"row_id": sign_on, "key": _SAID_OTHERWISE, "values": values}
            asked.append({"subject": SignOn.__tablename__, **question})
    unit.insert(Question, asked)


def give(
    record: Person | Organisation, details: Mapping[str, str], *, replaces: bool
) -> dict[str, str]:
    """Give a stored record details: what it has not, and with `replaces` also what it has otherwise.

    Returns those that it has otherwise and keeps, by name.
    """
    holder = type(record)
    other: dict[str, str] = {}
    for name, text in details.items():
        present = sign_on_fields.detail(record, holder, name)
        if equal(text, present):
            continue
        if present and not replaces:
            other[name] = present
        elif name in sign_on_fields.COLUMNS[holder]:
            setattr(record, name, text)
        else:
            record.extra = {**record.extra, name: text}
    if isinstance(record, Person):
        people.derive_keys(record)
    return other


def _keep_beside(record: Person | Organisation, name: str, text: str) -> str:
    """Keep a table's word for a detail beside those of earlier tables; return the own column that they stand in."""
    column = sign_on_fields.beside(name)
    words = filter(None, str(record.extra.get(column, "")).split("; "))
    record.extra = {**record.extra, column: "; ".join(dict.fromkeys((*words, text)))}
    return column


def changed_answer(sign_on: int, changes: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """The question about an answer that says something else now, as a row of its table."""
    now = "; ".join(f"{name}: {new}" for name, (_, new) in changes.items())
    return {
        "subject": SignOn.__tablename__,
        "row_id": sign_on,
        "key": _CHANGED,
        "values": {"now": now},
    }


def tag(unit: Unit, rows: Sequence[Tagged]) -> None:
    """Mark the organisation, else the person; which tags they have already stay one."""
    for place in ("organisation_id", "person_id"):
        owners = [each for each in rows if (each.organisation_id is None) == (place == "person_id")]
        tags = [(getattr(each, place), tag) for each in owners for tag in each.tags]
        insert_missing(unit, Tagging, (place, "tag"), tags)
