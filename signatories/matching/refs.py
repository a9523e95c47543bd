"""References by key: most keys have one, and a list for each of 100,000 would cost more than the key."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


class RefsByKey(dict[Key, int | list[int]]):
    """Which records a key stands for, in the order in which they became known: one, or a list of several."""

    def add(self, key: Key, ref: int) -> bool:
        """Know one more record of a key, and say whether the key is new; the same one twice in a row counts once."""
        there = self.get(key)
        if there is None:
            self[key] = ref
            return True
        if isinstance(there, list):
            if there[-1] != ref:
                there.append(ref)
        elif there != ref:
            self[key] = [there, ref]
        return False

    def of(self, key: Key) -> Sequence[int]:
        """The records of a key."""
        found = self.get(key)
        if found is None:
            return ()
        return found if isinstance(found, list) else (found,)
