"""Sign-ons as tables show them, who signs and how we know, read at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import JSON, ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session, aliased

from signatories import consents
from signatories.models import (
    Confirmation,
    Evidence,
    Organisation,
    Person,
    Renewal,
    Role,
    SignOn,
    SignOnStatus,
    Version,
)
from signatories.queries.listings import Column
from signatories.queries.rows import SignOnRow
from signatories.queries.shown import rows_by_id


def sign_ons(session: Session, wanted: Sequence[int]) -> dict[int, SignOnRow]:
    """Sign-ons to show, by id: as confirmed, else as given for the letter, else as the directory says."""
    rows = rows_by_id(session, _query(), SignOn.id, wanted, SignOnRow)
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


def _query() -> Select[*tuple[Any, ...]]:
    """The columns of a row, in its order, and what they are read from."""
    signer, held, body = aliased(Person), aliased(Confirmation), Organisation
    return (
        select(
            SignOn.id,
            SignOn.place,
            *_line(held, signer),
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


def _line(held: type[Confirmation], signer: type[Person]) -> tuple[Column, ...]:
    """Name, role, organisation, acronym, the country's name and its code."""
    body = Organisation
    country = func.coalesce(SignOn.country, body.country, signer.country)
    return (
        _confirmed(held.name, _given(SignOn.printed_name, signer.name)),
        _confirmed(held.role, _given(SignOn.printed_role, role_of_sign_on())),
        _confirmed(held.organisation, _given(SignOn.printed_organisation, body.name)),
        _confirmed(held.acronym, _given(SignOn.printed_acronym, body.acronym)),
        _confirmed(held.country, SignOn.printed_country),
        _confirmed(held.country_code, country),
    )


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
