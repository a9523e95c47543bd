"""The report on a letter: read from the workspace as of a day, and written as text or as a PDF."""

import datetime as dt
import importlib
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from signatories import letters, standing
from signatories.block.signatory import count
from signatories.errors import Refused
from signatories.exports.swapping import replacing_file
from signatories.letters import versions
from signatories.merge import confirmed
from signatories.merge.course import Agreed, Course, Sent
from signatories.models import Letter, Run, SignOn, SignOnStatus
from signatories.overview.answers import statuses
from signatories.runs import kept
from signatories.sign_ons import lists

FORMATS = {"pdf": "pages.report", "txt": "text.report"}
"""The module of `exports` that writes each."""
_REGISTER = "xlsx"  # of the product "letters": who gets them, not what was sent


def read(session: Session, letter_id: int, day: dt.date) -> Course:
    """How far a letter is, with everybody's standing as of that day. Raises NotFound."""
    letter = letters.get(session, letter_id)
    instrument = standing.instrument_of(session, letter)
    return Course(
        title=letter.title,
        day=day,
        stage=letter.stage,
        deadline=letter.deadline,
        target=letter.target,
        answers=statuses(session, letter.id),
        agreed=_agreed(session, letter),
        sent=_sent(session, letter.id),
        standings=standing.known_standings(session, instrument, day),
        checked_on=instrument.checked_on if instrument else None,
        paper=letters.run_settings_of(letter).paper,
    )


def write(course: Course, format_: str, target: Path) -> None:
    """Write the report in the place of what stands there.

    Raises UnwritableFile, and Refused for a workspace there and for characters that no font has.
    """
    writer = importlib.import_module(f"signatories.exports.{FORMATS[format_]}")
    with replacing_file(target) as beside:
        writer.write(course, beside.path)
        beside.swap_in()


def _agreed(session: Session, letter: Letter) -> Agreed | None:
    version = versions.printable(session, letter)
    lines = confirmed.read(session, version, None) if version else []
    if version is None or not lines:
        return None
    days = [line.confirmed_at.astimezone().date() for line in lines]
    closed = lists.of_version(session, version)
    return Agreed(version.number, count(lines), min(days), max(days), closed)


def _sent(session: Session, letter_id: int) -> Sent | None:
    """The last run of the letters to all recipients, with where States stood as it printed them."""
    run = session.scalar(_complete(letter_id))
    if run is None:
        return None
    day = run.at.astimezone().date()
    try:
        snapshot = kept.read(session, run.id).snapshot
    except Refused:  # an earlier version of the program kept less of it
        return Sent(day, run.version_number, run.counts["documents"])
    signing = set(session.scalars(_confirmed(letter_id)))
    then = {
        each.country: each.standing
        for each in snapshot.recipients
        if each.country and each.standing
    }
    return Sent(
        day=day,
        version=snapshot.version,
        letters=len(snapshot.recipients),
        instrument=snapshot.instrument,
        as_of=snapshot.selection.as_of,
        then=then,
        gone=tuple(line.line for line in snapshot.printed if line.sign_on_id not in signing),
    )


def _confirmed(letter_id: int) -> Select[int]:
    is_theirs = SignOn.letter_id == letter_id
    return select(SignOn.id).where(is_theirs, SignOn.status == SignOnStatus.CONFIRMED)


def _complete(letter_id: int) -> Select[Run]:
    """Of all letters, as they were first made: not a sample, nor some of them or all of them made again."""
    documents, recipients = (Run.counts[name].as_integer() for name in ("documents", "recipients"))
    return (
        select(Run)
        .where(
            Run.letter_id == letter_id,
            Run.product == "letters",
            Run.target.is_(None),
            Run.settings["format"].as_string() != _REGISTER,
            Run.settings["again"].as_integer().is_(None),
            documents == recipients,
        )
        .order_by(Run.id.desc())
        .limit(1)
    )
