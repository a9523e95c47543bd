"""What in a workspace is a person's own: found by ids, since names decide nothing alone."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.directory import people
from signatories.duplicates import MESSAGES
from signatories.erasing.traces import Traces
from signatories.errors import NotFound
from signatories.models import (
    Capacity,
    Change,
    ChangeSet,
    Confirmation,
    Evidence,
    Person,
    Recipient,
    Renewal,
    SignOn,
    SignOnStatus,
)
from signatories.recording import last_logged, logged, logged_of
from signatories.texts import N_

ANSWERED = frozenset({SignOnStatus.CONFIRMED, SignOnStatus.DECLINED, SignOnStatus.WITHDRAWN})
"""Answers that are counted when nobody knows any more whose they were."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """The ids of what is a person's. `people` are the person's own and those of records that were merged into it.

    Sign-ons: `own` are counted from now on without a name, `unanswered` go, `signed` stay as their organisations'.
    `confirmations` are those in the person's name, `evidence` that of nobody else. `assets` are the digests of files
    of nobody else, `shared` those that stay since others need them. `alike` are recipients of the same name without
    the same e-mail address: maybe somebody else.
    """

    person_id: int
    people: tuple[int, ...]
    traces: Traces
    own: tuple[int, ...]
    unanswered: tuple[int, ...]
    signed: tuple[int, ...]
    contact: tuple[int, ...]
    confirmations: tuple[int, ...]
    evidence: tuple[int, ...]
    assets: tuple[str, ...]
    shared: tuple[str, ...]
    recipients: tuple[int, ...]
    alike: tuple[int, ...]

    @property
    def sign_ons(self) -> tuple[int, ...]:
        """All sign-ons that change or go."""
        return tuple({*self.own, *self.unanswered, *self.signed, *self.contact})


def find(session: Session, person_id: int) -> Belongings:
    """Find what is a person's. Raises NotFound."""
    person = _person(session, person_id)
    merged = tuple(_with_merged(session, person_id))
    signing = list(session.scalars(select(SignOn).where(SignOn.signer_id == person_id)))
    traces = _traces(session, person, merged, signing)
    by_person = list(_confirmed_by(session, person_id, traces))
    own = [sign_on for sign_on in signing if _is_own(sign_on)]
    gone = [one.id for one in own if one.status not in ANSWERED and not one.confirmations]
    confirmations = {each.id for one in own for each in one.confirmations}
    confirmations |= {each.id for each in by_person}
    used, others = _evidence(session, confirmations)
    certain, alike = _recipients(session, traces)
    assets, shared = _files(session, person, used, others)
    return Belongings(
        person_id,
        merged,
        traces,
        own=tuple(one.id for one in own if one.id not in gone),
        unanswered=tuple(gone),
        signed=tuple(_signed(signing, own, by_person)),
        contact=tuple(session.scalars(select(SignOn.id).where(SignOn.contact_id == person_id))),
        confirmations=tuple(sorted(confirmations)),
        evidence=tuple(sorted(used - others)),
        assets=assets,
        shared=shared,
        recipients=certain,
        alike=alike,
    )


def _person(session: Session, person_id: int) -> Person:
    """The person. One that only the history still names must be brought back first. Raises NotFound."""
    person = session.get(Person, person_id)
    removed = None if person else last_logged(session, "people", person_id)
    if removed and not removed.is_erased:
        text = N_(
            "Person {id} was removed or merged, and the history still names them. Undo that first, then erase them."
        )
        raise NotFound(text, id=person_id)
    return person or people.get(session, person_id)


def _confirmed_by(session: Session, person_id: int, traces: Traces) -> Iterator[Confirmation]:
    """Confirmations by a person. Where the first schema did not say, those of their sign-ons in their name."""
    yield from session.scalars(select(Confirmation).where(Confirmation.signer_id == person_id))
    of_sign_on = select(SignOn.id).where(SignOn.signer_id == person_id)
    unsaid = Confirmation.extra.is_(None), Confirmation.signer_id.is_(None)
    for each in session.scalars(
        select(Confirmation).where(*unsaid, Confirmation.sign_on_id.in_(of_sign_on))
    ):
        if traces.is_name(each.name):
            yield each


def _is_own(sign_on: SignOn) -> bool:
    """Whether somebody signs in their own name, also where an organisation identifies them."""
    return sign_on.organisation_id is None or sign_on.capacity is not Capacity.ORGANISATION


def _signed(
    signing: Iterable[SignOn], own: Collection[SignOn], by_person: Iterable[Confirmation]
) -> Iterator[int]:
    """The sign-ons of organisations that the person signs, or signed before somebody else did."""
    found = {sign_on.id for sign_on in signing} | {each.sign_on_id for each in by_person}
    yield from sorted(found - {sign_on.id for sign_on in own})


def _with_merged(session: Session, person_id: int) -> Iterator[int]:
    """The person, and all who were merged into it, or into one of those, unless that was undone."""
    yield person_id
    merging = select(ChangeSet.id).where(
        ChangeSet.message == MESSAGES["people"],
        ChangeSet.undone_by_id.is_(None),
        ChangeSet.values["person"].as_integer() == person_id,
    )
    gone = Change.change_set_id.in_(merging), Change.subject == "people", Change.action == "delete"
    for row in logged(session, *gone):
        yield from _with_merged(session, row.row_id)


def _traces(
    session: Session, person: Person, people: Iterable[int], signing: Iterable[SignOn]
) -> Traces:
    """All that the person is and was ever called, printed as, and reached by.

    The record itself comes first: its history may be empty, since somebody of the same name was erased.
    """
    words = {name: {getattr(person, name)} for name in _KNOWN_BY}
    for row_id in people:
        for row in logged_of(session, "people", row_id):
            for image in filter(None, (row.before, row.after)):
                of_image = json.loads(image)
                for name, known in words.items():
                    known.add(of_image.get(name, ""))
    names = words["name"] | words["sort_name"]
    names |= _alike({sign_on.printed_name for sign_on in signing}, names)
    return Traces(
        *(tuple(sorted(each - {""})) for each in (names, words["email"], words["telephone"]))
    )


_KNOWN_BY = ("name", "sort_name", "email", "telephone")
_WORD = re.compile(r"\w{4,}")  # shorter ones are articles and titles


def _alike(printed: Iterable[str], names: Iterable[str]) -> set[str]:
    """Which of the names that somebody is printed under have a word of their own names: not "The Board"."""
    words = {word for name in names for word in _WORD.findall(fold(name))}
    return {name for name in printed if not words.isdisjoint(_WORD.findall(fold(name)))}


def _evidence(session: Session, confirmations: Collection[int]) -> tuple[set[int], set[int]]:
    """The evidence of these confirmations, and that of all others."""
    naming = (
        select(Confirmation.evidence_id, Confirmation.id),
        select(Renewal.evidence_id, Renewal.confirmation_id),
    )
    used: set[int] = set()
    others: set[int] = set()
    for query in naming:
        for evidence, confirmation in session.execute(query):
            (used if confirmation in confirmations else others).add(evidence)
    return used, others


def _files(
    session: Session, person: Person, used: Collection[int], others: Collection[int]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The digests of files that only this person needs, and of those that others need too.

    A list that many have signed, or a mail about several, is evidence for all of them.
    """
    kept = {person.signature_digest} - {None}
    needed = set(session.scalars(select(Person.signature_digest).where(Person.id != person.id)))
    for row_id, digest in session.execute(select(Evidence.id, Evidence.asset_digest)):
        if digest is not None and row_id in used:
            kept.add(digest)
        if row_id in others:
            needed.add(digest)
    files = {digest for digest in kept if digest}
    return tuple(sorted(files - needed)), tuple(sorted(files & needed))


def _recipients(session: Session, traces: Traces) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The recipients who are this person by an e-mail address, and those who may be by name."""
    certain: list[int] = []
    alike: list[int] = []
    emails = {fold(email) for email in traces.emails}
    columns = Recipient.id, Recipient.name, Recipient.person, Recipient.email
    for row_id, name, of_person, address in session.execute(select(*columns)):
        if not (traces.is_name(name) or traces.is_name(of_person)):
            continue
        (certain if fold(address) in emails else alike).append(row_id)
    return tuple(certain), tuple(alike)
