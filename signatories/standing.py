"""Where each State stands towards an instrument, as of a date."""

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.errors import NotFound
from signatories.expressions.hints import nearest
from signatories.models import Act, ActKind, Instrument, Letter
from signatories.texts import N_, Message, message

LISTED = 2  # titles in one sentence
_NO_TABLE = N_("import the table of the instrument.")


class Status(enum.Enum):
    """A State's standing, in the words that filters use."""

    PARTY = "party"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
    NO_ACTION = "no action"


JOINING = frozenset(
    {
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and the day since which it holds (None where nothing was done)."""

    status: Status
    since: dt.date | None = None


NOTHING = Standing(Status.NO_ACTION)


@dataclass(frozen=True, slots=True)
class Standings:
    """Everybody's standing towards one instrument on one day.

    `others` are participants without a country of ours: they count, though no letter can be addressed by them.
    """

    as_of: dt.date
    by_country: dict[str, Standing] = field(default_factory=dict)
    others: dict[str, Standing] = field(default_factory=dict)

    def of(self, country: str | None) -> Standing:
        """The standing of a country by its code; those that the table does not name have done nothing."""
        return self.by_country.get(country or "", NOTHING)

    def count(self, status: Status) -> int:
        """How many participants have that status, members of the United Nations or not."""
        everybody = (*self.by_country.values(), *self.others.values())
        return sum(standing.status is status for standing in everybody)


def standing(acts: Iterable[tuple[ActKind, dt.date]], as_of: dt.date) -> Standing:
    """What the acts up to a day amount to. An act known by month or year only counts from its first day.

    On one day a State signs, then joins, then withdraws. Who is a party stays one since the day it joined.
    """
    result = NOTHING
    for kind, date in sorted(acts, key=_in_order):
        if date > as_of:
            break
        if kind is ActKind.WITHDRAWAL:
            result = Standing(Status.WITHDRAWN, date)
        elif result.status is Status.PARTY:
            continue
        elif kind in JOINING:
            result = Standing(Status.PARTY, date)
        else:
            result = Standing(Status.SIGNED, date)
    return result


def _in_order(act: tuple[ActKind, dt.date]) -> tuple[dt.date, int]:
    kind, date = act
    return date, 0 if kind is ActKind.SIGNATURE else 2 if kind is ActKind.WITHDRAWAL else 1


def standings(session: Session, instrument_id: int, as_of: dt.date) -> Standings:
    """Everybody's standing towards an instrument on a day."""
    acts: dict[tuple[str | None, str], list[tuple[ActKind, dt.date]]] = {}
    columns = (Act.country, Act.participant, Act.kind, Act.date)
    rows = session.execute(select(*columns).where(Act.instrument_id == instrument_id))
    for country, participant, kind, date in rows:
        acts.setdefault((country, "" if country else participant), []).append((kind, date))
    result = Standings(as_of)
    for (country, participant), done in acts.items():
        if country:
            result.by_country[country] = standing(done, as_of)
        else:
            result.others[participant] = standing(done, as_of)
    return result


def instrument_of(session: Session, letter: Letter | None) -> Instrument | None:
    """The letter's instrument, else the workspace's only one; None when there are several to choose from."""
    if letter is not None and letter.instrument_id is not None:
        return session.get_one(Instrument, letter.instrument_id)
    found = session.scalars(select(Instrument).order_by(Instrument.id).limit(2)).all()
    return found[0] if len(found) == 1 else None


def known_standings(
    session: Session, instrument: Instrument | None, as_of: dt.date
) -> Standings | None:
    """Everybody's standing on a day; None where no table tells it. A table without acts tells nothing."""
    known = standings(session, instrument.id, as_of) if instrument else None
    return known if known and (known.by_country or known.others) else None


def why_unknown(session: Session, instrument: Instrument | None) -> Message:
    """Why nobody's standing is known, and what to do about it."""
    if instrument is not None:
        return without_table(session, instrument.title) or message(_NO_TABLE)
    titles = session.scalars(select(Instrument.title).order_by(Instrument.id).limit(LISTED)).all()
    if not titles:
        return message(_NO_TABLE)
    text = N_("there are several instruments ({titles} …), and the letter must name one.")
    return message(text, titles=", ".join(titles))


def without_table(session: Session, title: str) -> Message | None:
    """Say so when an instrument of that title has no acts (or is not there), with the nearest one that has."""
    told = session.scalars(select(Instrument.title).where(Instrument.acts.any())).all()
    if title.casefold() in (other.casefold() for other in told):
        return None
    if not told:
        return message(N_("“{title}” has no table yet: import it."), title=title)
    text = N_(
        "“{title}” has no table yet: import it. The nearest title that has one is “{nearest}”."
    )
    return message(text, title=title, nearest=nearest(title, told))


class KnownInstrument(NamedTuple):
    """An instrument. `checked_on`: the last day on which somebody held its table against its source."""

    id: int
    title: str
    checked_on: dt.date | None


def known_instruments(session: Session) -> tuple[KnownInstrument, ...]:
    """Every instrument, by title."""
    columns = (Instrument.id, Instrument.title, Instrument.checked_on)
    found = session.execute(select(*columns).order_by(Instrument.title, Instrument.id))
    return tuple(KnownInstrument(*row) for row in found)


def set_checked(session: Session, instrument_id: int, day: dt.date | None) -> None:
    """Note the last day on which somebody held an instrument's table against the source."""
    session.get_one(Instrument, instrument_id).checked_on = day


def find_instrument(session: Session, title: str) -> Instrument:
    """The instrument of that title, upper and lower case alike. Raises NotFound."""
    for instrument in session.scalars(select(Instrument)):
        if instrument.title.casefold() == title.casefold():
            return instrument
    raise NotFound(N_("There is no instrument “{title}”."), title=title)
