"""How far a letter is: its text, its answers, its recipients and what is still to do, read at one moment."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from signatories import letters, standing
from signatories.block.settings import BlockSettings
from signatories.findings import Tab
from signatories.letters import spoken, versions
from signatories.letters.file_words import words_of
from signatories.letters.spoken import Spoken, readers
from signatories.letters.text_file import LetterFile
from signatories.letters.translations import Translation
from signatories.letters.words import LanguageChange, Words, differences
from signatories.models import Letter, LetterStage, SignOnStatus
from signatories.overview.answers import confirmed, statuses, to_confirm, without_reply
from signatories.overview.choices import Choice, choice
from signatories.sign_ons import lists
from signatories.sign_ons.lists import NumberedList
from signatories.standing import KnownInstrument
from signatories.texts import N_, Message, message

PARTS = (Tab.TEXT, Tab.SIGNATORIES, Tab.RECIPIENTS)
"""The parts of a letter in which something can be left to do."""


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

    part: Tab
    text: Message


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
    def changes(self) -> tuple[LanguageChange, ...]:
        """What changed in the text of each language since it was last frozen."""
        every = [(self.file, self.version.earlier, self.version.earlier_number)]
        every += [(each.file, each.earlier, each.earlier_number) for each in self.spoken]
        found = [
            LanguageChange(file.language, tuple(differences(earlier, words_of(file))))
            for file, earlier, number in every
            if number
        ]
        return tuple(each for each in found if each.parts)

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
            yield Todo(Tab.SIGNATORIES, message(N_("Nobody has been asked to sign yet")))
        if self.version.to_confirm:
            text = N_("%n sign-on(s) said yes and must still confirm version {version}")
            values = {"n": self.version.to_confirm, "version": self.version.number}
            yield Todo(Tab.SIGNATORIES, message(text, **values))

    def _recipients_todo(self) -> Iterator[Todo]:
        if self.choice.trouble:
            yield Todo(Tab.RECIPIENTS, self.choice.trouble)
        elif not self.choice.count:
            yield Todo(Tab.RECIPIENTS, message(N_("The letter goes to nobody yet")))
        for gap in self.choice.gaps:
            yield Todo(Tab.RECIPIENTS, gap.text)


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
        choice=choice(session, letter, letter.recipients_where, letter.as_of),
        instruments=standing.known_instruments(session),
        known_fields=letters.known_fields(session),
        lists=lists.of_version(session, versions.printable(session, letter)),
        spoken=spoken.read(session, letter),
    )


def _text_todo(file: LetterFile) -> Iterator[Todo]:
    needed = {
        "salutation": N_("The letter has no salutation"),
        "body": N_("The letter has no text yet"),
        "closing": N_("The letter has no closing, such as “Yours sincerely,”"),
    }
    for part, text in needed.items():
        if not getattr(file, part).strip():
            yield Todo(Tab.TEXT, message(text))


def _version_state(session: Session, letter: Letter) -> VersionState:
    newest = versions.newest(letter)
    frozen = [version for version in letter.versions if version.frozen_at is not None]
    state = VersionState(
        number=newest.number,
        is_frozen=newest.frozen_at is not None,
        correction=newest.correction or "",
        confirmed=confirmed(session, newest),
        to_confirm=to_confirm(session, newest),
    )
    if not frozen:
        return state
    words = versions.words_of(versions.authoritative(frozen[-1]))
    return replace(state, earlier=words, earlier_number=frozen[-1].number)
