"""References by a text, for a million of them: a few bytes each, and never the text itself."""

from array import array

from signatories.matching.records import Ref

_MOST = (
    50  # found for one text: a column of a million equal cells must not be compared all with all
)
_NONE = -1


class KeyIndex:
    """References by key. Only hashes are kept, so that what is found has to be compared once more.

    Entries are chained by the slot that their hash falls into, the latest first. There are as many slots as entries
    or more.
    """

    def __init__(self) -> None:
        self._latest = array("i", [_NONE]) * 1024  # the latest entry of each slot
        self._last = len(self._latest) - 1  # of the slots: their number is a power of two
        self._before = array("i")  # the entry before each in its slot
        self._hashes = array("q")
        self._refs = array("q")

    def add(self, key: object, ref: Ref) -> None:
        """Note a reference under a key."""
        entry = len(self._refs)
        if entry > self._last:
            self._grow()
        latest, code = self._latest, hash(key)
        slot = code & self._last
        self._before.append(latest[slot])
        latest[slot] = entry
        self._hashes.append(code)
        self._refs.append(ref)

    def __contains__(self, key: object) -> bool:
        """Whether a reference was noted under a key, or rarely under another one."""
        code = hash(key)
        entry = self._latest[code & self._last]
        while entry != _NONE and self._hashes[entry] != code:
            entry = self._before[entry]
        return entry != _NONE

    def find(self, key: object, most: int = _MOST) -> list[Ref]:
        """The references noted last under a key, in their order; rarely some of another key among them."""
        code = hash(key)
        found: list[Ref] = []
        entry = self._latest[code & self._last]
        while entry != _NONE and len(found) < most:
            if self._hashes[entry] == code:
                found.append(self._refs[entry])
            entry = self._before[entry]
        return found[::-1]

    def _grow(self) -> None:
        latest = self._latest = array("i", [_NONE]) * (4 * len(self._latest))
        last = self._last = len(latest) - 1
        for entry, code in enumerate(self._hashes):
            slot = code & last
            self._before[entry], latest[slot] = latest[slot], entry
