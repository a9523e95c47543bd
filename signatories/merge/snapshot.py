"""Everything that a run prints, read in one transaction, so that all its products agree."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from signatories import choosing, letters, queries, sign_ons, standing, versions
from signatories.block.ordering import ordered
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from signatories.choosing import Addressed, Selection
from signatories.errors import Refused
from signatories.letter_files import LetterFile
from signatories.models import (
    Articles,
    Confirmation,
    Consent,
    Letter,
    Order,
    Person,
    SignOn,
    Use,
    Version,
)
from signatories.rows import SignOnRow
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose for one run; what is None stands in the letter.

    `draft` takes the newest text, frozen or not, for a preview. `signed_by` cuts the list off, in UTC. `limit` makes
    the letters of the first recipients only; all are counted.
    """

    version: int | None = None
    draft: bool = False
    where: str | None = None
    as_of: dt.date | None = None
    signed_by: dt.datetime | None = None
    order: Order | None = None
    articles: Articles | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A letter, its recipients and its list at one moment.

    `text` is the letter's file of the printed version. `signatories` stand in block order, the withheld among them;
    `sign_ons` are all answers, for internal products. `newest_version` tells whether a newer one exists, and
    `newest_confirmed` how many agree to it; `unconfirmed` names those who said yes, but not to this version.
    """

    letter_id: int
    version: int
    newest_version: int
    newest_confirmed: int
    unconfirmed: tuple[str, ...]
    text: LetterFile
    selection: Selection
    instrument: str
    checked_on: dt.date | None
    signatories: tuple[Signatory, ...]
    sign_ons: tuple[SignOnRow, ...]
    block: BlockSettings
    known_fields: frozenset[str]
    limit: int | None = None
    taken_at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))

    @property
    def recipients(self) -> list[Addressed]:
        """Those whose letters are made, in printing order: all that were chosen, or the first few of them."""
        return self.selection.recipients[: self.limit]

    @property
    def printed(self) -> tuple[Signatory, ...]:
        """The lines that the letter prints, in order."""
        return tuple(line for line in self.signatories if not line.withheld)

    @property
    def public(self) -> "Snapshot":
        """The snapshot for a public list: who is to be in the letter only is withheld from it."""
        lines = (
            replace(line, withheld=line.withheld or line.unlisted) for line in self.signatories
        )
        return replace(self, signatories=tuple(lines))

    def signatories_for(self, recipient: Addressed | None) -> tuple[Signatory, ...]:
        """The list that a recipient may see: without those that refused to be shown to it."""
        if recipient is None:
            return self.signatories
        return tuple(line for line in self.signatories if recipient.id not in line.never_to)


def take(session: Session, letter_id: int, choices: Choices) -> Snapshot:
    """Read a letter and all that its products print. Raises Refused when no version can be printed."""
    letter = letters.get(session, letter_id)
    version = _version(session, letter, choices)
    selection = choosing.selection(session, letter, where=choices.where, as_of=choices.as_of)
    block = _block(letter, choices)
    instrument = standing.instrument_of(session, letter)
    newest = versions.newest(letter)
    confirmed = _signatories(session, version, choices.signed_by)
    return Snapshot(
        letter_id=letter.id,
        version=version.number,
        newest_version=newest.number,
        newest_confirmed=versions.confirmations(session, newest),
        unconfirmed=tuple(
            sign_ons.caption(session, row) for row in sign_ons.unconfirmed(session, version)
        ),
        text=letters.file_of(session, letter, version.number),
        selection=selection,
        instrument=instrument.title if instrument else "",
        checked_on=instrument.checked_on if instrument else None,
        signatories=ordered(confirmed, block.order, letter.language),
        sign_ons=_sign_ons(session, letter.id),
        block=block,
        known_fields=letters.known_fields(session),
        limit=choices.limit,
    )


def _block(letter: Letter, choices: Choices) -> BlockSettings:
    """The settings of the letter's block, with what was chosen for this run."""
    settings = letters.block_of(letter)
    rule = settings.order
    rule = replace(
        rule, order=choices.order or rule.order, articles=choices.articles or rule.articles
    )
    return replace(settings, order=rule)


def _version(session: Session, letter: Letter, choices: Choices) -> Version:
    if choices.draft:
        return versions.newest(letter)
    if choices.version is not None:
        return versions.by_number(letter, choices.version)
    version = versions.printable(session, letter)
    if version is None:
        text = N_(
            "Nobody has confirmed “{letter}” yet: there is nothing to print. Confirm a sign-on first."
        )
        raise Refused(text, letter=letter.title)
    return version


def _signatories(
    session: Session, version: Version, signed_by: dt.datetime | None
) -> list[Signatory]:
    """The confirmed of a version who have not withdrawn: for each the confirmation of the latest accepted version."""
    query = (
        select(Confirmation, SignOn, Person)
        .join(SignOn, SignOn.id == Confirmation.sign_on_id)
        .outerjoin(Person, Person.id == SignOn.signer_id)
        .where(
            Confirmation.version_id.in_(versions.accepted_by(version)),
            SignOn.id.in_(versions.in_force(version)),
        )
        .order_by(Confirmation.version_id)
        .options(selectinload(SignOn.consents))
    )
    if signed_by is not None:
        query = query.where(Confirmation.confirmed_at <= signed_by)
    latest = {row[1].id: row for row in session.execute(query)}
    return [_signatory(*row) for row in latest.values()]


def _signatory(confirmation: Confirmation, sign_on: SignOn, signer: Person | None) -> Signatory:
    """A line as confirmed. The signer's own sort name holds only for the name that was confirmed."""
    same = signer is not None and signer.name == confirmation.name
    return Signatory(
        sign_on_id=sign_on.id,
        name=confirmation.name,
        role=confirmation.role,
        organisation=confirmation.organisation,
        acronym=confirmation.acronym,
        country=confirmation.country,
        country_code=confirmation.country_code,
        capacity=confirmation.capacity,
        group=confirmation.group,
        confirmed_at=confirmation.confirmed_at,
        place=sign_on.place,
        sort_name=signer.sort_name if signer is not None and same else "",
        withheld=_refuses(sign_on.consents, Use.LETTER),
        unlisted=_refuses(sign_on.consents, Use.PUBLIC_LIST),
        never_to=frozenset(
            consent.recipient_id
            for consent in sign_on.consents
            if consent.recipient_id is not None and not consent.allowed
        ),
    )


def _refuses(consents: Iterable[Consent], use: Use) -> bool:
    """Whether a use was refused, also by who is there for the count only."""
    return any(
        consent.allowed if consent.use is Use.COUNT_ONLY else not consent.allowed
        for consent in consents
        if consent.recipient_id is None and consent.use in {use, Use.COUNT_ONLY}
    )


def _sign_ons(session: Session, letter_id: int) -> tuple[SignOnRow, ...]:
    ids = queries.ids(session, queries.SIGN_ONS, SignOn.letter_id == letter_id)
    rows = queries.sign_ons(session, ids)
    return tuple(rows[sign_on_id] for sign_on_id in ids)
