"""The lines of a list looked for in the text of pages, in their order; what stands between them does not matter."""

from collections import Counter
from collections.abc import Iterable

from signatories.typesetting.direction import runs_left_to_right
from signatories.typesetting.galleys import Line
from signatories.typesetting.pages import Placed

_KEPT = 1 << 15  # words


class Letters(dict[str, str]):
    """The letters and digits of words; spaces, signs and the raised figures of footnotes are left out."""

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        made = word if word.isascii() and word.isalnum() else "".join(filter(_is_said, word))
        self[word] = made
        return made

    def of(self, text: str) -> str:
        """Those of a text of several words."""
        return "".join(map(self.__getitem__, text.split()))

    def placed(self, placed: Placed) -> str:
        """Those of a piece of a page, as its lines print them from left to right."""
        lines = placed.galley.lines[placed.first : placed.end]
        texts = [word.text for line in lines if isinstance(line, Line) for word in line.words]
        return "".join(map(self.__getitem__, texts))


class Search:
    """Looks for lines in text that comes page by page, and keeps no more of it than a line is long.

    A line with words from right to left is printed in another order than it is read: of those only the letters
    are counted, among all from the first page on that has such words.
    """

    def __init__(self, lines: Iterable[tuple[int, str]], letters: Letters) -> None:
        self.found: list[int] = []
        self._lines = iter(lines)
        self._letters = letters
        self._reordered: list[int] = []
        self._to_count: Counter[str] = Counter()
        self._counted: Counter[str] = Counter()
        self._wanted = self._next()
        self._text = ""

    def read(self, text: str) -> None:
        """Look in the text that comes next."""
        if self._counted or not runs_left_to_right(text):
            self._counted.update(text)
        self._text += text
        place = 0
        while self._wanted:
            sign_on_id, words = self._wanted
            begin = self._text.find(words, place)
            if begin < 0:
                place = max(place, len(self._text) - len(words) + 1)
                break
            place = begin + len(words)
            self.found.append(sign_on_id)
            self._wanted = self._next()
        self._text = self._text[place:]

    def is_complete(self) -> bool:
        """Whether all lines are found, now that no more text comes."""
        if self._wanted or not self._to_count <= self._counted:
            return False
        self.found += self._reordered
        self._reordered = []
        return True

    def _next(self) -> tuple[int, str] | None:
        """The next line that can be looked for."""
        for sign_on_id, text in self._lines:
            words = self._letters.of(text)
            if runs_left_to_right(words):
                return sign_on_id, words
            self._reordered.append(sign_on_id)
            self._to_count.update(words)
        return None


def _is_said(character: str) -> bool:
    return character.isalpha() or character.isdecimal()
