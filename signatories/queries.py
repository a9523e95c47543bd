"""The reading side of the tables: words, scope and order give ids; ids give the rows to show."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import JSON, ColumnElement, Select, SQLColumnExpression, case, func, select
from sqlalchemy.orm import Session, aliased

from signatories import consents
from signatories.models import (
    Confirmation,
    Evidence,
    Import,
    Letter,
    Organisation,
    Person,
    Recipient,
    Renewal,
    Role,
    SignOn,
    SignOnStatus,
    Version,
)
from signatories.recording import chunks
from signatories.rows import OrganisationRow, PersonRow, RecipientRow, SignOnRow
from signatories.search import contains

Column = SQLColumnExpression[Any]
RowType = TypeVar("RowType")


class Listing(NamedTuple):
    """A table that can be listed: its id, what its words are searched in, and the columns it can be ordered by."""

    id: Column
    words: Column
    orders: Mapping[str, Column]


ORGANISATIONS = Listing(
    Organisation.id,
    Organisation.search_key,
    {
        "name": Organisation.sort_key,
        "acronym": Organisation.acronym,
        "country": Organisation.country,
        "kind": Organisation.kind,
        "id": Organisation.id,
    },
)
PEOPLE = Listing(
    Person.id,
    Person.search_key,
    {
        "sort_name": Person.sort_key,
        "name": Person.name,
        "email": Person.email,
        "country": Person.country,
        "id": Person.id,
    },
)
RECIPIENTS = Listing(
    Recipient.id,
    Recipient.search_key,
    {
        "name": Recipient.sort_key,
        "country": Recipient.country,
        "person": Recipient.person,
        "language": Recipient.language,
        "id": Recipient.id,
    },
)
SIGN_ONS = Listing(
    SignOn.id,
    SignOn.search_key,
    {
        "place": SignOn.place,
        "status": SignOn.status,
        "capacity": SignOn.capacity,
        "group": SignOn.group,
        "organisation": select(Organisation.sort_key)
        .where(Organisation.id == SignOn.organisation_id)
        .scalar_subquery(),
        "name": select(Person.sort_key).where(Person.id == SignOn.signer_id).scalar_subquery(),
        "country": func.coalesce(
            SignOn.country,
            select(Organisation.country)
            .where(Organisation.id == SignOn.organisation_id)
            .scalar_subquery(),
        ),
        "id": SignOn.id,
    },
)


def ids(
    session: Session,
    listing: Listing,
    *scope: ColumnElement[bool],
    words: str = "",
    order: str = "",
    descending: bool = False,
) -> "array[int]":  # quoted: Python 3.11 cannot subscript it
    """The ids of the rows in scope that hold all the words, in order (default: the listing's first)."""
    column = listing.orders[order] if order else next(iter(listing.orders.values()))
    direction = column.desc() if descending else column.asc()
    query = select(listing.id).where(contains(listing.words, words), *scope)
    return array("q", session.scalars(query.order_by(direction, listing.id)))


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
    return _rows(session, query, Organisation.id, wanted, OrganisationRow)


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
    return _rows(session, query, Person.id, wanted, PersonRow)


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
    return _rows(session, query, Recipient.id, wanted, RecipientRow)


def sign_ons(session: Session, wanted: Sequence[int]) -> dict[int, SignOnRow]:
    """Sign-ons to show, by id: as confirmed, else as given for the letter, else as the directory says."""
    signer = aliased(Person)
    body = Organisation
    held = aliased(Confirmation)
    query = (
        select(
            SignOn.id,
            SignOn.place,
            _confirmed(held.name, _given(SignOn.printed_name, signer.name)),
            _confirmed(held.role, _given(SignOn.printed_role, role_of_sign_on())),
            _confirmed(held.organisation, _given(SignOn.printed_organisation, body.name)),
            _confirmed(held.acronym, _given(SignOn.printed_acronym, body.acronym)),
            _confirmed(held.country, SignOn.printed_country),
            _confirmed(
                held.country_code, func.coalesce(SignOn.country, body.country, signer.country)
            ),
            SignOn.status,
            SignOn.capacity,
            SignOn.capacity_assumed,
            SignOn.group,
            Version.number,
            func.coalesce(signer.name, ""),
            func.coalesce(body.name, ""),
            func.coalesce(_renewed_evidence(held), Evidence.text, ""),
            _confirmed(func.coalesce(held.extra, SignOn.extra, type_=JSON), SignOn.extra),
        )
        .outerjoin(body, body.id == SignOn.organisation_id)
        .outerjoin(signer, signer.id == SignOn.signer_id)
        .outerjoin(held, held.id == _latest_confirmation())
        .outerjoin(Version, Version.id == held.version_id)
        .outerjoin(Evidence, Evidence.id == held.evidence_id)
    )
    rows = _rows(session, query, SignOn.id, wanted, SignOnRow)
    for sign_on_id, given in consents.given(session, list(rows)).items():
        if given is not consents.NOTHING:
            rows[sign_on_id] = replace(rows[sign_on_id], consent=given)
    return rows


def role_of_sign_on() -> ColumnElement[str]:
    """The title of a sign-on's signer in its organisation: of the first role, as it would be printed."""
    # A sum has no index: it is looked for among the few roles of the person, not the thousands that a body may have.
    in_body = Role.organisation_id + 0 == SignOn.organisation_id
    return (
        select(Role.title)
        .where(Role.person_id == SignOn.signer_id, in_body)
        .order_by(Role.id)
        .limit(1)
        .scalar_subquery()
    )


def counts(session: Session) -> dict[str, int]:
    """How many rows the sidebar's pages have, by table name."""
    tables = (Letter, Organisation, Person, Recipient, Import)
    return {
        table.__tablename__: session.scalars(select(func.count()).select_from(table)).one()
        for table in tables
    }


def _latest_confirmation() -> ColumnElement[int]:
    of_row = select(func.max(Confirmation.id)).where(Confirmation.sign_on_id == SignOn.id)
    return of_row.scalar_subquery()


def _renewed_evidence(held: type[Confirmation]) -> ColumnElement[str]:
    """How we know of the latest yes that was given again after a withdrawal; NULL without one."""
    return (
        select(Evidence.text)
        .join(Renewal, Renewal.evidence_id == Evidence.id)
        .where(Renewal.confirmation_id == held.id)
        .order_by(Renewal.id.desc())
        .limit(1)
        .correlate(held)
        .scalar_subquery()
    )


def _confirmed(column: Column, otherwise: Column) -> ColumnElement[Any]:
    """What was confirmed, also where it is empty; what stands there now for those who have not confirmed."""
    return case((SignOn.status == SignOnStatus.CONFIRMED, column), else_=otherwise)


def _given(column: Column, directory: Column) -> ColumnElement[str]:
    return func.coalesce(func.nullif(column, ""), directory, "")


def _rows(
    session: Session,
    query: Select[*tuple[Any, ...]],
    key: Column,
    wanted: Sequence[int],
    make: Callable[..., RowType],
) -> dict[int, RowType]:
    return {
        row[0]: make(*row)
        for chunk in chunks(wanted)
        for row in session.execute(query.where(key.in_(chunk)))
    }
