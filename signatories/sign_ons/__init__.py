"""Sign-ons: inviting, promising, declining, withdrawing, removing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from signatories import letters
from signatories.database import Unit
from signatories.errors import NotFound, Refused
from signatories.models import Capacity, SignOn, SignOnStatus
from signatories.printed_lines import Printed, caption, derive_keys
from signatories.recording import among, chunks
from signatories.texts import N_


def add(
    session: Session,
    letter_id: int,
    *,
    organisation_id: int | None = None,
    signer_id: int | None = None,
    capacity: Capacity | None = None,
    status: SignOnStatus = SignOnStatus.PROMISED,
    printed: Printed | None = None,
) -> SignOn:
    """Add an answer to a letter; without a capacity, the usual one is assumed and marked so. Raises Refused.

    `printed` is the line as given for this letter; what it leaves empty is read from the directory at confirmation.
    """
    if organisation_id is None and signer_id is None:
        raise Refused(N_("A sign-on needs an organisation or a person."))
    sign_on = SignOn(
        letter_id=letters.get(session, letter_id).id,
        organisation_id=organisation_id,
        signer_id=signer_id,
        contact_id=signer_id,
        status=status,
        capacity=capacity or usual_capacity(organisation_id),
        capacity_assumed=capacity is None and organisation_id is not None,
        place=next_place(session, letter_id),
        **_as_given(printed or Printed()),
    )
    session.add(sign_on)
    session.flush()
    derive_keys(session, sign_on)
    return sign_on


def _as_given(line: Printed) -> dict[str, Any]:
    """The columns that keep a line as it is given for one letter."""
    return {
        "printed_name": line.name,
        "printed_role": line.role,
        "printed_organisation": line.organisation,
        "printed_acronym": line.acronym,
        "printed_country": line.country,
        "country": line.country_code,
        "extra": dict(line.extra),
    }


def usual_capacity(organisation_id: int | None) -> Capacity:
    """With an organisation, people sign for it; else for themselves."""
    return Capacity.PERSONAL if organisation_id is None else Capacity.ORGANISATION


def next_place(session: Session, letter_id: int) -> int:
    """The place after the letter's last sign-on, in the order in which they were given."""
    last = select(func.max(SignOn.place)).where(SignOn.letter_id == letter_id)
    return (session.scalar(last) or 0) + 1


def get(session: Session, sign_on_id: int) -> SignOn:
    """A sign-on by id. Raises NotFound."""
    sign_on = session.get(SignOn, sign_on_id)
    if sign_on is None:
        raise _missing(sign_on_id)
    return sign_on


def set_status(unit: Unit, ids: Iterable[int], status: SignOnStatus) -> None:
    """Give many the same answer, as `answer` does. Raises Refused and NotFound."""
    now = dt.datetime.now(dt.UTC)
    for some in chunks(list(ids)):
        invited = _invited_at(unit.session, some)
        rows = [{"id": row_id, **_answered(status, invited[row_id], now)} for row_id in some]
        unit.change(SignOn, rows)


def answer(sign_on: SignOn, status: SignOnStatus) -> None:
    """Record an answer that is no confirmation: invited, considering, promised, declined … Raises Refused."""
    values = _answered(status, sign_on.invited_at, dt.datetime.now(dt.UTC))
    for name, value in values.items():
        setattr(sign_on, name, value)


def remove(session: Session, ids: Iterable[int]) -> None:
    """Remove sign-ons that never confirmed. Raises Refused with the first line that did: withdraw it instead."""
    for some in chunks(list(ids)):
        for sign_on in _every(session, some, SignOn.confirmations, SignOn.consents):
            if sign_on.confirmations:
                text = N_("{line} has confirmed; record a withdrawal instead.")
                raise Refused(text, line=caption(session, sign_on))
            session.delete(sign_on)
        session.flush()


def _answered(
    status: SignOnStatus, invited_at: dt.datetime | None, now: dt.datetime
) -> dict[str, Any]:
    """What an answer makes of a sign-on: the status, with the moment. The first invitation counts."""
    if status is SignOnStatus.CONFIRMED:
        raise Refused(N_("A confirmation needs to say how we know."))
    withdrawn_at = now if status is SignOnStatus.WITHDRAWN else None
    values: dict[str, Any] = {"status": status, "withdrawn_at": withdrawn_at}
    if status is SignOnStatus.INVITED:
        values["invited_at"] = invited_at or now
    elif status is not SignOnStatus.TO_INVITE:
        values["answered_at"] = now
    return values


def _invited_at(session: Session, ids: Sequence[int]) -> dict[int, dt.datetime | None]:
    """When sign-ons were first invited, by id. Raises NotFound."""
    rows = session.execute(select(SignOn.id, SignOn.invited_at).where(among(SignOn.id, ids)))
    found = dict(rows.all())
    if missing := [row_id for row_id in ids if row_id not in found]:
        raise _missing(missing[0])
    return found


def _missing(sign_on_id: int) -> NotFound:
    return NotFound(N_("There is no sign-on {id}."), id=sign_on_id)


def _every(
    session: Session, ids: Sequence[int], *with_: InstrumentedAttribute[Any]
) -> list[SignOn]:
    """Sign-ons by id, in that order, with what belongs to them. Raises NotFound."""
    query = select(SignOn).where(among(SignOn.id, ids)).options(*map(selectinload, with_))
    found = {sign_on.id: sign_on for sign_on in session.scalars(query)}
    return [found.get(sign_on_id) or get(session, sign_on_id) for sign_on_id in ids]
