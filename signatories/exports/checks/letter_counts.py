"""How often each letter and digit stands in texts, in one whole number: counted by adding up, however long the list."""

from collections.abc import Sequence

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


def holds(found: int, wanted: int) -> bool:
    """Whether each letter was found as often as it is wanted."""
    return ((found | _FREE) - wanted) & _FREE == _FREE


def is_made_of(counts: int, parts: Sequence[int]) -> bool:
    """Whether counts are those of some parts, each any number of times; none of the parts is empty."""
    if not parts:
        return not counts
    first, *others = parts
    while not is_made_of(counts, others):
        if not holds(counts, first):
            return False
        counts -= first
    return True


class _Slots(dict[str, int]):
    """One, in the slot of a character; nothing for what is neither a letter nor a digit."""

    def __missing__(self, character: str) -> int:
        place = ord(character) % _SLOTS * _BITS
        self[character] = 1 << place if character.isalnum() else 0
        return self[character]


_SLOT = _Slots()
