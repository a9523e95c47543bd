"""Each letter in its recipient's language, as far as there is a text in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Generic, TypeVar

from signatories import languages
from signatories.letters.text_file import LetterFile
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import Addressed

T = TypeVar("T")


class PerLanguage(Generic[T]):
    """What is made of a snapshot once for each language, of one that has the text in it, when it is first asked for."""

    def __init__(self, snapshot: Snapshot, make: Callable[[Snapshot], T]) -> None:
        self._snapshot = snapshot
        self._make = make
        self._texts = {text.language: text for text in snapshot.texts}
        self._chosen: dict[str, str] = {}  # by what recipients tell of their language
        self._made: dict[str, T] = {}

    def of(self, recipient: Addressed) -> T:
        """That for a recipient."""
        return self.in_language(self.language_of(recipient))

    def language_of(self, recipient: Addressed) -> str:
        """The language of a recipient's letter."""
        told = recipient.language if len(self._texts) > 1 else ""
        if told not in self._chosen:
            first = self._snapshot.text.language
            self._chosen[told] = languages.preferred(told, tuple(self._texts)) or first
        return self._chosen[told]

    def in_language(self, language: str) -> T:
        """That of the text in a language."""
        if language not in self._made:
            self._made[language] = self._make(in_words(self._snapshot, self._texts[language]))
        return self._made[language]


def in_their_languages(snapshot: Snapshot) -> PerLanguage[Snapshot]:
    """The snapshot as each recipient's letter is made of it."""
    return PerLanguage(snapshot, lambda each: each)


def in_words(snapshot: Snapshot, text: LetterFile) -> Snapshot:
    """The snapshot with this text for everybody."""
    if text is snapshot.text and not snapshot.translations:
        return snapshot
    return replace(snapshot, text=text, translations=())


def as_written(snapshot: Snapshot, file: LetterFile) -> Snapshot:
    """The snapshot with this text, for whoever writes it: of a translation, for its readers if there are any."""
    text = replace(file, language=file.language or snapshot.text.language)
    paper = file.paper or snapshot.run.paper
    written = replace(snapshot, run=replace(snapshot.run, paper=paper))
    if all(each.language != text.language for each in snapshot.translations):
        return replace(written, text=text)
    readers = by_language(snapshot).get(text.language)
    ids = frozenset(each.id for each in readers) if readers else None
    return replace(in_words(written, text), only=ids)


def by_language(snapshot: Snapshot) -> dict[str, list[Addressed]]:
    """Whose letters are made in which language, in the order of the texts; those that nobody gets are left out."""
    if not snapshot.translations:
        return {snapshot.text.language: snapshot.recipients}
    chosen = in_their_languages(snapshot)
    found: dict[str, list[Addressed]] = {text.language: [] for text in snapshot.texts}
    for recipient in snapshot.recipients:
        found[chosen.language_of(recipient)].append(recipient)
    return {language: those for language, those in found.items() if those}


def in_languages(snapshot: Snapshot) -> Iterator[Snapshot]:
    """A snapshot for each language in which letters are made: with its text, and those recipients only."""
    if not snapshot.translations or not snapshot.recipients:
        yield in_words(snapshot, snapshot.text)
        return
    texts = {text.language: text for text in snapshot.texts}
    for language, those in by_language(snapshot).items():
        ids = frozenset(recipient.id for recipient in those)
        yield replace(in_words(snapshot, texts[language]), only=ids, limit=None)
