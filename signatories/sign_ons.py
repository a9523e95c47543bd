"""Sign-ons: inviting, promising, confirming with how we know, declining, withdrawing."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from signatories import assets, confirmed_records, countries, extra_columns, letters, versions
from signatories.errors import NotFound, Refused
from signatories.models import (
    Capacity,
    Confirmation,
    Evidence,
    HowWeKnow,
    Letter,
    LetterStage,
    Organisation,
    Person,
    Renewal,
    SignOn,
    SignOnStatus,
    Version,
)
from signatories.search import keys
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class Printed:
    """A signatory's line as it is printed, part by part. `country` is in words, `country_code` ISO alpha-2.

    `extra` has further columns by name, such as a description, a comment or a footnote.
    """

    name: str = ""
    role: str = ""
    organisation: str = ""
    acronym: str = ""
    country: str = ""
    country_code: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proof:
    """How we know of a yes: its kind, in words, and the file when there is one, or the digest of a kept one.

    `received_at` is when the yes came, for one that is written down later.
    """

    text: str
    kind: HowWeKnow = HowWeKnow.OWN_WORDS
    file: Path | None = None
    asset_digest: str | None = None
    received_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a confirmation did: for which version, which sign-ons, and how many had confirmed it before."""

    version: int
    ids: list[int] = field(default_factory=list)
    already: int = 0


READY = frozenset({SignOnStatus.PROMISED, SignOnStatus.CONFIRMED})
"""The answers that "confirm all" takes for a yes."""


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
    given = printed or Printed()
    sign_on = SignOn(
        letter_id=letters.get(session, letter_id).id,
        organisation_id=organisation_id,
        signer_id=signer_id,
        contact_id=signer_id,
        status=status,
        capacity=capacity or usual_capacity(organisation_id),
        capacity_assumed=capacity is None and organisation_id is not None,
        place=next_place(session, letter_id),
        printed_name=given.name,
        printed_role=given.role,
        printed_organisation=given.organisation,
        printed_acronym=given.acronym,
        printed_country=given.country,
        country=given.country_code,
        extra=dict(given.extra),
    )
    session.add(sign_on)
    session.flush()
    derive_keys(session, sign_on)
    return sign_on


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
        raise NotFound(N_("There is no sign-on {id}."), id=sign_on_id)
    return sign_on


def confirm(
    session: Session, letter_id: int, proof: Proof, ids: Collection[int] | None = None
) -> Confirmed:
    """Record that sign-ons agreed to the newest version, which the first confirmation opens and freezes.

    Without ids, all that promised or had confirmed an earlier version. Who has confirmed this version already stays
    as confirmed; who withdrew and agrees again is confirmed with the line of then. Raises Refused without words on
    how we know, or when nobody is left to confirm.
    """
    if not proof.text.strip():
        raise Refused(N_("Say how you know: nothing is confirmed without it."))
    letter = letters.get(session, letter_id)
    version = versions.newest(letter)
    chosen = _chosen(session, letter, ids)
    fresh = _not_confirming(session, chosen, version)
    if not fresh:
        text = N_("Nobody is left to confirm version {number} of “{letter}”.")
        raise Refused(text, number=version.number, letter=letter.title)
    open_for_signature(letter)
    evidence = _evidence(session, proof)
    for sign_on in fresh:
        _record_yes(session, letter, sign_on, evidence)
    session.flush()
    return Confirmed(version.number, [sign_on.id for sign_on in fresh], len(chosen) - len(fresh))


def confirm_each(session: Session, letter_id: int, proofs: Mapping[int, Proof]) -> Confirmed:
    """As `confirm`, each sign-on with a proof of its own; that nobody is left is no error.

    Raises Refused without words.
    """
    if not all(proof.text.strip() for proof in proofs.values()):
        raise Refused(N_("Say how you know: nothing is confirmed without it."))
    letter = letters.get(session, letter_id)
    version = versions.newest(letter)
    chosen = _chosen(session, letter, proofs.keys())
    fresh = _not_confirming(session, chosen, version)
    if fresh:
        open_for_signature(letter)
    for sign_on in fresh:
        _record_yes(session, letter, sign_on, _evidence(session, proofs[sign_on.id]))
    session.flush()
    return Confirmed(version.number, [sign_on.id for sign_on in fresh], len(chosen) - len(fresh))


def unconfirmed(session: Session, version: Version) -> list[int]:
    """The ids of those that said yes, and whose yes does not hold for this version."""
    query = select(SignOn.id).where(
        SignOn.letter_id == version.letter_id,
        SignOn.status.in_(READY),
        SignOn.id.not_in(versions.in_force(version)),
    )
    return list(session.scalars(query.order_by(SignOn.place)))


def open_for_signature(letter: Letter) -> Version:
    """Freeze the newest version and open the letter."""
    version = versions.newest(letter)
    versions.freeze(version)
    if letter.stage is LetterStage.DRAFT:
        letter.stage = LetterStage.OPEN
    return version


def set_status(session: Session, ids: Iterable[int], status: SignOnStatus) -> None:
    """Record an answer that is no confirmation: invited, considering, promised, declined … Raises Refused."""
    if status is SignOnStatus.CONFIRMED:
        raise Refused(N_("A confirmation needs to say how we know."))
    now = dt.datetime.now(dt.UTC)
    for sign_on in (get(session, sign_on_id) for sign_on_id in ids):
        sign_on.status = status
        sign_on.withdrawn_at = now if status is SignOnStatus.WITHDRAWN else None
        if status is SignOnStatus.INVITED:
            sign_on.invited_at = sign_on.invited_at or now
        elif status is not SignOnStatus.TO_INVITE:
            sign_on.answered_at = now


def remove(session: Session, ids: Iterable[int]) -> None:
    """Remove sign-ons that never confirmed. Raises Refused with the first line that did: withdraw it instead."""
    for sign_on in [get(session, sign_on_id) for sign_on_id in ids]:
        if sign_on.confirmations:
            text = N_("{line} has confirmed; record a withdrawal instead.")
            raise Refused(text, line=caption(session, sign_on))
        session.delete(sign_on)


def printed(session: Session, sign_on: SignOn, language: str) -> Printed:
    """The line as it would be confirmed now: as given for this letter, else as the directory has it."""
    person = session.get(Person, sign_on.signer_id) if sign_on.signer_id else None
    body = session.get(Organisation, sign_on.organisation_id) if sign_on.organisation_id else None
    code = sign_on.country or (body and body.country) or (person and person.country) or None
    return Printed(
        name=sign_on.printed_name or (person.name if person else ""),
        role=sign_on.printed_role or _role(person, body),
        organisation=sign_on.printed_organisation or (body.name if body else ""),
        acronym=sign_on.printed_acronym or (body.acronym if body else ""),
        country=sign_on.printed_country or (countries.name(code, language) if code else ""),
        country_code=code,
        extra=extra_columns.merged(
            sign_on.capacity,
            body.extra if body else {},
            person.extra if person else {},
            sign_on.extra,
        ),
    )


def caption(session: Session, sign_on: SignOn) -> str:
    """A sign-on's short name for people: "Name, Organisation"."""
    line = printed(session, sign_on, "en")
    return ", ".join(part for part in (line.name, line.organisation) if part)


def derive_keys(session: Session, sign_on: SignOn) -> None:
    """Compute what the sign-on is found by: its line as it is now, and as it was confirmed."""
    line = printed(session, sign_on, "en")
    was = [word for given in sign_on.confirmations for word in (given.organisation, given.name)]
    found = keys(line.organisation, line.name, line.role, line.acronym, line.country, *was)
    sign_on.search_key = found["search_key"]


def derive_keys_of(session: Session, column: InstrumentedAttribute[int | None], *ids: int) -> None:
    """Compute anew what the sign-ons of changed organisations or people are found by."""
    session.flush()
    for sign_on in session.scalars(select(SignOn).where(column.in_(ids))):
        derive_keys(session, sign_on)


def _chosen(session: Session, letter: Letter, ids: Collection[int] | None) -> list[SignOn]:
    query = select(SignOn).where(SignOn.letter_id == letter.id).order_by(SignOn.place)
    every = session.scalars(query.options(selectinload(SignOn.confirmations))).all()
    if ids is None:
        return [sign_on for sign_on in every if sign_on.status in READY]
    unknown = sorted(set(ids) - {sign_on.id for sign_on in every})
    if unknown:
        raise NotFound(N_("“{letter}” has no sign-on {id}."), letter=letter.title, id=unknown[0])
    return [sign_on for sign_on in every if sign_on.id in set(ids)]


def _evidence(session: Session, proof: Proof) -> Evidence:
    digest = assets.keep(session, proof.file) if proof.file else proof.asset_digest
    evidence = Evidence(kind=proof.kind, text=proof.text.strip(), asset_digest=digest)
    evidence.received_at = proof.received_at or dt.datetime.now(dt.UTC)
    session.add(evidence)
    return evidence


def _not_confirming(session: Session, rows: Iterable[SignOn], version: Version) -> list[SignOn]:
    held = set(session.scalars(versions.in_force(version)))
    return [row for row in rows if row.id not in held]


def _record_yes(session: Session, letter: Letter, sign_on: SignOn, evidence: Evidence) -> None:
    """Confirm a line, or renew what was withdrawn. Each yes stamps the sign-on: an older one is then not undone."""
    version = versions.newest(letter)
    now = dt.datetime.now(dt.UTC)
    given = next((one for one in sign_on.confirmations if one.version_id == version.id), None)
    if given is None:
        given = Confirmation(version_id=version.id, evidence=evidence, confirmed_at=now)
        line = printed(session, sign_on, letter.language)
        given.name, given.role = line.name, line.role
        given.organisation, given.acronym = line.organisation, line.acronym
        given.country, given.country_code = line.country, line.country_code
        given.capacity, given.group = sign_on.capacity, sign_on.group
        given.extra = dict(line.extra)
        confirmed_records.write_down(session, given, sign_on)
        sign_on.confirmations.append(given)
    else:
        given.renewals.append(Renewal(evidence=evidence, renewed_at=now))
    sign_on.status, sign_on.withdrawn_at, sign_on.answered_at = SignOnStatus.CONFIRMED, None, now


def _role(person: Person | None, body: Organisation | None) -> str:
    if person is None or body is None:
        return ""
    titles = (role.title for role in person.roles if role.organisation_id == body.id)
    return next(titles, "")
