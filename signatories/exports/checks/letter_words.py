"""What a letter says, letter by letter and in order: what is held against it lacks nothing and adds nothing."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from signatories.block.arrangement import Arrangement
from signatories.exports.letter_texts import LetterText, Line, Listed, texts_of

_DIGITS = re.compile(r"\d+")
_KEPT = 1 << 15  # words


class _Letters(dict[str, str]):
    """The letters of each word that was asked for; begun anew when they are too many to keep."""

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        letters = self[word] = "".join(filter(str.isalpha, word))
        return letters


class _Said(NamedTuple):
    """The letters of a text, and its digits."""

    letters: str
    digits: str


class LetterWords:
    """Holds texts of letters against what each is to say, below `head`.

    Of digits it says only that none is missing: formats number lines and footnotes in ways of their own.
    """

    def __init__(self, head: Iterable[str]) -> None:
        self._letters = _Letters()
        self._head = self._said(head)
        self._lists: dict[tuple[int, str], _Said] = {}

    def are_in(self, text: str, letter: LetterText) -> bool:
        """Whether a text has the words and names of a letter in their order, and no others."""
        said, found = [self._head, *self._parts(letter)], self._said([text])
        if found.letters != "".join(part.letters for part in said):
            return False
        digits = iter(found.digits)
        return all(digit in digits for part in said for digit in part.digits)

    def _parts(self, letter: LetterText) -> Iterator[_Said]:
        for part in letter.parts:
            if isinstance(part, Listed):
                yield self._list(letter, part)
            else:
                yield self._said([part.text] if isinstance(part, Line) else texts_of(part))

    def _list(self, letter: LetterText, listed: Listed) -> _Said:
        """A list that many letters share; they keep it, so its id stays its own."""
        key = id(letter.blocks), listed.annex
        if key not in self._lists:
            self._lists[key] = self._said([listed.annex, *_listed(listed.arrangement)])
        return self._lists[key]

    def _said(self, texts: Iterable[str]) -> _Said:
        whole = " ".join(texts)
        letters = "".join(map(self._letters.__getitem__, whole.split()))
        return _Said(letters, "".join(_DIGITS.findall(whole)))


def _listed(list_: Arrangement) -> Iterator[str]:
    """All that a list prints, in its order."""
    yield list_.heading
    yield from list_.above
    for section in list_.sections:
        yield from (section.heading, *section.head)
        for entry in section.entries:
            yield from entry.cells or (entry.text,)
    yield from list_.below
    yield from list_.notes
