"""Choosing whom one letter goes to: by its condition, with everybody's standing as of a date."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from signatories import countries, recipients
from signatories.collation import sort_key
from signatories.countries.table import by_code
from signatories.errors import Refused
from signatories.expressions import conditions
from signatories.expressions.criteria import Condition, Kind
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
_OWN = frozenset({*CONDITION_TEXTS, "country", *STANDING_FIELDS})


@dataclass(frozen=True, slots=True)
class Addressed:
    """A recipient of one letter, with its standing on the letter's day (None without an instrument).

    `state`: it is the State itself, as a treaty's table names it. `named_on`: the day whose name its country has,
    that of the letter; None: today.
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
    state: bool = False
    standing: Standing | None = None
    named_on: dt.date | None = None

    def record(self) -> dict[str, str | None]:
        """The values that conditions and fields read, by their names."""
        return {name: self.value(name) for name in (*self.extra, *_OWN)}

    def value(self, name: str) -> str | None:
        """The value of that name; None where there is none."""
        if name not in _OWN:
            return self.extra.get(name)
        if name == "status":
            return self.standing.status.value if self.standing else None
        if name == "since":
            since = self.standing.since if self.standing else None
            return since.isoformat() if since else None
        own: str | None = getattr(self, name)
        return own or None


@dataclass(frozen=True, slots=True)
class Later:
    """What today would change: who would no longer be written to, as they stand now, and who would be too."""

    leaving: tuple[Addressed, ...]
    joining: tuple[Addressed, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The recipients of a letter in printing order, out of how many, and everybody's standing that day.

    `by_standing`: where a State stands decides whether it is chosen. `later` is what today would change; None where it
    changes nothing.
    """

    recipients: list[Addressed]
    candidates: int
    as_of: dt.date
    standings: Standings | None = None
    missing_members: list[str] = field(default_factory=list)
    by_standing: bool = False
    later: Later | None = None


_COLUMNS = {
    each.name: getattr(Recipient, each.name)
    for each in fields(Addressed)
    if each.name not in {"standing", "named_on"}
} | {"extra": type_coerce(Recipient.extra, String)}  # as it is stored


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
    today = dt.datetime.now(dt.UTC).astimezone().date()
    day = as_of or (letter and (letter.as_of or letter.date)) or today
    text = where if where is not None else letter.recipients_where if letter else ""
    condition = _condition(session, text)
    instrument = instrument_of(session, letter)
    known = known_standings(session, instrument, day)
    asks_standing = not condition.fields().isdisjoint(STANDING_FIELDS)
    if known is None and asks_standing:
        refusal = N_("“{condition}” asks where States stand: {reason}")
        raise Refused(refusal, condition=text, reason=why_unknown(session, instrument))
    stored = _candidates(session, letter, known)
    there = [recipient for recipient in stored if _exists(recipient, day)]
    chosen = [each for each in there if not text or condition.matches(each.record())]
    later = None
    if asks_standing and day < today:
        later = _changed(there, condition, known_standings(session, instrument, today))
    missing = _missing_members(stored, day)
    return Selection(_as_named_then(chosen), len(there), day, known, missing, asks_standing, later)


def _condition(session: Session, text: str) -> Condition:
    """The condition on recipients, whose further columns are looked up where it says anything."""
    words = vocabulary(session) if text else {}
    return conditions.parse(text, words, source=N_("recipients"))


def _candidates(
    session: Session, letter: Letter | None, known: Standings | None
) -> list[Addressed]:
    in_order = select(*_COLUMNS.values()).order_by(Recipient.sort_key, Recipient.place)
    rows: Sequence[Sequence[Any]] = ()
    if letter is not None:
        rows = session.execute(in_order.where(Recipient.letter_id == letter.id)).all()
    if not rows:
        rows = session.execute(in_order.where(Recipient.letter_id.is_(None))).all()
    day = letter.date if letter else None
    return [_addressed(dict(zip(_COLUMNS, row, strict=True)), known, day) for row in rows]


def _addressed(stored: dict[str, Any], known: Standings | None, day: dt.date | None) -> Addressed:
    stored["extra"] = _extra(stored["extra"])
    return Addressed(**stored, standing=_standing(stored["country"], known), named_on=day)


@lru_cache(maxsize=1 << 10)
def _extra(stored: str) -> dict[str, str]:
    """The values of extra columns, to be left as they are: many recipients share them."""
    values: dict[str, str] = json.loads(stored)
    return values


def _as_named_then(chosen: list[Addressed]) -> list[Addressed]:
    """The same, States under the names of the letter's day, in their order; not where somebody wrote another name."""
    named = [_then(each) if each.state and each.country else each for each in chosen]
    if named == chosen:
        return chosen
    return sorted(named, key=lambda each: sort_key(each.name, "en"))


def _then(state: Addressed) -> Addressed:
    present, then = (countries.name(state.country or "", "en", on) for on in (None, state.named_on))
    return state if state.name != present or then == present else replace(state, name=then)


def _changed(
    there: Sequence[Addressed], condition: Condition, known: Standings | None
) -> Later | None:
    """Whom a condition chooses otherwise with these standings."""
    leaving, joining = [], []
    for recipient in there:
        standing = _standing(recipient.country, known)
        if standing == recipient.standing:
            continue
        moved = replace(recipient, standing=standing)
        was, will_be = condition.matches(recipient.record()), condition.matches(moved.record())
        if was and not will_be:
            leaving.append(moved)
        elif will_be and not was:
            joining.append(moved)
    if not leaving and not joining:
        return None
    return Later(tuple(leaving), tuple(joining))


def _standing(country: str | None, known: Standings | None) -> Standing | None:
    return known.of(country) if known and country else None


def _exists(recipient: Addressed, day: dt.date) -> bool:
    return not (recipient.state and recipient.country) or countries.country(
        recipient.country
    ).is_member(day)


def _missing_members(stored: Sequence[Addressed], day: dt.date) -> list[str]:
    """Member States whose country no recipient has, where recipients are States at all."""
    present = {recipient.country for recipient in stored}
    if not any(recipient.state for recipient in stored):
        return []
    return [
        countries.name(state.iso, "en")
        for state in countries.members(day)
        if state.iso not in present
    ]


def _country_code(text: str) -> str | None:
    found = countries.find(text)
    return found.iso if found else None
