"""Finds the names that share rare words with a name, without comparing all with all."""

from collections import defaultdict

from signatories.matching.organisation_names import Form

_SMALL_BLOCK = 40  # names: compared one by one
_LARGEST_BLOCK = 3_000  # names: common words are only looked at together with another one
_MOST_CANDIDATES = 60


class NameIndex:
    """Forms of names by key, and by each of their words. Memory grows with the words, time with the rare ones."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.forms: list[Form] = []
        self._blocks: dict[str, list[int]] | None = None

    def add(self, form: Form) -> int:
        """Know a form; return its number, the same for the same key."""
        number = self.numbers.setdefault(form.key, len(self.forms))
        if number == len(self.forms):
            self.forms.append(form)
            if self._blocks is not None:
                self._add_words(self._blocks, number, form)
        return number

    def near(self, form: Form) -> set[int]:
        """The numbers of forms that share a rare word, or two common ones."""
        blocks = self._all_blocks()
        known = sorted((len(blocks[w]), w) for w in set(form.words) if w in blocks)
        found: set[int] = set()
        common: list[str] = []
        for size, word in known:
            if size <= _SMALL_BLOCK:
                found.update(blocks[word])
            elif size <= _LARGEST_BLOCK:
                common.append(word)
            if len(found) >= _MOST_CANDIDATES or len(common) == 3:
                break
        if len(found) < _MOST_CANDIDATES and len(common) > 1:
            found |= _in_two([blocks[word] for word in common])
        return found

    def _all_blocks(self) -> dict[str, list[int]]:
        """Built when it is first asked for: where all names are equal to known ones, it never is."""
        if self._blocks is None:
            self._blocks = defaultdict(list)
            for number, form in enumerate(self.forms):
                self._add_words(self._blocks, number, form)
        return self._blocks

    def _add_words(self, blocks: dict[str, list[int]], number: int, form: Form) -> None:
        for word in set(form.words):
            blocks[word].append(number)


def _in_two(blocks: list[list[int]]) -> set[int]:
    """What stands in at least two of up to three blocks, the smallest first."""
    first, second, *third = map(set, blocks)
    both = first & second
    return both | (third[0] & (first | second)) if third else both
