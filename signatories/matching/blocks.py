"""Finds what shares rare words with given ones, without comparing all with all."""

from collections.abc import Collection
from itertools import combinations

_SMALL = 16  # members: a word of so few is rare, and they are compared one by one
_LARGEST = 3_000  # members: a word of more tells nothing
_MOST_FOUND = 40
_COMMON_WORDS = 3


class Blocks:
    """Members by each of their words. Memory grows with the words, time with the rare ones among them.

    A block is a single member, as most are, a list of few, or a set of many: two sets meet as fast as the smaller
    one is walked through.
    """

    def __init__(self) -> None:
        self.count = 0
        self._blocks: dict[str, int | list[int] | set[int]] = {}

    def add(self, member: int, words: Collection[str]) -> None:
        """Know one more member."""
        self.count += 1
        blocks = self._blocks
        for word in set(words):
            block = blocks.get(word)
            if block is None:
                blocks[word] = member
            elif isinstance(block, set):
                block.add(member)
            elif isinstance(block, int):
                blocks[word] = [block, member]
            elif len(block) < _SMALL:
                block.append(member)
            else:
                blocks[word] = {*block, member}

    def near(self, words: Collection[str]) -> set[int]:
        """The members that share a rare word, or two of the rarer common ones."""
        found: set[int] = set()
        common: list[set[int]] = []
        for word in set(words):
            block = self._blocks.get(word)
            if block is None:
                continue
            if isinstance(block, set):
                common.append(block)
            elif isinstance(block, int):
                found.add(block)
            else:
                found.update(block)
        if len(found) < _MOST_FOUND and len(common) > 1:
            common.sort(key=len)
            for one, other in combinations(common[:_COMMON_WORDS], 2):
                if len(other) <= _LARGEST and len(found) < _MOST_FOUND:
                    found |= one & other
        return found
