"""Confirming: who agreed to a version, with how we know, and the line as it is printed from then on."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from signatories import assets, confirmed_records, letters, versions
from signatories.errors import NotFound, Refused
from signatories.models import (
    Confirmation,
    Evidence,
    HowWeKnow,
    Letter,
    LetterStage,
    Renewal,
    SignOn,
    SignOnStatus,
    Version,
)
from signatories.printed_lines import printed
from signatories.texts import N_


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
