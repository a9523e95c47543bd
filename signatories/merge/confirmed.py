"""The lines of a version as they were confirmed: read column by column, a tenth of the time that objects take."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    case,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import NULLTYPE

from signatories import consents
from signatories.block.signatory import NO_COLUMNS, Signatory
from signatories.extra_columns import merged
from signatories.lasting import many_objects
from signatories.letters import versions
from signatories.merge.made_lines import Columns, Making, stored_as
from signatories.models import (
    Confirmation,
    Evidence,
    Organisation,
    Person,
    SignatureList,
    SignOn,
    SignOnStatus,
    Version,
    said_yes_at,
)
from signatories.sign_ons import on_lists

_AT_ONCE = 2_000  # rows


@many_objects()
def read(
    session: Session, version: Version, until: dt.datetime | SignatureList | None
) -> list[Signatory]:
    """The confirmed of a version who have not withdrawn, each as it agreed to the latest accepted version.

    `until` leaves out whose yes came after that moment, or who is not on that list; who is has the line of then.
    """
    holds = _holding(version, until)
    connection = session.connection()
    kinds = {name: column.type for name, column in _STORED.items()}
    making = Making(
        consents.of_letter(session, version.letter_id),
        _columns_of_before(session, holds),
        stored_as(kinds, connection.dialect),
    )
    query = _from_directory(select(*_columns()).where(*holds)).order_by(Confirmation.version_id)
    found = connection.execute(query)
    latest: dict[int, Signatory] = {}
    for rows in found.partitions(_AT_ONCE):
        columns = dict(zip(found.keys(), zip(*rows, strict=True), strict=True))
        for line in making.lines(columns):
            earlier = latest.get(line.sign_on_id)
            latest[line.sign_on_id] = _signed_with(earlier, line) if earlier else line
    return list(latest.values())


def _holding(
    version: Version, until: dt.datetime | SignatureList | None
) -> list[ColumnElement[bool]]:
    """Which confirmations are read."""
    holds: list[ColumnElement[bool]] = [
        Confirmation.version_id.in_(versions.accepted_by(version)),
        SignOn.status == SignOnStatus.CONFIRMED,
    ]
    if isinstance(until, SignatureList):
        holds.append(on_lists.makes_lines(until))
    elif until is not None:
        holds.append(on_lists.came_until(until))
    return holds


def _signed_with(earlier: Signatory, line: Signatory) -> Signatory:
    """The line, of somebody who signed when the earlier one was confirmed: nobody moves to the end for a new title."""
    return line._replace(confirmed_at=earlier.confirmed_at)


def _from_directory(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        query.join_from(Confirmation, SignOn, SignOn.id == Confirmation.sign_on_id)
        .join(Evidence, Evidence.id == Confirmation.evidence_id)
        .outerjoin(Person, Person.id == SignOn.signer_id)
        .outerjoin(Organisation, Organisation.id == SignOn.organisation_id)
    )


def _columns() -> Iterator[SQLColumnExpression[Any]]:
    """What a line is made of. The signer's own sort name holds only for the name that was confirmed.

    What a confirmation had stays as it was. What it had not is as the directory says now, of the same organisation
    or person: a sign-on may have passed to somebody else since, whose consent is not the one that is asked for here.
    """
    yield from (getattr(Confirmation, name) for name in _CONFIRMED)
    yield from (type_coerce(column, NULLTYPE).label(name) for name, column in _STORED.items())
    yield SignOn.place
    yield case((Person.name == Confirmation.name, Person.sort_name), else_="").label("sort_name")
    yield _known(Confirmation.region, case((_BODY_STAYED, Organisation.region))).label("region")
    yield _known(Confirmation.kind, case((_BODY_STAYED, Organisation.kind))).label("kind")
    languages = (
        case((_BODY_STAYED, Organisation.language)),
        case((_SIGNER_STAYED, Person.language)),
    )
    yield _known(Confirmation.language, *languages).label("language")
    logo = func.coalesce(Confirmation.logo_digest, Organisation.logo_digest)
    yield case((_SAME_BODY, logo), else_=None).label("logo")
    scan = func.coalesce(Confirmation.signature_digest, Person.signature_digest)
    yield case((_SAME_SIGNER, scan), else_=None).label("signature")
    is_present = logo == Organisation.logo_digest
    yield case((is_present, Organisation.logo_scale), else_=1.0).label("logo_scale")
    yield case((is_present, Organisation.logo_shift), else_=0.0).label("logo_shift")


_CONFIRMED = (
    "id",
    "sign_on_id",
    "name",
    "role",
    "organisation",
    "acronym",
    "country",
    "country_code",
    "group",
)
_STORED: Mapping[str, ColumnElement[Any]] = {
    "capacity": Confirmation.capacity.expression,
    "confirmed_at": said_yes_at,
    "extra": Confirmation.extra.expression,
}
"""What is read as it is stored: few values of many lines differ, and each need be understood only once."""
_OF_FIRST_SCHEMA = Confirmation.extra.is_(None)
_BODY_STAYED = or_(_OF_FIRST_SCHEMA, Confirmation.organisation_id == SignOn.organisation_id)
_SIGNER_STAYED = or_(_OF_FIRST_SCHEMA, Confirmation.signer_id == SignOn.signer_id)
_SAME_BODY = and_(  # the first schema noted the name alone
    _BODY_STAYED, or_(~_OF_FIRST_SCHEMA, Confirmation.organisation == Organisation.name)
)
_SAME_SIGNER = and_(_SIGNER_STAYED, or_(~_OF_FIRST_SCHEMA, Confirmation.name == Person.name))


def _known(*columns: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """The first of these texts that is not blank."""
    return func.coalesce(*(func.nullif(column, "") for column in columns), "")


def _columns_of_before(
    session: Session, holds: Sequence[ColumnElement[bool]]
) -> dict[int, Columns]:
    """The further columns, as they are now, of those who confirmed before a confirmation had any."""
    columns = Confirmation.id, Confirmation.capacity, Organisation.extra, Person.extra, SignOn.extra
    query = _from_directory(select(*columns).where(*holds, _OF_FIRST_SCHEMA))
    return {
        confirmation_id: merged(capacity, body or {}, person or {}, own) or NO_COLUMNS
        for confirmation_id, capacity, body, person, own in session.execute(query)
    }
