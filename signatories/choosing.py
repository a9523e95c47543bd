"""Choosing whom one letter goes to: by its condition, with everybody's standing as of a date."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import countries, recipients
from signatories.countries.table import by_code
from signatories.errors import Refused
from signatories.expressions import conditions
from signatories.expressions.criteria import Kind
from signatories.expressions.vocabulary import FieldRule, Vocabulary
from signatories.models import Letter, Recipient
from signatories.standing import (
    Standing,
    Standings,
    Status,
    instrument_of,
    known_standings,
    why_unknown,
)
from signatories.texts import N_

CONDITION_TEXTS = (
    "name",
    "person",
    "form_of_address",
    "salutation",
    "address",
    "language",
    "email",
)

STANDING_FIELDS = ("status", "since")


@dataclass(frozen=True, slots=True)
class Addressed:
    """A recipient of one letter, with its standing on the letter's day (None without an instrument).

    `state`: it is the State itself, as a treaty's table names it.
    """

    id: int
    name: str
    person: str
    form_of_address: str
    salutation: str
    address: str
    language: str
    country: str | None
    email: str
    extra: dict[str, str]
    standing: Standing | None
    state: bool = False

    def record(self) -> dict[str, str | None]:
        """The values that conditions and fields read, by their names."""
        own: dict[str, str | None] = {
            "name": self.name or None,
            "person": self.person or None,
            "form_of_address": self.form_of_address or None,
            "salutation": self.salutation or None,
            "address": self.address or None,
            "language": self.language or None,
            "email": self.email or None,
        }
        own["country"] = self.country
        own["status"] = self.standing.status.value if self.standing else None
        since = self.standing.since if self.standing else None
        own["since"] = since.isoformat() if since else None
        return {**self.extra, **own}


@dataclass(frozen=True, slots=True)
class Selection:
    """The recipients of a letter in printing order, out of how many, and everybody's standing that day."""

    recipients: list[Addressed]
    candidates: int
    as_of: dt.date
    standings: Standings | None = None
    missing_members: list[str] = field(default_factory=list)


class _Stored(NamedTuple):
    """A recipient as far as letters need it: what `Addressed` begins with, and whether it is the State itself."""

    id: int
    name: str
    person: str
    form_of_address: str
    salutation: str
    address: str
    language: str
    country: str | None
    email: str
    extra: dict[str, str]
    state: bool


_COLUMNS = tuple(getattr(Recipient, column) for column in _Stored._fields)


def vocabulary(session: Session) -> Vocabulary:
    """What a condition on recipients may name, and which values are known."""
    rules = {name: FieldRule() for name in (*recipients.extra_columns(session), *CONDITION_TEXTS)}
    names = tuple(country.english.alone for country in by_code().values())
    rules["country"] = FieldRule(values=names, normalise=_country_code)
    rules["status"] = FieldRule(values=tuple(status.value for status in Status))
    rules["since"] = FieldRule(Kind.DATE)
    return rules


def selection(
    session: Session,
    letter: Letter | None,
    *,
    where: str | None = None,
    as_of: dt.date | None = None,
) -> Selection:
    """The recipients of a letter: those imported for it, else the workspace's, reduced by its condition.

    `where` and `as_of` stand in for the letter's own. Standing is read on `as_of`, else on the letter's day, else
    today. States are left out before they were members of the United Nations. Raises BadText for the condition, and
    Refused when it asks for a standing that no instrument tells.
    """
    day = (
        as_of
        or (letter and (letter.as_of or letter.date))
        or dt.datetime.now(dt.UTC).astimezone().date()
    )
    text = where if where is not None else letter.recipients_where if letter else ""
    words = vocabulary(session) if text else {}
    condition = conditions.parse(text, words, source=N_("recipients"))
    instrument = instrument_of(session, letter)
    known = known_standings(session, instrument, day)
    if known is None and not condition.fields().isdisjoint(STANDING_FIELDS):
        refusal = N_("“{condition}” asks where States stand: {reason}")
        raise Refused(refusal, condition=text, reason=why_unknown(session, instrument))
    stored = _candidates(session, letter)
    there = [recipient for recipient in stored if _exists(recipient, day)]
    chosen = [_addressed(recipient, known) for recipient in there]
    if text:
        chosen = [recipient for recipient in chosen if condition.matches(recipient.record())]
    return Selection(chosen, len(there), day, known, _missing_members(stored, day))


def _candidates(session: Session, letter: Letter | None) -> list[_Stored]:
    in_order = select(*_COLUMNS).order_by(Recipient.sort_key, Recipient.place)
    if letter is not None:
        own = session.execute(in_order.where(Recipient.letter_id == letter.id)).all()
        if own:
            return [_Stored(*row) for row in own]
    workspace = session.execute(in_order.where(Recipient.letter_id.is_(None)))
    return [_Stored(*row) for row in workspace]


def _exists(recipient: _Stored, day: dt.date) -> bool:
    return not (recipient.state and recipient.country) or countries.country(
        recipient.country
    ).is_member(day)


def _missing_members(stored: Sequence[_Stored], day: dt.date) -> list[str]:
    """Member States whose country no recipient has, where recipients are States at all."""
    present = {recipient.country for recipient in stored}
    if not any(recipient.state for recipient in stored):
        return []
    return [
        countries.name(state.iso, "en")
        for state in countries.members(day)
        if state.iso not in present
    ]


def _addressed(recipient: _Stored, known: Standings | None) -> Addressed:
    standing = known.of(recipient.country) if known and recipient.country else None
    return Addressed(*recipient[:-1], standing, recipient.state)


def _country_code(text: str) -> str | None:
    found = countries.find(text)
    return found.iso if found else None
