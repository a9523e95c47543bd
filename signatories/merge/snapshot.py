"""Everything that a run prints, read in one transaction, so that all its products agree."""

import datetime as dt
from dataclasses import dataclass, field, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from signatories import choosing, letters, queries, standing, versions
from signatories.choosing import Addressed, Selection
from signatories.errors import Refused
from signatories.letter_files import LetterFile
from signatories.merge.ordering import Articles, Order, ordered
from signatories.merge.signatory import Signatory
from signatories.models import (
    Confirmation,
    Consent,
    Letter,
    Person,
    SignOn,
    SignOnStatus,
    Use,
    Version,
)
from signatories.queries import SignOnRow
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose for one run; what is None stands in the letter.

    `draft` takes the newest text, frozen or not, for a preview. `signed_by` cuts the list off, in UTC. `limit` keeps
    the first recipients only.
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
    `sign_ons` are all answers, for internal products. `newest_version` tells whether a newer draft exists.
    """

    letter_id: int
    version: int
    newest_version: int
    text: LetterFile
    selection: Selection
    instrument: str
    checked_on: dt.date | None
    signatories: tuple[Signatory, ...]
    sign_ons: tuple[SignOnRow, ...]
    order: Order
    articles: Articles
    known_fields: frozenset[str]
    taken_at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))

    @property
    def recipients(self) -> list[Addressed]:
        """The recipients in printing order."""
        return self.selection.recipients

    @property
    def printed(self) -> tuple[Signatory, ...]:
        """The lines of the public list, in order."""
        return tuple(line for line in self.signatories if not line.withheld)

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
    if choices.limit is not None:
        selection = replace(selection, recipients=selection.recipients[: choices.limit])
    order = choices.order or Order(letter.block.get("order", Order.ORGANISATION.value))
    articles = choices.articles or Articles(letter.block.get("articles", Articles.COUNT.value))
    instrument = standing.instrument_of(session, letter)
    confirmed = _signatories(session, version, choices.signed_by)
    return Snapshot(
        letter_id=letter.id,
        version=version.number,
        newest_version=versions.newest(letter).number,
        text=letters.file_of(session, letter, version.number),
        selection=selection,
        instrument=instrument.title if instrument else "",
        checked_on=instrument.checked_on if instrument else None,
        signatories=ordered(confirmed, order, articles, letter.language),
        sign_ons=_sign_ons(session, letter.id),
        order=order,
        articles=articles,
        known_fields=letters.known_fields(session),
    )


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
        select(Confirmation, SignOn, func.coalesce(Person.sort_name, ""))
        .join(SignOn, SignOn.id == Confirmation.sign_on_id)
        .outerjoin(Person, Person.id == SignOn.signer_id)
        .where(
            Confirmation.version_id.in_(versions.accepted_by(version)),
            SignOn.status == SignOnStatus.CONFIRMED,
        )
        .order_by(Confirmation.version_id)
        .options(selectinload(SignOn.consents))
    )
    if signed_by is not None:
        query = query.where(Confirmation.confirmed_at <= signed_by)
    latest = {row[1].id: row for row in session.execute(query)}
    return [_signatory(*row) for row in latest.values()]


def _signatory(confirmation: Confirmation, sign_on: SignOn, sort_name: str) -> Signatory:
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
        sort_name=sort_name,
        withheld=any(_withholds(consent) for consent in sign_on.consents),
        never_to=frozenset(
            consent.recipient_id
            for consent in sign_on.consents
            if consent.recipient_id is not None and not consent.allowed
        ),
    )


def _withholds(consent: Consent) -> bool:
    """Refused for the letter itself, or given for the count only."""
    if consent.recipient_id is not None:
        return False
    return (
        consent.allowed
        if consent.use is Use.COUNT_ONLY
        else (consent.use is Use.LETTER and not consent.allowed)
    )


def _sign_ons(session: Session, letter_id: int) -> tuple[SignOnRow, ...]:
    ids = queries.ids(session, queries.SIGN_ONS, SignOn.letter_id == letter_id)
    rows = queries.sign_ons(session, ids)
    return tuple(rows[sign_on_id] for sign_on_id in ids)
