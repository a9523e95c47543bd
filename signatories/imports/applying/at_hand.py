"""Keeps stored sign-ons, and what their lines are read from, at hand while many are changed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from signatories.models import Organisation, Person, Recorded, SignOn
from signatories.recording import among

_OF_EACH: dict[type[Recorded], tuple[InstrumentedAttribute[Any], ...]] = {
    SignOn: (SignOn.confirmations,),
    Person: (Person.roles,),
    Organisation: (),
}


@contextmanager
def at_hand(session: Session, sign_on_ids: Iterable[int | None]) -> Iterator[None]:
    """Within, the session knows these sign-ons, with their signers and organisations: nothing is read one by one.

    There are no more of them than a query takes. A session forgets what nobody holds, so that they are held here.
    """
    sign_ons = _read(session, SignOn, sign_on_ids)
    held = [
        *_read(session, Person, (each.signer_id for each in sign_ons)),
        *_read(session, Organisation, (each.organisation_id for each in sign_ons)),
    ]
    yield
    held.clear()


def _read(session: Session, table: type[Any], ids: Iterable[int | None]) -> list[Any]:
    there = sorted({row_id for row_id in ids if row_id is not None})
    query = select(table).where(among(table.id, there))
    return list(session.scalars(query.options(*map(selectinload, _OF_EACH[table]))))
