"""References by key: most keys have one, and a list for each of 100,000 would cost more than the key."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from signatories.matching.records import Ref

Key = TypeVar("Key", bound=Hashable)


class RefsByKey(Generic[Key]):
    """Which records a key stands for, in the order in which they became known."""

    def __init__(self) -> None:
        self._refs: dict[Key, Ref | list[Ref]] = {}

    def add(self, key: Key, ref: Ref) -> bool:
        """Know one more record of a key, and say whether the key is new; the same one twice in a row counts once."""
        there = self._refs.get(key)
        if there is None:
            self._refs[key] = ref
            return True
        if isinstance(there, list):
            if there[-1] != ref:
                there.append(ref)
        elif there != ref:
            self._refs[key] = [there, ref]
        return False

    def add_all(self, pairs: Iterable[tuple[Key, Ref]]) -> None:
        """Know many more."""
        known = self._refs
        for key, ref in pairs:
            if known.setdefault(key, ref) is not ref:
                self.add(key, ref)

    def get(self, key: Key) -> Sequence[Ref]:
        """The records of a key."""
        found = self._refs.get(key)
        if found is None:
            return ()
        return found if isinstance(found, list) else (found,)
