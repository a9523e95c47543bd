"""Plans a treaty table: what each participant did, and the member States that letters may go to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import countries
from signatories.collation import fold
from signatories.errors import NotFound, Refused
from signatories.imports.cell_lots import CellLot, Cells
from signatories.imports.planned import ImportRequest
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning.treaties import TreatyRow, read_row
from signatories.imports.verdicts import ReadRow, RowByRow, State, Verdict
from signatories.matching.records import Match
from signatories.models import Act, ActKind, Instrument, Letter, Recipient
from signatories.sources.opening import PASTED
from signatories.standing import JOINING, find_instrument
from signatories.texts import N_, Message, listed, message

_STAGES = {kind: "ratification" if kind in JOINING else kind.value for kind in ActKind}
_LISTED = 20  # names in one warning; all of them stand in the rows
_NOTHING = message(N_("It tells no date, and is no State that we know: there is nothing to keep."))
_IN_EARLIER_ROW = message(N_("This participant stands in an earlier row."))
_UNKNOWN = N_(
    "Counted among the parties, though no State that we know: %n participant(s), {names}."
)
_BROUGHT = N_(
    "%n State(s) of the table will be recipients, since there are none for them: {names}."
)
_NOT_NAMED = N_("The table does not name the State of %n recipient(s): {names}.")
_SILENT = N_(
    "%n member State(s) that the table does not name come in as recipients without action."
)
_HOLDS_ON = N_("The table says that it holds as at {day}: that is noted as the day it was checked.")
_HOLDS_NOT = N_(
    "The table says that it holds as at {day}, but has an act of {later}. Note beside the letter's treaty when you "
    "last held it against its source."
)
_TELLS_NO_DAY = message(
    N_(
        "The table does not say as at which day it holds. Note beside the letter's treaty when you last held it "
        "against its source."
    )
)

Facts = frozenset[tuple[ActKind, dt.date, str]]


@dataclass(frozen=True, slots=True)
class TreatyMaking:
    """What the table brings along: its instrument (id None: a new one), the day on which it says to hold, and States
    to write to. `is_news`: whether any of it is not there yet.
    """

    title: str
    instrument_id: int | None
    source: str
    checked_on: dt.date | None
    states: tuple[str, ...]
    is_news: bool


class TreatyNotNamed(Refused):
    """A pasted table has no file whose name could be the treaty's."""


class TreatyPlanner(RowByRow):
    """Compares rows with the acts of one instrument."""

    subject = "participant"
    places = ()

    def __init__(
        self,
        session: Session,
        request: ImportRequest,
        file: str,
        month_first: Mapping[str, bool],
        checked_on: dt.date | None,
    ) -> None:
        instrument = _instrument(session, request, file)
        self.title = instrument.title if instrument else _title(request, file)
        self.instrument_id = instrument.id if instrument else None
        self.source = file
        self._checked_before = instrument.checked_on if instrument else None
        self._letter_waits = _has_other(session, request.letter_id, instrument)
        self._there = _recipients(session, request.letter_id)
        self.states = _missing_states({country for _, country in self._there})
        self._stored = _facts(session, self.instrument_id)
        self._seen: dict[str, int] = {}
        self._month_first, self._told_day = month_first, checked_on
        self._latest = dt.date.min

    def read(self, lot: CellLot) -> list[ReadRow]:
        """Read rows: participants and what they did."""
        return [_read(cells, self._month_first) for cells in lot.each()]

    def name(self, entry: TreatyRow) -> str:
        """The participant of a row."""
        return entry.participant

    def decide_row(self, line: int, row: ReadRow, _earlier: Callable[[int], TreatyRow]) -> Verdict:
        """Decide what a row is: a participant new to the instrument, known the same, or with other acts."""
        entry: TreatyRow = row.entry
        key = entry.country or fold(entry.participant)
        if (earlier := self._seen.setdefault(key, line)) != line:
            match = Match("participant", -earlier, entry.participant, 0.9, _IN_EARLIER_ROW)
            return Verdict(State.DUPLICATE, matches=(match,))
        if not entry.acts and not self._is_there(key, entry.country):
            return Verdict(State.ERROR, problems=(_NOTHING,))
        self._latest = max([self._latest, *(act.date for act in entry.acts)])
        return Verdict(self._state(key, entry))

    @property
    def _checked_on(self) -> dt.date | None:
        """The day that the table tells, unless it has a later act."""
        return self._told_day if self._told_day and self._told_day >= self._latest else None

    @property
    def made(self) -> TreatyMaking:
        """What the table brings beside its rows."""
        day, before = self._checked_on, self._checked_before
        is_later = day is not None and (before is None or day > before)
        is_news = bool(self.states) or is_later or self._letter_waits
        return TreatyMaking(self.title, self.instrument_id, self.source, day, self.states, is_news)

    def settle(self) -> None:
        """Nothing: a treaty has few rows."""

    def warnings(self, rows: Iterable[PlannedRow]) -> list[Message]:
        """What a reader of the plan should know beside its rows."""
        participants = [row.entry for row in rows if row.entry]
        unknown = [each.participant for each in participants if each.country is None]
        named = {each.country for each in participants}
        silent = [code for code in self.states if code not in named]
        found = []
        if unknown:
            found.append(message(_UNKNOWN, n=len(unknown), names=listed(unknown, _LISTED)))
        if silent:
            found.append(message(_SILENT, n=len(silent)))
        if self._checked_on:
            found.append(message(_HOLDS_ON, day=self._checked_on.isoformat()))
        elif self._told_day:
            days = {"day": self._told_day.isoformat(), "later": self._latest.isoformat()}
            found.append(message(_HOLDS_NOT, **days))
        elif self.instrument_id is None:
            found.append(_TELLS_NO_DAY)
        return [*found, *self._without_partner(named)]

    def _is_there(self, key: str, country: str | None) -> bool:
        """Whether a participant is, or will be, in the workspace without any act of this row."""
        recipients = {there for _, there in self._there}
        return key in self._stored or country in self.states or country in recipients

    def _without_partner(self, named: set[str | None]) -> list[Message]:
        """Both sides of a table that is joined to recipients who are there already."""
        brought = [countries.name(code, "en") for code in self.states if code in named]
        left = [name for name, country in self._there if country not in named]
        found = []
        if self._there and brought:
            found.append(message(_BROUGHT, n=len(brought), names=listed(brought, _LISTED)))
        if left:
            found.append(message(_NOT_NAMED, n=len(left), names=listed(left, _LISTED)))
        return found

    def _state(self, key: str, row: TreatyRow) -> State:
        given = frozenset((act.kind, act.date, act.precision.value) for act in row.acts)
        stored = self._stored.get(key) if given else frozenset()
        if stored is None or row.country in self.states:
            return State.NEW
        return State.SAME if given <= stored else State.UPDATE


def stage(kind: ActKind) -> str:
    """Signature, ratification (or what stands for it) or withdrawal: of each a State has one in a table."""
    return _STAGES[kind]


def _read(cells: Cells, month_first: Mapping[str, bool]) -> ReadRow:
    row = read_row(cells, month_first)
    fields = {name: " ".join(cell.split()) for name, cell in cells.items() if cell.strip()}
    if row.country:
        fields["country"] = row.country
    missing = () if row.participant else (message(N_("There is no participant in this row.")),)
    return ReadRow(fields, row, (*missing, *row.problems))


def _instrument(session: Session, request: ImportRequest, file: str) -> Instrument | None:
    """The one named; else the letter's own that waits for its table or was read from this file; else the file's."""
    letter = session.get(Letter, request.letter_id) if request.letter_id else None
    if not request.instrument and letter and letter.instrument_id:
        own = session.get_one(Instrument, letter.instrument_id)
        acts = select(func.count()).where(Act.instrument_id == own.id)
        if own.source == file or not session.scalar(acts):
            return own
    try:
        return find_instrument(session, _title(request, file))
    except NotFound:
        return None


def _has_other(session: Session, letter_id: int | None, instrument: Instrument | None) -> bool:
    """Whether the letter that the table is for has another instrument, or none."""
    letter = session.get(Letter, letter_id) if letter_id else None
    return bool(letter and instrument and letter.instrument_id != instrument.id)


def _title(request: ImportRequest, file: str) -> str:
    if request.instrument:
        return request.instrument.strip()
    if file == PASTED:
        raise TreatyNotNamed(N_("Say which treaty the table is about: --instrument NAME."))
    return PurePath(file).stem


def _recipients(session: Session, letter_id: int | None) -> list[tuple[str, str]]:
    """The names of the letter's recipients (or of the workspace's) that have a country, with it."""
    scope = Recipient.letter_id.is_not_distinct_from(letter_id)
    found = session.execute(select(Recipient.name, Recipient.country).where(scope))
    return [(name, country) for name, country in found if country]


def _missing_states(there: set[str]) -> tuple[str, ...]:
    """Today's member States whose country no recipient has.

    A mission stands for its State: both would get the same letter. All of today's: on an earlier day, those that
    were no members yet are left out when recipients are chosen.
    """
    today = dt.datetime.now().astimezone().date()
    return tuple(state.iso for state in countries.members(today) if state.iso not in there)


def _facts(session: Session, instrument_id: int | None) -> dict[str, Facts]:
    """The acts there are, by country code or folded participant."""
    columns = (Act.country, Act.participant, Act.kind, Act.date, Act.precision)
    found: dict[str, set[tuple[ActKind, dt.date, str]]] = defaultdict(set)
    for country, participant, kind, date, precision in session.execute(
        select(*columns).where(Act.instrument_id == instrument_id)
    ):
        found[country or fold(participant)].add((kind, date, precision.value))
    return {key: frozenset(facts) for key, facts in found.items()}
