"""Letters counted while they are written, and held against what another reader finds in the finished files."""

from collections.abc import Iterable, Iterator

from signatories.errors import UnwritableFile
from signatories.exports import Written
from signatories.exports.characters import lost
from signatories.exports.letter_counts import LetterCounts, holds
from signatories.exports.letter_texts import LetterText, LetterTexts
from signatories.merge.blocks import Blocks
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.texts import N_, Message


class Checks:
    """Hands out the letters of a snapshot, each counted, and checks what is read back."""

    def __init__(self, snapshot: Snapshot, progress: Progress) -> None:
        self._texts = LetterTexts(snapshot)
        self._total = len(snapshot.recipients)
        self._progress = progress
        self._counts = LetterCounts()
        self._wanted: list[int] = []
        self._lists: dict[int, tuple[int, int]] = {}
        self._shown: set[int] = set()
        self._in_letters = 0
        self._warnings: dict[str, Message] = {}

    @property
    def written(self) -> Written:
        """What was handed out so far."""
        warnings = tuple(self._warnings.values())
        return Written(
            len(self._wanted), len(self._shown), warnings=warnings, in_letters=self._in_letters
        )

    def letters(self) -> Iterator[LetterText]:
        """The letters in printing order. Raises Cancelled when the progress asks to stop."""
        for letter in self._texts.letters():
            self._wanted.append(self._count(letter))
            self._progress.report(len(self._wanted), self._total, item=letter.recipient.name)
            yield letter

    def hold_against(self, found: Iterable[str], first: int = 0) -> None:
        """Raise UnwritableFile unless there are as many texts as letters from `first` on, and each says it all."""
        texts = list(found)
        wanted = self._wanted[first:]
        counted = [self._counts.of_line(text) for text in texts]
        if len(counted) != len(wanted) or not all(map(holds, counted, wanted)):
            raise UnwritableFile(_OTHERWISE)

    def _count(self, letter: LetterText) -> int:
        """The letters of a letter, and what no file can hold of it noted."""
        wanted, lines = self._count_list(letter.blocks)
        self._in_letters += lines
        for text in letter.texts:
            self._note(text)
            wanted += self._counts.of_line(text)
        return wanted

    def _count_list(self, blocks: Blocks) -> tuple[int, int]:
        """The letters and lines of its list, which many letters share; the texts keep it, so its id stays its own."""
        if id(blocks) not in self._lists:
            wanted = lines = 0
            for sign_on_id, text in blocks.texts:
                self._shown.add(sign_on_id)
                self._note(text)
                wanted += self._counts.of_line(text)
                lines += 1
            self._lists[id(blocks)] = wanted, lines
        return self._lists[id(blocks)]

    def _note(self, text: str) -> None:
        for warning in lost(text):
            self._warnings.setdefault(text, warning)


_OTHERWISE = N_("The finished letters are not what was to be written. Try again.")
