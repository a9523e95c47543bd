"""The lines of a version as they were confirmed: read column by column, a tenth of the time that objects take."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Self

from sqlalchemy import (
    ColumnElement,
    Dialect,
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
from sqlalchemy.types import NULLTYPE, TypeEngine

from signatories import consents
from signatories.block.signatory import NO_COLUMNS, Signatory
from signatories.consents import NOTHING, Given, allows
from signatories.extra_columns import merged
from signatories.lasting import many_objects
from signatories.letters import versions
from signatories.models import (
    Confirmation,
    Evidence,
    Organisation,
    Person,
    SignatureList,
    SignOn,
    SignOnStatus,
    Use,
    Version,
    said_yes_at,
)
from signatories.sign_ons import on_lists

Columns = Mapping[str, str]

_AT_ONCE = 2_000  # rows
_REPEATED = ("role", "organisation", "acronym", "country", "group", "region", "kind", "language")


@many_objects()
def read(
    session: Session, version: Version, until: dt.datetime | SignatureList | None
) -> list[Signatory]:
    """The confirmed of a version who have not withdrawn, each as it agreed to the latest accepted version.

    `until` leaves out whose yes came after that moment, or who is not on that list; who is has the line of then.
    """
    holds = _holding(version, until)
    connection = session.connection()
    making = _Making(
        consents.of_letter(session, version.letter_id),
        _columns_of_before(session, holds),
        connection.dialect,
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


class _Making:
    """Makes lines out of columns. What repeats in many of them is one object."""

    def __init__(
        self, given: Mapping[int, Given], extra: Mapping[int, Columns], dialect: Dialect
    ) -> None:
        self._allowed = {sign_on_id: _Allowed.by(said) for sign_on_id, said in given.items()}
        self._unasked = _Allowed.by(NOTHING)
        self._extra_of_before = extra
        self._stored = {name: _Stored(column.type, dialect) for name, column in _STORED.items()}
        self._texts: dict[str, str] = {}

    def lines(self, columns: Mapping[str, Sequence[Any]]) -> Iterable[Signatory]:
        """The signatories of some rows, given by the names of their columns."""
        of_row = [self._allowed.get(each, self._unasked) for each in columns["sign_on_id"]]
        allowed = dict(zip(_Allowed._fields, zip(*of_row, strict=True), strict=True))
        known = {name: map(of.__getitem__, columns[name]) for name, of in self._stored.items()}
        extra = list(map(self._extra, columns["id"], known["extra"]))
        made = {
            **columns,
            **known,
            **{name: map(self._texts.setdefault, *[columns[name]] * 2) for name in _REPEATED},
            **allowed,
            "logo": _where(allowed["logo"], columns["logo"]),
            "signature": _where(allowed["signature"], columns["signature"]),
            "extra": extra,
            "description": [_text(each, "description") if each else "" for each in extra],
            "footnote": [_text(each, "footnote") if each else "" for each in extra],
            "first": [False] * len(of_row),  # only the list for one recipient has some
        }
        return map(Signatory._make, zip(*(made[name] for name in Signatory._fields), strict=True))

    def _extra(self, confirmation_id: int, stored: Columns | None) -> Columns:
        if stored is None:
            stored = self._extra_of_before[confirmation_id]
        return stored or NO_COLUMNS


class _Stored(dict[Any, Any]):
    """What stored values of a type mean, each worked out when it is first met."""

    def __init__(self, kind: TypeEngine[Any], dialect: Dialect) -> None:
        self._meaning = kind.dialect_impl(dialect).result_processor(dialect, None)

    def __missing__(self, stored: Any) -> Any:
        found = self[stored] = self._meaning(stored) if self._meaning else stored
        return found


class _Allowed(NamedTuple):
    """What may be made of a line, and what may not."""

    withheld: bool
    unlisted: bool
    logo: bool
    signature: bool
    never_to: frozenset[int]

    @classmethod
    def by(cls, given: Given) -> Self:
        """What consent allows."""
        return cls(
            withheld=not allows(given.uses, Use.LETTER),
            unlisted=not allows(given.uses, Use.PUBLIC_LIST),
            logo=allows(given.uses, Use.LOGO),
            signature=allows(given.uses, Use.SIGNATURE),
            never_to=given.never_to,
        )


def _where(allowed: Iterable[bool], digests: Iterable[str | None]) -> list[str | None]:
    return [
        digest if is_allowed else None for is_allowed, digest in zip(allowed, digests, strict=True)
    ]


def _text(extra: Columns, name: str) -> str:
    """A further column, whichever way somebody wrote its name."""
    if name in extra:
        return extra[name]
    return next((text for given, text in extra.items() if given.casefold() == name), "")


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
