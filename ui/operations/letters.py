"""Letters: added, removed, and given another text, stage, choice or deadline."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from signatories import letters, standing
from signatories.database import Unit
from signatories.languages import called
from signatories.letters import headings, text_file, translations
from signatories.letters.text_file import LetterFile
from signatories.models import LetterStage
from signatories.progress import Progress
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def add(app: Application, file: LetterFile) -> Job:
    """Begin a letter; the outcome's value is its id."""
    return _add(app, lambda: file)


def read(app: Application, path: Path) -> Job:
    """Add the letter that a text file holds; the outcome's value is its id."""
    return _add(app, partial(text_file.read, path))


def remove(app: Application, ids: Sequence[int]) -> Job:
    """Remove letters that nobody has answered."""
    return app.change(
        N_("Remove %n letter(s)"),
        lambda session, _: letters.remove(session, ids),
        said=message(N_("%n letter(s) removed."), n=len(ids)),
        n=len(ids),
    )


def save_text(app: Application, letter_id: int, file: LetterFile, spelling: str | None) -> Job:
    """Give a letter another text and heading; with a reason, as a correction of spelling."""
    return app.change(
        N_("Change letter “{letter}”"),
        lambda session, _: letters.update(session, letter_id, file, spelling=spelling),
        said=message(N_("The text is saved.")),
        letter=letter_id,
    )


def save_translation(
    app: Application, letter_id: int, file: LetterFile, spelling: str | None
) -> Job:
    """Give a letter other words in one of its further languages; with a reason, as a correction of spelling."""

    def save(session: Session, letter_id: int, _language: str) -> None:
        translations.put(session, letter_id, file, spelling=spelling)

    said = N_("The text in “{language}” is saved.")
    return _translate(app, letter_id, file.language, save, translations.WRITTEN, said)


def hold_translation(app: Application, letter_id: int, language: str) -> Job:
    """Note that a text in another language still says what the first one says; its words stay as they are."""
    said = N_("Noted: the text in “{language}” still says the same.")
    return _translate(app, letter_id, language, translations.hold, translations.WRITTEN, said)


def begin_translation(app: Application, letter_id: int, language: str) -> Job:
    """Begin a text in another language with the words of the first one."""
    said = N_("The text in “{language}” is begun.")
    return _translate(app, letter_id, language, translations.begin, translations.WRITTEN, said)


def declare_translation(app: Application, letter_id: int, language: str) -> Job:
    """Freeze a text in another language; nobody is asked again."""
    said = N_("The text in “{language}” is declared.")
    return _translate(app, letter_id, language, translations.declare, translations.DECLARED, said)


def remove_translation(app: Application, letter_id: int, language: str) -> Job:
    """Remove a text in another language that is not declared."""
    said = N_("The text in “{language}” is removed.")
    return _translate(app, letter_id, language, translations.remove, translations.REMOVED, said)


def set_stage(app: Application, letter_id: int, stage: LetterStage) -> Job:
    """Note that a letter is closed, sent, or open again."""
    return app.change(
        N_("Change the stage of “{letter}”"),
        lambda session, _: letters.set_stage(session, letter_id, stage),
        said=message(N_("The stage is changed.")),
        letter=letter_id,
    )


def choose_recipients(app: Application, letter_id: int, where: str, as_of: dt.date | None) -> Job:
    """Give a letter another condition on its recipients, or another day; its text stays."""

    def choose(session: Session, _: Progress) -> None:
        file = letters.file_of(session, letters.get(session, letter_id))
        letters.update(session, letter_id, replace(file, recipients=where, as_of=as_of))

    said = message(N_("The choice of recipients is saved."))
    return app.change(
        N_("Choose the recipients of “{letter}”"), choose, said=said, letter=letter_id
    )


def choose_instrument(app: Application, letter_id: int, instrument_id: int) -> Job:
    """Let a letter tell standings of another treaty."""

    def choose(session: Session, _: Progress) -> None:
        headings.choose_instrument(session, letters.get(session, letter_id), instrument_id)

    return app.change(N_("Choose the treaty of “{letter}”"), choose, letter=letter_id)


def set_checked(app: Application, instrument_id: int, day: dt.date | None) -> Job:
    """Note when a treaty's table was last held against its source."""
    return app.change(
        N_("Note when “{instrument}” was checked"),
        lambda session, _: standing.set_checked(session, instrument_id, day),
        instrument=instrument_id,
    )


def set_call(app: Application, letter_id: int, deadline: dt.date | None, target: int | None) -> Job:
    """Give a letter another last day to sign, or another number of signatories to hope for."""

    def give(session: Session, _: Progress) -> None:
        headings.set_call(letters.get(session, letter_id), deadline, target)

    return app.change(N_("Change the deadline or the target of “{letter}”"), give, letter=letter_id)


def _translate(
    app: Application,
    letter_id: int,
    language: str,
    act: Callable[[Session, int, str], object],
    words: str,
    said: str,
) -> Job:
    return app.change(
        words,
        lambda session, _: act(session, letter_id, language),
        said=message(said, language=called(language)),
        letter=letter_id,
        language=language,
    )


def _add(app: Application, read: Callable[[], LetterFile]) -> Job:
    def add(unit: Unit, _progress: Progress) -> int:
        letter_id = letters.add(unit.session, read()).id
        unit.about(letter=letter_id)
        return letter_id

    return app.act(N_("Add letter “{letter}”"), add)
