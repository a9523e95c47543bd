"""Writes a treaty table: the instrument, its acts, and the member States as recipients."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import countries, letters, recipients
from signatories.collation import fold
from signatories.database import Unit
from signatories.imports.decisions import Decision, decide
from signatories.imports.planned import ImportPlan, ImportRequest
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning.treaties import TreatyRow
from signatories.imports.planning.treaty import TreatyMaking, stage
from signatories.imports.verdicts import State
from signatories.imports.written import Written
from signatories.models import Act, Instrument, Recipient
from signatories.progress import Progress
from signatories.search import keys
from signatories.texts import N_


def write(unit: Unit, plan: ImportPlan, written: Written, progress: Progress) -> None:
    """Write the acts of new and changed rows, and the States that are no recipients yet."""
    making: TreatyMaking = plan.made
    progress.report(0, 2, N_("Writing"))
    instrument = _instrument(unit.session, making)
    if plan.request.letter_id is not None:
        letters.get(unit.session, plan.request.letter_id).instrument_id = instrument.id
    rows = [row for row in plan.rows if _is_written(row, plan.request)]
    known = _known_acts(unit.session, instrument.id)
    for row in rows:
        _replace(unit.session, known, row)
    unit.session.flush()
    _insert_acts(unit, instrument.id, rows, written)
    progress.report(1, 2, N_("Writing"))
    _insert_states(unit, plan, making.states, written)
    written.updated = sum(row.state is State.UPDATE for row in rows)
    written.added = len(rows) - written.updated


def _is_written(row: PlannedRow, request: ImportRequest) -> bool:
    """A second row of one participant would be a second truth: it is left out, and listed.

    A State's acts are replaced or stay; there is nothing blank in them to fill.
    """
    decision = decide(row, request)
    return row.state is not State.DUPLICATE and decision in (Decision.ADD, Decision.UPDATE)


def _instrument(session: Session, making: TreatyMaking) -> Instrument:
    if making.instrument_id is None:
        instrument = Instrument(title=making.title, source=making.source)
        session.add(instrument)
    else:
        instrument = session.get_one(Instrument, making.instrument_id)
        instrument.source = making.source
    if making.checked_on:
        instrument.checked_on = making.checked_on
    session.flush()
    return instrument


def _known_acts(session: Session, instrument_id: int) -> dict[str, list[Act]]:
    known: dict[str, list[Act]] = {}
    for act in session.scalars(select(Act).where(Act.instrument_id == instrument_id)):
        known.setdefault(act.country or fold(act.participant), []).append(act)
    return known


def _replace(session: Session, known: dict[str, list[Act]], row: PlannedRow) -> None:
    """Remove the acts that the row tells anew; what it leaves blank stays."""
    entry: TreatyRow = row.entry
    told = {stage(act.kind) for act in entry.acts}
    for act in known.get(entry.country or fold(entry.participant), ()):
        if stage(act.kind) in told:
            session.delete(act)


def _insert_acts(
    unit: Unit, instrument_id: int, rows: Sequence[PlannedRow], written: Written
) -> None:
    acts = [
        (row, act, row.entry) for row in rows for act in row.entry.acts
    ]  # fmt: skip
    values = [
        {
            "instrument_id": instrument_id,
            "participant": entry.participant,
            "country": entry.country,
            "kind": act.kind,
            "date": act.date,
            "precision": act.precision,
        }
        for _, act, entry in acts
    ]
    for (row, _, _), row_id in zip(acts, unit.insert(Act, values), strict=True):
        written.note(Act.__tablename__, row_id, row)


def _insert_states(unit: Unit, plan: ImportPlan, codes: Iterable[str], written: Written) -> None:
    """Each State by its short name. Those that the table does not name come from the file as a whole: line 0."""
    codes = list(codes)
    place = recipients.next_place(unit.session)
    values = [
        _state(code, plan.request.letter_id, number) for number, code in enumerate(codes, place)
    ]
    rows = {row.entry.country: row for row in plan.rows if row.entry}
    for code, row_id in zip(codes, unit.insert(Recipient, values), strict=True):
        written.note(Recipient.__tablename__, row_id, rows.get(code))


def _state(code: str, letter_id: int | None, place: int) -> dict[str, Any]:
    name = countries.name(code, "en")
    return {
        "letter_id": letter_id,
        "name": name,
        "country": code,
        "state": True,
        "extra": {},
        "place": place,
        **keys(name, "", "", name),
    }
