"""What rows of a table may have in common: what they lack, and the values that several share."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select, true
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


def traits(session: Session, listing: Listing, chosen: str = "") -> list[Trait]:
    """What some rows of a listing have in common, and not all: first what is lacking.

    The trait of the key `chosen` is always among them, though no row has it any more.
    """
    every = _rows(session, listing, true())
    found = (*_lacking(session, listing), *_shared(session, listing))
    common = [trait for trait in found if 0 < trait.rows < every or trait.key == chosen]
    if chosen and chosen not in {trait.key for trait in common}:
        common.append(_one(session, listing, chosen))
    return common


def _one(session: Session, listing: Listing, key: str) -> Trait:
    name, sign, value = key.partition("=")
    return Trait(key, name, value if sign else None, _rows(session, listing, listing.having(key)))


def _rows(session: Session, listing: Listing, condition: ColumnElement[bool]) -> int:
    return session.scalars(select(func.count(listing.id)).where(condition)).one()


def _lacking(session: Session, listing: Listing) -> Iterator[Trait]:
    for name, lacks in listing.lacking.items():
        yield Trait(name, name, None, _rows(session, listing, lacks))


def _shared(session: Session, listing: Listing) -> Iterator[Trait]:
    for name, column in listing.shared.items():
        rows = func.count()
        query = select(column, rows).where(column != "").group_by(column).having(rows > 1)
        for value, number in session.execute(
            query.order_by(rows.desc(), column).limit(_MOST_VALUES)
        ):
            yield Trait(f"{name}={value}", name, value, number)
