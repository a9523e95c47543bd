"""References by key: most keys have one, and a list for each of 100,000 would cost more than the key."""

from collections.abc import Sequence

from signatories.matching.records import Ref


class RefsByKey:
    """Which records a key stands for, in the order in which they became known."""

    def __init__(self) -> None:
        self._refs: dict[str, Ref | list[Ref]] = {}

    def add(self, key: str, ref: Ref) -> None:
        """Know one more record of that key; the same one twice in a row counts once."""
        there = self._refs.setdefault(key, ref)
        if there is ref:
            return
        if isinstance(there, list):
            if there[-1] != ref:
                there.append(ref)
        elif there != ref:
            self._refs[key] = [there, ref]

    def get(self, key: str) -> Sequence[Ref]:
        """The records of a key."""
        found = self._refs.get(key)
        if found is None:
            return ()
        return found if isinstance(found, list) else (found,)

    def __contains__(self, key: str) -> bool:
        return key in self._refs
