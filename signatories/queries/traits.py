"""What rows of a table may have in common: what they lack, and the values that several share."""

from collections.abc import Iterator, Sequence
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


def traits(session: Session, listing: Listing, chosen: Sequence[str] = ()) -> list[Trait]:
    """What some rows of a listing have in common, and not all: first what is lacking.

    Those of the keys `chosen` are always among them, though no row has them any more. Each is counted among the rows
    that have the others that are chosen.
    """
    every = _rows(session, listing, true())
    found = (*_lacking(session, listing), *_shared(session, listing))
    common = [trait for trait in found if 0 < trait.rows < every or trait.key in chosen]
    known = {trait.key for trait in common}
    common += [_one(key) for key in chosen if key not in known]
    return [_among(session, listing, chosen, trait) for trait in common] if chosen else common


def _one(key: str) -> Trait:
    name, sign, value = key.partition("=")
    return Trait(key, name, value if sign else None, 0)


def _among(session: Session, listing: Listing, chosen: Sequence[str], trait: Trait) -> Trait:
    """Count the rows that choosing this trait brings: another of its column is no further condition."""
    others = (key for key in chosen if _one(key).name != trait.name)
    return trait._replace(rows=_rows(session, listing, listing.having(*others, trait.key)))


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
