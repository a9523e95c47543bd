"""Letters: adding one from a text file, changing it, finding it again."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import extra_columns, recipients, standing
from signatories.block import checking
from signatories.block import settings as block_settings
from signatories.block.settings import BlockSettings
from signatories.errors import NotFound, Refused
from signatories.expressions import conditions, fields, letter_text
from signatories.languages import called
from signatories.letters import headings, printed_parts, run_settings, versions
from signatories.letters.file_words import with_words, words_of
from signatories.letters.headings import lines_of
from signatories.letters.run_settings import RunSettings
from signatories.letters.text_file import LetterFile
from signatories.letters.words import PartChange, differences
from signatories.models import (
    Instrument,
    Letter,
    LetterStage,
    Recipient,
    Run,
    SignOn,
)
from signatories.models.base import LONGEST_ID
from signatories.recipients import choosing
from signatories.texts import N_, Message

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in a list. `confirmed` agree to its newest version."""

    id: int
    title: str
    language: str
    stage: LetterStage
    version: int
    sign_ons: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class TextChange:
    """What a change of text did: its language, the version it stands in, and what differs (none: nothing changed)."""

    language: str
    version: int
    differences: list[PartChange]
    next_version: bool


def add(session: Session, file: LetterFile, source: str = "") -> Letter:
    """Add a letter with its text as the draft of version 1, on the paper of the latest one unless it says another.

    Raises BadText when a field or the condition on recipients cannot be understood, NotFound for the instrument.
    """
    check_text(session, file, source)
    letter = Letter(language=file.language or DEFAULT_LANGUAGE, block={}, run={})
    headings.give(session, letter, replace(file, paper=file.paper or headings.usual_paper(session)))
    versions.start(letter, words_of(file))
    session.add(letter)
    session.flush()
    return letter


def update(
    session: Session, letter_id: int, file: LetterFile, *, spelling: str | None = None
) -> TextChange:
    """Give a letter the text of a file. A frozen text makes the next version, unless only the heading changed.

    A file that does not say who a frozen version goes to leaves that as it is.
    """
    check_text(session, file)
    letter, words = get(session, letter_id), words_of(file)
    before = versions.newest(letter)
    if before.frozen_at is not None and not words.audience:
        words = replace(words, audience=before.audience)
    _change_language(letter, file.language or letter.language)
    changed = differences(versions.words_of(versions.authoritative(before)), words)
    now = versions.change_words(letter, words, spelling=spelling).version.number
    headings.give(session, letter, file)
    session.flush()
    return TextChange(letter.language, now, changed, next_version=now > before.number)


def file_of(session: Session, letter: Letter, version: int | None = None) -> LetterFile:
    """A letter as the file that makes it, in its newest version or the one of that number."""
    instrument = session.get(Instrument, letter.instrument_id) if letter.instrument_id else None
    chosen = versions.chosen(letter, version)
    file = LetterFile(
        title=letter.title,
        place=letter.place,
        date=letter.date,
        paper=run_settings_of(letter).paper,
        letterhead=lines_of(letter.letterhead),
        reference=letter.reference,
        addressee=lines_of(letter.addressee),
        notes=lines_of(letter.notes),
        instrument=instrument.title if instrument else "",
        recipients=letter.recipients_where,
        as_of=letter.as_of,
        deadline=letter.deadline,
        target=letter.target,
    )
    text = versions.authoritative(chosen)
    return with_words(file, versions.words_of(text), text.language)


def check_text(session: Session, file: LetterFile, source: str = "") -> tuple[Message, ...]:
    """Say what in a text will not look as its writer may expect.

    Raises BadText for the first field or condition that cannot be understood; `source` is what it calls the file.
    """
    known = known_fields(session)
    for part in (*printed_parts.PLAIN, "audience"):
        text = printed_parts.text_of(file, part)
        fields.parse(text, known, source=source or part, line=file.line_of.get(part, 1))
    conditions.parse(file.recipients, choosing.vocabulary(session), source=N_("recipients"))
    first = file.line_of.get("body", 1)
    body = letter_text.parse_body(file.body, known, source=source, first_line=first)
    untold = standing.without_table(session, file.instrument) if file.instrument else None
    return (*([untold] if untold else ()), *body.problems)


def known_fields(session: Session) -> frozenset[str]:
    """The fields that a letter of this workspace may name."""
    return fields.known_fields(recipients.extra_columns(session))


def find(session: Session, wanted: str) -> Letter:
    """A letter by its number or a part of its title that no other has. Raises NotFound or Refused."""
    if wanted.isdecimal() and len(wanted) <= LONGEST_ID:
        letter = session.get(Letter, int(wanted))
        if letter is not None:
            return letter
    every = session.scalars(select(Letter).order_by(Letter.id)).all()
    matching = [letter for letter in every if wanted.casefold() in letter.title.casefold()]
    exact = [letter for letter in matching if wanted.casefold() == letter.title.casefold()]
    if not matching or not wanted.strip():
        raise NotFound(N_("There is no letter “{wanted}”."), wanted=wanted)
    if len(matching) > 1 and len(exact) != 1:
        titles = ", ".join(f"{letter.id} “{letter.title}”" for letter in matching)
        raise Refused(
            N_("“{wanted}” may be several letters: {titles}."), wanted=wanted, titles=titles
        )
    return exact[0] if exact else matching[0]


def listing(session: Session) -> list[LetterRow]:
    """Every letter, oldest first."""
    asked = select(SignOn.letter_id, func.count()).group_by(SignOn.letter_id)
    counts = {row[0]: row[1] for row in session.execute(asked)}
    rows = []
    for letter in session.scalars(select(Letter).order_by(Letter.id)):
        version = versions.newest(letter)
        confirmed = versions.confirmations(session, version)
        sign_ons = counts.get(letter.id, 0)
        named = (letter.id, letter.title, letter.language, letter.stage)
        rows.append(LetterRow(*named, version.number, sign_ons, confirmed))
    return rows


def get(session: Session, letter_id: int) -> Letter:
    """A letter by id. Raises NotFound."""
    letter = session.get(Letter, letter_id)
    if letter is None:
        raise NotFound(N_("There is no letter {id}."), id=letter_id)
    return letter


def remove(session: Session, ids: Collection[int]) -> None:
    """Remove letters that nobody has answered and that were never run. Raises Refused with the title."""
    for letter_id in ids:
        letter = get(session, letter_id)
        for table in (SignOn, Recipient, Run):
            if session.scalar(select(table.id).where(table.letter_id == letter_id).limit(1)):
                text = N_("“{title}” has sign-ons, recipients or runs and cannot be removed.")
                raise Refused(text, title=letter.title)
        session.delete(letter)


def set_stage(session: Session, letter_id: int, stage: LetterStage) -> None:
    """Note where a letter stands. Raises Refused where its text says otherwise: only a frozen one leaves the draft."""
    letter = get(session, letter_id)
    is_frozen = any(version.frozen_at for version in letter.versions)
    if is_frozen is (stage is LetterStage.DRAFT):
        text = N_(
            "“{letter}” leaves the draft with its first confirmation, and never goes back to it."
        )
        raise Refused(text, letter=letter.title)
    letter.stage = stage


def block_of(letter: Letter) -> BlockSettings:
    """The settings of the letter's block. Raises Refused for stored ones that are none."""
    return block_settings.from_json(letter.block)


def set_block(session: Session, letter_id: int, settings: BlockSettings) -> None:
    """Give the letter's block other settings, all of them.

    Raises Refused or BadText for a field, column or condition that is none, with the nearest known word.
    """
    letter = get(session, letter_id)
    checking.check(settings, lambda: extra_columns.names(session, letter_id))
    letter.block = block_settings.to_json(settings)


def run_settings_of(letter: Letter) -> RunSettings:
    """How the letter's products are made. Raises Refused for stored settings that are none."""
    return run_settings.from_json(letter.run)


def set_run_settings(session: Session, letter_id: int, settings: RunSettings) -> None:
    """Let the letter's products be made otherwise from now on."""
    get(session, letter_id).run = run_settings.to_json(settings)


def _change_language(letter: Letter, language: str) -> None:
    version = versions.newest(letter)
    if language == letter.language:
        return
    if version.frozen_at is not None:
        text = N_("Version {number} is open for signature: its language stays “{language}”.")
        raise Refused(text, number=version.number, language=called(letter.language))
    if versions.text_in(version, language) not in {None, version.texts[0]}:
        text = N_("“{letter}” has a translation in “{language}”: remove that one first.")
        raise Refused(text, letter=letter.title, language=called(language))
    versions.authoritative(version).language = language
    letter.language = language
