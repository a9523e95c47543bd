"""References by a text, for a million of them: a few bytes each, and never the text itself."""

from array import array

from signatories.matching.records import Ref

_MOST = (
    50  # found for one text: a column of a million equal cells must not be compared all with all
)
_EMPTY = -1


class KeyIndex:
    """References by key. Only hashes are kept, so that what is found has to be compared once more."""

    def __init__(self) -> None:
        self._slots = array("i", [_EMPTY]) * 1024
        self._hashes = array("q")
        self._refs = array("q")
        self._before = array("i")  # the entry before with the same hash

    def add(self, key: object, ref: Ref) -> None:
        """Note a reference under a key."""
        if 2 * len(self._refs) >= len(self._slots):
            self._grow()
        code = _hash(key)
        slot = self._slot(code)
        self._before.append(self._slots[slot])
        self._slots[slot] = len(self._refs)
        self._hashes.append(code)
        self._refs.append(ref)

    def __contains__(self, key: object) -> bool:
        """Whether a reference was noted under a key, or rarely under another one."""
        return self._slots[self._slot(_hash(key))] != _EMPTY

    def find(self, key: object) -> list[Ref]:
        """The references noted last under a key, in their order; rarely some of another key among them."""
        found: list[Ref] = []
        entry = self._slots[self._slot(_hash(key))]
        while entry != _EMPTY and len(found) < _MOST:
            found.append(self._refs[entry])
            entry = self._before[entry]
        return found[::-1]

    def _slot(self, code: int) -> int:
        """Where a hash stands, or would stand."""
        slots, last = self._slots, len(self._slots) - 1
        place = (code ^ (code >> 32)) & last
        while (entry := slots[place]) != _EMPTY and self._hashes[entry] != code:
            place = (place + 1) & last
        return place

    def _grow(self) -> None:
        self._slots = array("i", [_EMPTY]) * (4 * len(self._slots))
        for entry, code in enumerate(self._hashes):
            self._slots[self._slot(code)] = entry


def _hash(key: object) -> int:
    """Far apart for numbers that follow each other, which hash to themselves: side by side they fill one place."""
    return hash((key,))
