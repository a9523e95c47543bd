"""The newest version's translations as whoever writes them sees them: words, state, and the words declared before."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from signatories import languages
from signatories.letters import translations, versions
from signatories.letters.text_file import LetterFile
from signatories.letters.translations import Translation
from signatories.letters.words import Words
from signatories.models import Letter
from signatories.recipients.choosing import Selection


@dataclass(frozen=True, slots=True)
class Spoken:
    """A letter's file in another language. `earlier` are the words last declared, in version `earlier_number`.

    `earlier_number` is 0 where none were.
    """

    translation: Translation
    file: LetterFile
    earlier: Words
    earlier_number: int

    @property
    def is_declared(self) -> bool:
        """Whether the words are frozen."""
        return self.translation.declared_at is not None


def read(session: Session, letter: Letter) -> tuple[Spoken, ...]:
    """Every translation of a letter's newest version."""
    _, *others = translations.listed(versions.newest(letter))
    return tuple(_spoken(session, letter, each) for each in others)


def readers(selection: Selection, language: str, codes: tuple[str, ...]) -> Selection:
    """The choice of those who get the letter in this one of its languages; of all where nobody does."""
    every = selection.recipients
    those = [each for each in every if languages.preferred(each.language, codes) == language]
    return replace(selection, recipients=those or every)


def _spoken(session: Session, letter: Letter, translation: Translation) -> Spoken:
    language = translation.language
    file = translations.file_of(session, letter, language)
    texts = [(each.number, versions.text_in(each, language)) for each in letter.versions]
    declared = [(number, text) for number, text in texts if text and versions.is_frozen(text)]
    if not declared:
        return Spoken(translation, file, Words(), 0)
    number, text = declared[-1]
    return Spoken(translation, file, versions.words_of(text), number)
