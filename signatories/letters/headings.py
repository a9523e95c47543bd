"""What of a letter's file stays free to change while its versions are frozen."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import standing
from signatories.errors import NotFound
from signatories.letters import run_settings
from signatories.letters.text_file import LetterFile
from signatories.models import Instrument, Letter, Paper

_LINES = ("letterhead", "addressee", "notes")
_PLAIN = ("title", "reference", "place", "date", "as_of")
_CALL = ("deadline", "target")


def give(session: Session, letter: Letter, file: LetterFile) -> None:
    """Give a letter what its file says beside the words that are frozen.

    No instrument or paper is no other one; nor is a deadline or target that the file does not name.
    """
    for name in _PLAIN:
        setattr(letter, name, getattr(file, name))
    for name in _CALL:
        value = getattr(file, name)
        if value is not None or name in file.line_of:  # written without a value: there is none
            setattr(letter, name, value)
    for name in _LINES:
        setattr(letter, name, "\n".join(getattr(file, name)))
    letter.recipients_where = file.recipients
    if file.instrument:
        letter.instrument_id = _instrument(session, file.instrument).id
    if file.paper:
        settings = replace(run_settings.from_json(letter.run), paper=file.paper)
        letter.run = run_settings.to_json(settings)


def set_call(letter: Letter, deadline: dt.date | None, target: int | None) -> None:
    """Give a letter another last day to sign, and another number of signatories to hope for."""
    letter.deadline, letter.target = deadline, target


def choose_instrument(session: Session, letter: Letter, instrument_id: int) -> None:
    """Let a letter tell standings of this instrument, and no other."""
    letter.instrument_id = session.get_one(Instrument, instrument_id).id


def usual_paper(session: Session) -> Paper:
    """The paper of the latest letter: an office keeps to one."""
    latest = session.scalar(select(Letter).order_by(Letter.id.desc()).limit(1))
    return run_settings.from_json(latest.run if latest else {}).paper


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that the file has as a list."""
    return tuple(text.split("\n")) if text else ()


def _instrument(session: Session, title: str) -> Instrument:
    """The instrument of that title; a letter may name one before its table is imported."""
    try:
        return standing.find_instrument(session, title)
    except NotFound:
        instrument = Instrument(title=title)
        session.add(instrument)
        session.flush()
        return instrument
