"""What tables list: the ids of their rows, found by words and in an order."""

from array import array
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    SQLColumnExpression,
    and_,
    exists,
    false,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from signatories.models import Import, Letter, Organisation, Person, Recipient, Role, SignOn
from signatories.search import contains

Column = SQLColumnExpression[Any]


class Listing(NamedTuple):
    """A table that can be listed: its id, what its words are searched in, and the columns it can be ordered by.

    `lacking`: what a row may lack, and when it does. `shared`: columns whose values many rows have.
    """

    id: Column
    words: Column
    orders: Mapping[str, Column]
    lacking: Mapping[str, ColumnElement[bool]] = MappingProxyType({})
    shared: Mapping[str, Column] = MappingProxyType({})

    def having(self, *traits: str) -> ColumnElement[bool]:
        """The condition on rows with traits: each the name of what they lack, or "column=value"; true for none.

        Of several that are about the same column, one is enough. No row has a trait that the listing does not know.
        """
        named: dict[str, list[ColumnElement[bool]]] = {}
        for trait in traits:
            named.setdefault(trait.partition("=")[0], []).append(self._having(trait))
        return and_(true(), *(or_(*each) for each in named.values()))

    def _having(self, trait: str) -> ColumnElement[bool]:
        name, sign, value = trait.partition("=")
        if not sign:
            return self.lacking.get(name, false())
        return self.shared[name] == value if name in self.shared else false()


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
    {
        "country": Organisation.country.is_(None),
        "email": Organisation.email == "",
        "people": ~exists().where(Role.organisation_id == Organisation.id),
        "sign-on": ~exists().where(SignOn.organisation_id == Organisation.id),
    },
    {"kind": Organisation.kind, "country": Organisation.country},
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
    {
        "role": ~exists().where(Role.person_id == Person.id),
        "email": Person.email == "",
        "country": Person.country.is_(None),
    },
    {"country": Person.country},
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
    {
        "salutation": Recipient.salutation == "",
        "person": Recipient.person == "",
        "address": Recipient.address == "",
        "country": Recipient.country.is_(None),
    },
    {"language": Recipient.language, "country": Recipient.country},
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
    traits: Sequence[str] = (),
) -> "array[int]":  # quoted: Python 3.11 cannot subscript it
    """The ids of the rows in scope that hold all words and have the traits, in order (default: the listing's first)."""
    column = listing.orders[order] if order else next(iter(listing.orders.values()))
    direction = column.desc() if descending else column.asc()
    query = select(listing.id).where(
        contains(listing.words, words), listing.having(*traits), *scope
    )
    return array("q", session.scalars(query.order_by(direction, listing.id)))


def counts(session: Session) -> dict[str, int]:
    """How many rows the sidebar's pages have, by table name."""
    tables = (Letter, Organisation, Person, Recipient, Import)
    return {
        table.__tablename__: session.scalars(select(func.count()).select_from(table)).one()
        for table in tables
    }
