"""Letters counted while they are written, and held against what another reader finds in the finished files."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from signatories.errors import UnwritableFile
from signatories.exports import Written
from signatories.exports.characters import lost
from signatories.exports.checks.letter_words import LetterWords
from signatories.exports.letter_texts import LetterText, LetterTexts
from signatories.merge.blocks import Blocks
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.texts import N_, Message


class Checks:
    """Hands out the letters of a snapshot, each counted, and checks what is read back, with the letterhead or not."""

    def __init__(self, snapshot: Snapshot, progress: Progress, *, headed: bool) -> None:
        self._texts = LetterTexts(snapshot)
        self._total = len(snapshot.recipients)
        self._progress = progress
        self._words = LetterWords(snapshot.text.letterhead if headed else ())
        self._handed_out = 0
        self._lists: dict[int, int] = {}
        self._shown: set[int] = set()
        self._in_letters = 0
        self._warnings: dict[str, Message] = {}

    @property
    def written(self) -> Written:
        """What was handed out so far."""
        warnings = tuple(self._warnings.values())
        return Written(
            self._handed_out, len(self._shown), warnings=warnings, in_letters=self._in_letters
        )

    def letters(self) -> Iterator[LetterText]:
        """The letters in printing order. Raises Cancelled when the progress asks to stop."""
        for letter in self._texts.letters():
            self._count(letter)
            self._progress.report(self._handed_out, self._total, item=letter.recipient.name)
            yield letter

    def hold_all_against(self, found: Iterable[str]) -> None:
        """Raise UnwritableFile unless the texts are those of all letters, one by one."""
        self._hold(found, self._texts.letters())

    def hold_against(self, found: Iterable[str], letter: LetterText) -> None:
        """Raise UnwritableFile unless the one text is that of a letter."""
        self._hold(found, [letter])

    def _hold(self, found: Iterable[str], letters: Iterable[LetterText]) -> None:
        name = ""
        for text, letter in zip_longest(found, letters):
            name = letter.recipient.name if letter else name
            if letter is None or text is None or not self._words.are_in(text, letter):
                raise UnwritableFile(_OTHERWISE, name=name)

    def _count(self, letter: LetterText) -> None:
        """Count a letter and the lines of its list, and note what no file can hold of it."""
        self._handed_out += 1
        self._in_letters += self._lines_of(letter.blocks)
        for text in letter.texts:
            self._note(text)

    def _lines_of(self, blocks: Blocks) -> int:
        """The lines of a list, which many letters share; the texts keep it, so its id stays its own."""
        if id(blocks) not in self._lists:
            lines = 0
            for sign_on_id, text in blocks.texts:
                self._shown.add(sign_on_id)
                self._note(text)
                lines += 1
            self._lists[id(blocks)] = lines
        return self._lists[id(blocks)]

    def _note(self, text: str) -> None:
        for warning in lost(text):
            self._warnings.setdefault(text, warning)


_OTHERWISE = N_(
    "The finished letters are not what was to be written, from {name} on: nothing was kept. "
    "Look at what they say of that recipient, or make them in another format."
)
