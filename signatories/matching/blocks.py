"""Finds what shares rare words with given ones, without comparing all with all."""

from collections.abc import Collection
from itertools import combinations

_SMALL = 16  # members: a word of so few is rare, and they are compared one by one
_LARGEST = 3_000  # members: a word of more tells nothing
_MOST_FOUND = 40
_COMMON_WORDS = 3


class Blocks:
    """Members by each of their words. Memory grows with the words, time with the rare ones among them."""

    def __init__(self) -> None:
        self.count = 0
        self._rare: dict[str, list[int]] = {}
        self._common: dict[
            str, set[int]
        ] = {}  # two sets meet as fast as the smaller one is walked through

    def add(self, member: int, words: Collection[str]) -> None:
        """Know one more member."""
        self.count += 1
        for word in set(words):
            if (block := self._common.get(word)) is not None:
                block.add(member)
                continue
            few = self._rare.setdefault(word, [])
            few.append(member)
            if len(few) > _SMALL:
                self._common[word] = set(self._rare.pop(word))

    def near(self, words: Collection[str]) -> set[int]:
        """The members that share a rare word, or two of the rarer common ones."""
        found: set[int] = set()
        common: list[set[int]] = []
        for word in set(words):
            if few := self._rare.get(word):
                found.update(few)
            elif many := self._common.get(word):
                common.append(many)
        if len(found) < _MOST_FOUND and len(common) > 1:
            common.sort(key=len)
            for one, other in combinations(common[:_COMMON_WORDS], 2):
                if len(other) <= _LARGEST and len(found) < _MOST_FOUND:
                    found |= one & other
        return found
