"""Organisations, people and recipients as tables show them."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from signatories.models import Letter, Organisation, Person, Recipient, Role, SignOn
from signatories.queries.listings import Column
from signatories.queries.rows import OrganisationRow, PersonRow, RecipientRow
from signatories.recording import chunks

RowType = TypeVar("RowType")


def organisations(session: Session, wanted: Sequence[int]) -> dict[int, OrganisationRow]:
    """Organisations to show, by id; the missing ones are left out."""
    people = select(func.count(Role.id)).where(Role.organisation_id == Organisation.id)
    letters = select(func.count(SignOn.id)).where(SignOn.organisation_id == Organisation.id)
    query = select(
        Organisation.id,
        Organisation.name,
        Organisation.acronym,
        Organisation.country,
        Organisation.kind,
        people.scalar_subquery(),
        letters.scalar_subquery(),
    )
    return rows_by_id(session, query, Organisation.id, wanted, OrganisationRow)


def people(session: Session, wanted: Sequence[int]) -> dict[int, PersonRow]:
    """People to show, by id; the missing ones are left out."""
    of_person = select(func.min(Role.id)).where(Role.person_id == Person.id)
    first_role = of_person.correlate(Person).scalar_subquery()
    query = (
        select(
            Person.id,
            Person.name,
            Person.sort_name,
            func.coalesce(Role.title, ""),
            func.coalesce(Organisation.name, ""),
            Person.email,
            Person.country,
        )
        .outerjoin(Role, Role.id == first_role)
        .outerjoin(Organisation, Organisation.id == Role.organisation_id)
    )
    return rows_by_id(session, query, Person.id, wanted, PersonRow)


def recipients(session: Session, wanted: Sequence[int]) -> dict[int, RecipientRow]:
    """Recipients to show, by id; the missing ones are left out."""
    query = select(
        Recipient.id,
        Recipient.name,
        Recipient.country,
        Recipient.person,
        Recipient.salutation,
        Recipient.language,
        func.coalesce(Letter.title, ""),
    ).outerjoin(Letter, Letter.id == Recipient.letter_id)
    return rows_by_id(session, query, Recipient.id, wanted, RecipientRow)


def rows_by_id(
    session: Session,
    query: Select[*tuple[Any, ...]],
    key: Column,
    wanted: Sequence[int],
    make: Callable[..., RowType],
) -> dict[int, RowType]:
    """The rows that a query tells of these ids, which are `key`: made of its columns, in their order."""
    return {
        row[0]: make(*row)
        for chunk in chunks(wanted)
        for row in session.execute(query.where(key.in_(chunk)))
    }
