"""Confirmed lines that the directory has otherwise by now: they are printed as confirmed, and can be confirmed anew."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from signatories import printed_lines
from signatories.letters import versions
from signatories.models import Confirmation, Organisation, Person, SignOn, SignOnStatus, Version
from signatories.printed_lines import Printed
from signatories.queries.shown_sign_ons import role_of_sign_on
from signatories.recording import chunks


class Outdated(NamedTuple):
    """A sign-on by id, and its line as it would be confirmed now."""

    sign_on_id: int
    now: Printed


def outdated_lines(session: Session, version: Version) -> tuple[Outdated, ...]:
    """Those whose yes to a version holds, and of whom the directory says another thing, in no particular order.

    Words given for the letter stand whatever the directory says. Who has no name or country there has no other one.
    """
    ids = sorted(session.scalars(_ids(version)))
    return tuple(
        Outdated(source.sign_on.id, printed_lines.line(source, version.letter.language))
        for some in chunks(ids)
        for source in printed_lines.sources(session, some)
    )


def _ids(version: Version) -> Any:
    accepted = versions.accepted_by(version)
    name = _said(SignOn.printed_name, Person.name)
    organisation = _said(SignOn.printed_organisation, Organisation.name)
    country = func.coalesce(SignOn.country, Organisation.country, Person.country, "")
    says_otherwise = or_(
        and_(name != "", Confirmation.name != name),
        and_(organisation != "", Confirmation.organisation != organisation),
        Confirmation.acronym != _said(SignOn.printed_acronym, Organisation.acronym),
        and_(country != "", func.coalesce(Confirmation.country_code, "") != country),
        Confirmation.role != _said(SignOn.printed_role, role_of_sign_on()),
    )
    return (
        select(SignOn.id)
        .join(Confirmation, Confirmation.sign_on_id == SignOn.id)
        .outerjoin(Person, Person.id == SignOn.signer_id)
        .outerjoin(Organisation, Organisation.id == SignOn.organisation_id)
        .where(
            Confirmation.version_id.in_(accepted),
            SignOn.status == SignOnStatus.CONFIRMED,
            says_otherwise,
            *([~_is_replaced(accepted)] if len(accepted) > 1 else []),
        )
    )


def _said(given: Any, directory: Any) -> ColumnElement[str]:
    return func.coalesce(func.nullif(given, ""), directory, "")


def _is_replaced(accepted: Collection[int]) -> ColumnElement[bool]:
    """Whether the same sign-on has agreed to a later one of these versions too."""
    later = aliased(Confirmation)
    return (
        select(later.id)
        .where(
            later.sign_on_id == Confirmation.sign_on_id,
            later.version_id > Confirmation.version_id,
            later.version_id.in_(accepted),
        )
        .exists()
    )
