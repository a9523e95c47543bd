"""Consents that were taken back since a run: it is printed again as it was, but nobody sends it unaware."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import consents
from signatories.block.signatory import Signatory
from signatories.consents import NOTHING, Given, allows
from signatories.exports import Exporter
from signatories.exports.making import LETTERS
from signatories.findings import Finding, Level
from signatories.merge import refusals
from signatories.merge.snapshot import Snapshot
from signatories.models import SignOn, SignOnStatus, Use
from signatories.models.block import Place
from signatories.texts import N_, listed, message

_WITHOUT_PICTURES = frozenset({"txt", "xlsx"})  # formats

Pairs = list[tuple[Signatory, Signatory]]
"""Each line as it is printed again, and as it would be allowed now."""


def findings(session: Session, made: Snapshot, exporter: Exporter) -> list[Finding]:
    """Warnings that name whom a product shows as they do not allow any more; none where it shows nobody."""
    content = exporter.content
    if not content.needs_confirmed:
        return []
    allowed = replace(made, signatories=tuple(_allowed_now(session, made)))
    shown = content.shown(made)
    pairs = list(zip(shown.signatories, content.shown(allowed).signatories, strict=True))
    found = [_about(_GONE, [was for was, now in pairs if now.withheld and not was.withheld])]
    if content is LETTERS and shown.block.place is not Place.COUNT_ONLY:
        found.append(_about(_NOT_TO, _refused_to(shown, pairs)))
    if exporter.format not in _WITHOUT_PICTURES:
        found.append(_about(_PICTURES, _pictured(shown, pairs)))
    return [finding for some in found for finding in some]


_GONE = N_("%n of those printed have withdrawn since, or refuse to be named now: {names}.")
_NOT_TO = N_("%n of those printed must not be shown to some of these recipients now: {names}.")
_PICTURES = N_("%n of those printed do not allow their logo or scanned signature now: {names}.")


def _about(text: str, lines: Iterable[Signatory]) -> list[Finding]:
    names = [line.line for line in lines]
    words = message(text, n=len(names), names=listed(names))
    return [Finding(Level.WARNING, words, tuple(names))] if names else []


def _allowed_now(session: Session, snapshot: Snapshot) -> Iterable[Signatory]:
    """The lines with what consent has taken from them since."""
    still = (SignOn.letter_id == snapshot.letter_id) & (SignOn.status == SignOnStatus.CONFIRMED)
    signing = set(session.scalars(select(SignOn.id).where(still)))
    said = consents.of_letter(session, snapshot.letter_id)
    lines = [
        _allowed(line, said.get(line.sign_on_id, NOTHING), signs=line.sign_on_id in signing)
        for line in snapshot.signatories
    ]
    return refusals.settle(session, lines, snapshot.selection.recipients)[0]


def _allowed(line: Signatory, given: Given, *, signs: bool) -> Signatory:
    uses = given.uses
    return line._replace(
        withheld=line.withheld or not signs or not allows(uses, Use.LETTER),
        unlisted=line.unlisted or not allows(uses, Use.PUBLIC_LIST),
        logo=line.logo if allows(uses, Use.LOGO) else None,
        signature=line.signature if allows(uses, Use.SIGNATURE) else None,
        never_to=line.never_to | given.never_to,
    )


def _refused_to(shown: Snapshot, pairs: Pairs) -> list[Signatory]:
    """Who stands in the letter to somebody that must not see it now, and is not gone from all."""
    refusing: defaultdict[int, set[int]] = defaultdict(set)  # sign-ons, by recipient
    for was, now in pairs:
        for id_ in now.never_to - was.never_to if not now.withheld else ():
            refusing[id_].add(now.sign_on_id)
    found: set[int] = set()
    for recipient in shown.recipients:
        if refused := refusing.get(recipient.id):
            lines = shown.signatories_for(recipient)
            found |= refused & {line.sign_on_id for line in lines if not line.withheld}
    return [was for was, _ in pairs if was.sign_on_id in found]


def _pictured(shown: Snapshot, pairs: Pairs) -> Iterator[Signatory]:
    """Whose picture is printed and not allowed now, of those that may be named at all."""
    for was, now in pairs:
        refused = {was.logo, was.signature} - {now.logo, now.signature, None}
        if not now.withheld and not refused.isdisjoint(shown.images):
            yield was
