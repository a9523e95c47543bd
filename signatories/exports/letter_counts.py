"""How often each letter and digit stands in texts, in one whole number: counted by adding up, however long the list."""

from collections import Counter
from collections.abc import Iterable

_SLOTS = 128  # of a number; letters beyond ASCII share them
_BITS = 32  # of a slot, the highest of them kept free
_KEPT = 1 << 15  # words
_FREE = sum(1 << (slot * _BITS + _BITS - 1) for slot in range(_SLOTS))


class LetterCounts(dict[str, int]):
    """The counts of each text that was asked for; begun anew when they are too many to keep."""

    def __missing__(self, text: str) -> int:
        if len(self) > _KEPT:
            self.clear()
        counts = self[text] = sum(map(_SLOT.__getitem__, text))
        return counts

    def of_line(self, text: str) -> int:
        """The counts of a text of several words, which are kept word by word."""
        return sum(map(self.__getitem__, text.split()))


class LetterSum:
    """The counts of very many words: how often each came is counted first, since in a list most come again."""

    def __init__(self, counts: LetterCounts) -> None:
        self._counts = counts
        self._words: Counter[str] = Counter()
        self._settled = 0

    def add(self, words: Iterable[str]) -> None:
        """Add some words: not so many at once that they should not be kept."""
        self._words.update(words)
        if len(self._words) > _KEPT:
            self._settle()

    @property
    def total(self) -> int:
        """The counts of all words so far."""
        self._settle()
        return self._settled

    def _settle(self) -> None:
        self._settled += sum(self._counts[word] * often for word, often in self._words.items())
        self._words.clear()


def holds(found: int, wanted: int) -> bool:
    """Whether each letter was found as often as it is wanted."""
    return ((found | _FREE) - wanted) & _FREE == _FREE


class _Slots(dict[str, int]):
    """One, in the slot of a character; nothing for what is neither a letter nor a digit."""

    def __missing__(self, character: str) -> int:
        place = ord(character) % _SLOTS * _BITS
        self[character] = 1 << place if character.isalnum() else 0
        return self[character]


_SLOT = _Slots()
