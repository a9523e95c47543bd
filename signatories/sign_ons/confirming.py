"""Confirming: who agreed to a version, with how we know, and the line as it is printed from then on."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from signatories import assets, letters
from signatories.database import Unit
from signatories.errors import NotFound, Refused
from signatories.letters import run_settings, versions
from signatories.models import (
    HAS_SIGNATORY,
    Evidence,
    HowWeKnow,
    Letter,
    LetterStage,
    SignOn,
    SignOnStatus,
    Version,
)
from signatories.recording import among, chunks
from signatories.sign_ons.confirmed_records import Recording
from signatories.sign_ons.outdated import outdated_lines
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
    unit: Unit, letter_id: int, proof: Proof, ids: Collection[int] | None = None
) -> Confirmed:
    """Record that sign-ons agreed to the newest version, which the first confirmation opens and freezes.

    Without ids, all that promised or had confirmed an earlier version. Who has confirmed this version already stays
    as confirmed; who withdrew and agrees again is confirmed with the line of then. Raises Refused without words on
    how we know, or when nobody is left to confirm.
    """
    _refuse_silence([proof])
    letter = letters.get(unit.session, letter_id)
    version = versions.newest(letter)
    chosen = _chosen(unit.session, letter, ids)
    fresh = _not_confirming(unit.session, chosen, version)
    if not fresh:
        text = N_("Nobody is left to confirm version {number} of “{letter}”.")
        raise Refused(text, number=version.number, letter=letter.title)
    (evidence_id,) = _keep(unit, [proof])
    return _record(unit, letter, dict.fromkeys(fresh, evidence_id), len(chosen))


def confirm_anew(
    unit: Unit, letter_id: int, proof: Proof, ids: Collection[int] | None = None
) -> Confirmed:
    """Record that sign-ons agree to be printed as the directory has them now; without ids, all that it has otherwise.

    What they confirmed before stays as it was: the newest version is repeated, with `proof` as the reason, and holds
    their new lines beside everybody else's. Raises Refused without words on how we know, while a version is being
    drafted, and when the directory says of nobody another thing.
    """
    _refuse_silence([proof])
    letter = letters.get(unit.session, letter_id)
    chosen = _chosen(unit.session, letter, ids)
    version = versions.repeat(letter, proof.text.strip())
    unit.session.flush()
    others = {each.sign_on_id for each in outdated_lines(unit.session, version)}
    moved = [sign_on_id for sign_on_id in chosen if sign_on_id in others]
    if not moved:
        raise Refused(N_("The directory says nothing else of them than what is printed."))
    (evidence_id,) = _keep(unit, [proof])
    return _record(unit, letter, dict.fromkeys(moved, evidence_id), len(chosen))


def confirm_each(unit: Unit, letter_id: int, proofs: Mapping[int, Proof]) -> Confirmed:
    """As `confirm`, each sign-on with a proof of its own; that nobody is left is no error.

    Raises Refused without words.
    """
    _refuse_silence(proofs.values())
    letter = letters.get(unit.session, letter_id)
    chosen = _chosen(unit.session, letter, proofs.keys())
    fresh = _not_confirming(unit.session, chosen, versions.newest(letter))
    evidence = _keep(unit, [proofs[sign_on_id] for sign_on_id in fresh])
    return _record(unit, letter, dict(zip(fresh, evidence, strict=True)), len(chosen))


def unconfirmed(session: Session, version: Version) -> list[int]:
    """The ids of those that said yes, and whose yes does not hold for this version."""
    query = select(SignOn.id).where(
        SignOn.letter_id == version.letter_id,
        SignOn.status.in_(READY),
        HAS_SIGNATORY,
        SignOn.id.not_in(versions.in_force(version)),
    )
    return list(session.scalars(query.order_by(SignOn.place)))


def open_for_signature(letter: Letter) -> Version:
    """Freeze the newest version and open the letter. A new text has lists of its own: none of them is chosen yet."""
    version = versions.newest(letter)
    if version.frozen_at is None and "list_number" in letter.run:
        chosen = replace(letters.run_settings_of(letter), list_number=None)
        letter.run = run_settings.to_json(chosen)
    versions.freeze(version)
    if letter.stage is LetterStage.DRAFT:
        letter.stage = LetterStage.OPEN
    return version


def _refuse_silence(proofs: Iterable[Proof]) -> None:
    if not all(proof.text.strip() for proof in proofs):
        raise Refused(N_("Say how you know: nothing is confirmed without it."))


def _chosen(session: Session, letter: Letter, ids: Collection[int] | None) -> list[int]:
    """Who is to be confirmed, in the order of their places. Raises NotFound for one of another letter."""
    of_letter = select(SignOn.place, SignOn.id).where(SignOn.letter_id == letter.id, HAS_SIGNATORY)
    if ids is None:
        found = session.execute(of_letter.where(SignOn.status.in_(READY))).all()
        return [sign_on_id for _, sign_on_id in sorted(found)]
    wanted = sorted(set(ids))
    rows = _by_chunk(session, of_letter, SignOn.id, wanted)
    there = [sign_on_id for _, sign_on_id in sorted(rows)]
    if unknown := sorted(set(wanted).difference(there)):
        raise NotFound(N_("“{letter}” has no sign-on {id}."), letter=letter.title, id=unknown[0])
    return there


def _not_confirming(session: Session, ids: Sequence[int], version: Version) -> list[int]:
    held = {row.id for row in _by_chunk(session, versions.in_force(version), SignOn.id, ids)}
    return [sign_on_id for sign_on_id in ids if sign_on_id not in held]


def _by_chunk(
    session: Session,
    query: Select[*tuple[Any, ...]],
    column: InstrumentedAttribute[int],
    ids: Sequence[int],
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows of a query that have one of these ids in a column."""
    for some in chunks(ids):
        yield from session.execute(query.where(among(column, some)))


def _keep(unit: Unit, proofs: Sequence[Proof]) -> list[int]:
    """Keep how we know; return the ids."""
    now = dt.datetime.now(dt.UTC)
    return unit.insert(
        Evidence,
        [
            {
                "kind": proof.kind,
                "text": proof.text.strip(),
                "asset_digest": (
                    assets.keep(unit.session, proof.file) if proof.file else proof.asset_digest
                ),
                "received_at": proof.received_at or now,
            }
            for proof in proofs
        ],
    )


def _record(unit: Unit, letter: Letter, evidence: Mapping[int, int], chosen: int) -> Confirmed:
    """Record the yes of sign-ons, each with the id of its evidence; so many were `chosen`."""
    fresh, number = list(evidence), versions.newest(letter).number
    if fresh:
        version, language = open_for_signature(letter), letter.language
        _, *corrects = versions.accepted_by(version)
        recording = Recording(unit, version.id, corrects, language, evidence)
        for some in chunks(fresh):
            recording.write(some)
    return Confirmed(number, fresh, chosen - len(fresh))
