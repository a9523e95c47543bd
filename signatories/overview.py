"""How far a letter is: its text, its answers, its recipients and what is still to do, read at one moment."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from signatories import gaps, letters, standing
from signatories.block.settings import BlockSettings
from signatories.errors import UserFacingError
from signatories.gaps import Gap
from signatories.letters import spoken, versions
from signatories.letters.spoken import Spoken, readers
from signatories.letters.text_file import LetterFile
from signatories.letters.translations import Translation
from signatories.letters.words import Words
from signatories.models import (
    HAS_SIGNATORY,
    Letter,
    LetterStage,
    Recipient,
    SignOn,
    SignOnStatus,
    Version,
)
from signatories.recipients import choosing
from signatories.recipients.choosing import Selection
from signatories.sign_ons import confirming, lists
from signatories.sign_ons.lists import NumberedList
from signatories.standing import KnownInstrument
from signatories.texts import N_, Message, message

TEXT, SIGNATORIES, RECIPIENTS = "text", "signatories", "recipients"
PARTS = (TEXT, SIGNATORIES, RECIPIENTS)
"""The parts of a letter in which something can be left to do."""
_UNANSWERED = (SignOnStatus.INVITED, SignOnStatus.CONSIDERING)


@dataclass(frozen=True, slots=True)
class VersionState:
    """The newest version, and how many have confirmed it or said yes and not confirmed it yet.

    `earlier` are the words last frozen, in version `earlier_number` (0: none yet).
    """

    number: int
    is_frozen: bool
    correction: str
    confirmed: int
    to_confirm: int
    earlier: Words = field(default_factory=Words)
    earlier_number: int = 0


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do, and the part of the letter's page where it is done."""

    part: str
    text: Message


@dataclass(frozen=True, slots=True)
class Choice:
    """Who the letter goes to. `trouble` says why nobody can be chosen; `own`: it has recipients of its own."""

    where: str
    as_of: dt.date | None
    own: bool
    instrument: str = ""
    checked_on: dt.date | None = None
    selection: Selection | None = None
    trouble: Message | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def count(self) -> int:
        """How many recipients are chosen."""
        return len(self.selection.recipients) if self.selection else 0


def without_reply(
    answers: Mapping[SignOnStatus, int], deadline: dt.date | None, day: dt.date
) -> int:
    """How many had not answered when the deadline passed, as of a day."""
    is_over = deadline is not None and deadline < day
    return sum(answers.get(status, 0) for status in _UNANSWERED) if is_over else 0


@dataclass(frozen=True, slots=True)
class Overview:
    """A letter at one moment, in its newest version; `file` and `version` are of a `translation`, or of its own text.

    `lists` are those of the version that is printed, `spoken` are its translations.
    """

    id: int
    title: str
    stage: LetterStage
    file: LetterFile
    version: VersionState
    statuses: dict[SignOnStatus, int]
    block: BlockSettings
    choice: Choice
    instruments: tuple[KnownInstrument, ...]
    known_fields: frozenset[str]
    lists: tuple[NumberedList, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    translation: Translation | None = None

    def in_language(self, language: str) -> "Overview":
        """The same about a translation and who reads it, if anybody does; as it is where there is none in it."""
        every = {each.file.language: each for each in self.spoken}
        if (found := every.get(language)) is None:
            return self
        version = replace(
            self.version,
            is_frozen=found.is_declared,
            earlier=found.earlier,
            earlier_number=found.earlier_number,
        )
        selection = self.choice.selection
        those = selection and readers(selection, language, (self.file.language, *every))
        choice, state = replace(self.choice, selection=those), found.translation
        return replace(self, file=found.file, version=version, choice=choice, translation=state)

    @property
    def asked(self) -> int:
        """How many were asked or answered."""
        return sum(self.statuses.values())

    @property
    def without_reply(self) -> int:
        """How many let the deadline pass."""
        today = dt.datetime.now(dt.UTC).astimezone().date()
        return without_reply(self.statuses, self.file.deadline, today)

    @property
    def todo(self) -> tuple[Todo, ...]:
        """What is still to do, in the order of the page's parts."""
        return (*_text_todo(self.file), *self._signatories_todo(), *self._recipients_todo())

    def _signatories_todo(self) -> Iterator[Todo]:
        if not self.asked:
            yield Todo(SIGNATORIES, message(N_("Nobody has been asked to sign yet")))
        if self.version.to_confirm:
            text = N_("%n sign-on(s) said yes and must still confirm version {version}")
            values = {"n": self.version.to_confirm, "version": self.version.number}
            yield Todo(SIGNATORIES, message(text, **values))

    def _recipients_todo(self) -> Iterator[Todo]:
        if self.choice.trouble:
            yield Todo(RECIPIENTS, self.choice.trouble)
        elif not self.choice.count:
            yield Todo(RECIPIENTS, message(N_("The letter goes to nobody yet")))
        for gap in self.choice.gaps:
            yield Todo(RECIPIENTS, gap.text)


def read(session: Session, letter_id: int) -> Overview:
    """Read how far a letter is. Raises NotFound."""
    letter = letters.get(session, letter_id)
    file = letters.file_of(session, letter)
    return Overview(
        id=letter.id,
        title=letter.title,
        stage=letter.stage,
        file=file,
        version=_version_state(session, letter),
        statuses=statuses(session, letter_id),
        block=letters.block_of(letter),
        choice=_choice(session, letter, letter.recipients_where, letter.as_of),
        instruments=standing.known_instruments(session),
        known_fields=letters.known_fields(session),
        lists=lists.of_version(session, versions.printable(session, letter)),
        spoken=spoken.read(session, letter),
    )


def tried(session: Session, letter_id: int, where: str, as_of: dt.date | None) -> Choice:
    """Who the letter would go to with another condition, and on another day (None: its date, else today)."""
    letter = letters.get(session, letter_id)
    day = as_of or letter.date or dt.datetime.now(dt.UTC).astimezone().date()
    return _choice(session, letter, where, day)


def statuses(
    session: Session, letter_id: int, *scope: ColumnElement[bool]
) -> dict[SignOnStatus, int]:
    """How many of those in scope gave each answer to a letter; answers that nobody gave are left out."""
    query = select(SignOn.status, func.count().label("times"))
    answers = query.where(SignOn.letter_id == letter_id, *scope).group_by(SignOn.status)
    found = {row.status: row.times for row in session.execute(answers)}
    return {status: found[status] for status in SignOnStatus if status in found}


def _choice(session: Session, letter: Letter, where: str, as_of: dt.date | None) -> Choice:
    own = select(Recipient.id).where(Recipient.letter_id == letter.id).limit(1)
    chosen = Choice(where, as_of, own=session.scalar(own) is not None)
    declared = (each.file for each in spoken.read(session, letter) if each.is_declared)
    texts = (letters.file_of(session, letter), *declared)
    try:
        instrument = standing.instrument_of(session, letter)
        selection = choosing.selection(session, letter, where=where, as_of=as_of)
        found = tuple(gaps.among(selection, texts, letters.known_fields(session)))
    except UserFacingError as error:
        return replace(chosen, trouble=error.message)
    if instrument is not None:
        chosen = replace(chosen, instrument=instrument.title, checked_on=instrument.checked_on)
    return replace(chosen, selection=selection, gaps=found)


def _text_todo(file: LetterFile) -> Iterator[Todo]:
    needed = {
        "salutation": N_("The letter has no salutation"),
        "body": N_("The letter has no text yet"),
        "closing": N_("The letter has no closing, such as “Yours sincerely,”"),
    }
    for part, text in needed.items():
        if not getattr(file, part).strip():
            yield Todo(TEXT, message(text))


def _version_state(session: Session, letter: Letter) -> VersionState:
    newest = versions.newest(letter)
    frozen = [version for version in letter.versions if version.frozen_at is not None]
    state = VersionState(
        number=newest.number,
        is_frozen=newest.frozen_at is not None,
        correction=newest.correction or "",
        confirmed=_answers(session, newest, {SignOnStatus.CONFIRMED}, confirmed=True),
        to_confirm=_answers(session, newest, confirming.READY, confirmed=False),
    )
    if not frozen:
        return state
    words = versions.words_of(versions.authoritative(frozen[-1]))
    return replace(state, earlier=words, earlier_number=frozen[-1].number)


def _answers(
    session: Session, version: Version, statuses: Collection[SignOnStatus], *, confirmed: bool
) -> int:
    """How many of these answers have, or have not, confirmed the version."""
    held = versions.in_force(version)
    query = select(func.count(SignOn.id)).where(
        SignOn.letter_id == version.letter_id,
        SignOn.status.in_(statuses),
        SignOn.id.in_(held) if confirmed else and_(HAS_SIGNATORY, SignOn.id.not_in(held)),
    )
    return session.scalars(query).one()
