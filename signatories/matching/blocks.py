"""Finds what shares rare words with given ones, without comparing all with all."""

from collections import defaultdict
from collections.abc import Collection

_SMALL = 40  # members: compared one by one
_LARGEST = 1_000  # members: a common word is only looked at together with another one
_MOST_FOUND = 60


class Blocks:
    """Members by each of their words. Memory grows with the words, time with the rare ones among them."""

    def __init__(self) -> None:
        self.count = 0
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, member: int, words: Collection[str]) -> None:
        """Know one more member."""
        self.count += 1
        for word in set(words):
            self._by_word[word].append(member)

    def near(self, words: Collection[str]) -> set[int]:
        """The members that share a rare word, or two of the rarer common ones."""
        blocks = sorted(
            (self._by_word[word] for word in set(words) if word in self._by_word), key=len
        )
        found: set[int] = set()
        common: list[list[int]] = []
        for block in blocks:
            if len(block) <= _SMALL:
                found.update(block)
            elif len(block) <= _LARGEST:
                common.append(block)
            if len(found) >= _MOST_FOUND or len(common) == 3:
                break
        if len(found) < _MOST_FOUND and len(common) > 1:
            found |= _in_two(common)
        return found


def _in_two(blocks: list[list[int]]) -> set[int]:
    """What stands in at least two of up to three blocks, the smallest first."""
    first, second, *third = map(set, blocks)
    both = first & second
    return both | (third[0] & (first | second)) if third else both
