"""What rows of a table may have in common: what they lack, and the values that several share."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories.queries.listings import Listing

_MOST_VALUES = 4  # of a column: the commonest


class Trait(NamedTuple):
    """What some `rows` have in common: they lack something (`value` is None), or have a value in a column.

    `key` is how `ids` knows it, `name` what is lacking, or the column.
    """

    key: str
    name: str
    value: str | None
    rows: int


def traits(session: Session, listing: Listing) -> list[Trait]:
    """What some rows of a listing have in common, and not all: first what is lacking."""
    every = session.scalars(select(func.count(listing.id))).one()
    found = (*_lacking(session, listing), *_shared(session, listing))
    return [trait for trait in found if 0 < trait.rows < every]


def _lacking(session: Session, listing: Listing) -> Iterator[Trait]:
    for name, lacks in listing.lacking.items():
        rows = session.scalars(select(func.count(listing.id)).where(lacks)).one()
        yield Trait(name, name, None, rows)


def _shared(session: Session, listing: Listing) -> Iterator[Trait]:
    for name, column in listing.shared.items():
        rows = func.count()
        query = select(column, rows).where(column != "").group_by(column).having(rows > 1)
        for value, number in session.execute(
            query.order_by(rows.desc(), column).limit(_MOST_VALUES)
        ):
            yield Trait(f"{name}={value}", name, value, number)
