"""Takes a person out of the directory, and their words out of what stays there without them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from signatories import consents, printed_lines, recipients
from signatories.database import Unit
from signatories.erasing.belongings import Belongings
from signatories.erasing.lines import OF_PERSON, without, without_person
from signatories.erasing.traces import BLOT
from signatories.models import (
    Confirmation,
    Consent,
    Difference,
    Evidence,
    ImportedRecord,
    Person,
    Question,
    Recipient,
    SignOn,
    Tagging,
    Use,
)
from signatories.recording import chunks

WORDS = ("printed_name", "printed_role")
_LINE = ("printed_organisation", "printed_acronym", "printed_country", "group")
CONFIRMED = ("name", "role")
_CONFIRMED_LINE = ("organisation", "acronym", "country", "group", "region", "kind", "language")


def erase(unit: Unit, ours: Belongings, written_to: Collection[int]) -> None:
    """Erase what is a person's, with these recipients, who are or have the person.

    What somebody answered in their own name stays as an answer of nobody, which counts and is shown nowhere; what an
    organisation answered stays its own.
    """
    session = unit.session
    person = session.get_one(Person, ours.person_id)
    further = dict(person.extra)
    sources = {"people": ours.people, "sign_ons": ours.sign_ons, "recipients": written_to}
    _forget_sources(session, sources)
    _take_from_sign_ons(session, ours, further)
    _take_from_confirmations(session, ours, further)
    _take_evidence(session, ours)
    _remove(session, ours, person)
    _take_recipients(session, ours, written_to)
    session.flush()
    now = dt.datetime.now(dt.UTC)
    counted = {"use": Use.COUNT_ONLY, "recipient_id": None, "allowed": True, "asked_at": now}
    unit.insert(Consent, [{"sign_on_id": row_id, **counted} for row_id in ours.own])
    consents.forget_pictures(session, ours.signed, [Use.SIGNATURE])
    printed_lines.derive_keys_of(session, SignOn.id, *ours.own, *ours.signed)


def _take_from_sign_ons(session: Session, ours: Belongings, further: Mapping[str, Any]) -> None:
    for sign_on in _rows(session, SignOn, (*ours.own, *ours.signed)):
        is_own = sign_on.id in ours.own
        if is_own or sign_on.signer_id == ours.person_id:
            sign_on.signer_id = None
            _blank(sign_on, WORDS)
            sign_on.extra = {} if is_own else without(sign_on.extra, further)
        if is_own:
            _blank(sign_on, (*_LINE, "condition", "notes"))
            sign_on.organisation_id = sign_on.country = None
    for sign_on in _rows(session, SignOn, ours.contact):
        sign_on.contact_id = None


def _take_from_confirmations(
    session: Session, ours: Belongings, further: Mapping[str, Any]
) -> None:
    for confirmed in _rows(session, Confirmation, ours.confirmations):
        _blank(confirmed, CONFIRMED)
        confirmed.signer_id = confirmed.signature_digest = None
        if confirmed.extra is not None:
            confirmed.extra = without(confirmed.extra, further)
        if confirmed.sign_on_id in ours.own:
            _blank(confirmed, _CONFIRMED_LINE)
            confirmed.country_code = confirmed.organisation_id = confirmed.logo_digest = None
            confirmed.extra = {}


def _take_recipients(session: Session, ours: Belongings, ids: Collection[int]) -> None:
    """A body is written to without the person in it; a recipient who is the person goes, and what is asked of them.

    Consents go with whom they were about. Nobody's answer is for the count only: nothing else is asked of it.
    """
    gone = []
    for recipient in _rows(session, Recipient, ids):
        if ours.traces.is_name(recipient.name):
            gone.append(recipient)
        else:
            values = {name: getattr(recipient, name) for name in (*OF_PERSON, "email")}
            for name, value in without_person(values, ours.traces).items():
                setattr(recipient, name, value)
            recipients.derive_keys(recipient)
    towards = Consent.recipient_id.in_([recipient.id for recipient in gone])
    consents_gone = select(Consent).where(or_(Consent.sign_on_id.in_(ours.own), towards))
    asked = select(Question).where(_is_about(Question, "recipients", [each.id for each in gone]))
    for row in (*session.scalars(consents_gone).all(), *session.scalars(asked).all(), *gone):
        session.delete(row)


def _take_evidence(session: Session, ours: Belongings) -> None:
    """How we know stays as its kind and its day; of an organisation's answer in its words too, as far as they may."""
    signed = select(Confirmation.evidence_id).where(Confirmation.sign_on_id.in_(ours.signed))
    of_organisations = set(session.scalars(signed))
    for evidence in _rows(session, Evidence, ours.evidence):
        if evidence.id not in of_organisations:
            evidence.text = BLOT
        if evidence.asset_digest in ours.assets:
            evidence.asset_digest = None


def _remove(session: Session, ours: Belongings, person: Person) -> None:
    named = or_(Difference.a_id.in_(ours.people), Difference.b_id.in_(ours.people))
    subjects = {"people": ours.people, "sign_ons": (*ours.own, *ours.unanswered)}
    asked = (_is_about(Question, table, ids) for table, ids in subjects.items())
    for query in (
        select(Tagging).where(Tagging.person_id == ours.person_id),
        select(Difference).where(Difference.subject == "person", named),
        select(Question).where(or_(*asked)),
        select(SignOn).where(SignOn.id.in_(ours.unanswered)),
    ):
        for row in session.scalars(query).all():
            session.delete(row)
    session.delete(person)


def _forget_sources(session: Session, rows: Mapping[str, Collection[int]]) -> None:
    """Empty the digests of the lines that an import read them from: whoever guesses the line could know it again."""
    for table, ids in rows.items():
        of_these = _is_about(ImportedRecord, table, ids)
        session.execute(update(ImportedRecord).where(of_these).values(digest=""))


def _is_about(
    model: type[Question | ImportedRecord], table: str, ids: Collection[int]
) -> ColumnElement[bool]:
    return and_(model.subject == table, model.row_id.in_(ids))


def _blank(row: Any, names: Iterable[str]) -> None:
    for name in names:
        setattr(row, name, "")


def _rows(session: Session, model: type[Any], ids: Sequence[int] | Collection[int]) -> list[Any]:
    found: list[Any] = []
    for some in chunks(sorted(ids)):
        found += session.scalars(select(model).where(model.id.in_(some)))
    return found
