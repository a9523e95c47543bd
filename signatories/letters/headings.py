"""What of a letter's file stays free to change while its versions are frozen."""

import datetime as dt
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import standing
from signatories.errors import NotFound
from signatories.letters import printed_parts, run_settings
from signatories.letters.text_file import LetterFile
from signatories.models import Instrument, Letter, Paper

_LINES = ("letterhead", "addressee", "notes")
_PLAIN = ("title", "reference", "place", "date", "as_of")
_CALL = ("deadline", "target")
BY_LANGUAGE = ("reference", "place", "addressee")
"""What may stand above a translation in other words than above the letter; the letterhead is that of all."""


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


def give_in_language(letter: Letter, file: LetterFile, language: str) -> None:
    """Let stand above the text in a further language what its file says; what it leaves out is as in the letter."""
    every = {name: printed_parts.text_of(file, name) for name in BY_LANGUAGE}
    own = {name: text for name, text in every.items() if text not in ("", getattr(letter, name))}
    forget(letter, language)
    if own:
        letter.headings = letter.headings | {language: own}


def forget(letter: Letter, language: str) -> None:
    """Let nothing stand above a text in this language but what stands above the letter."""
    letter.headings = {code: own for code, own in letter.headings.items() if code != language}


def in_language(letter: Letter, file: LetterFile) -> LetterFile:
    """The file with what stands above the text in its language."""
    own = letter.headings.get(file.language, {})
    values: dict[str, Any] = {
        name: lines_of(text) if name in _LINES else text for name, text in own.items()
    }
    return replace(file, **values)


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
