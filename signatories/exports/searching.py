"""The lines of a list looked for in the text of pages, in their order; what stands between them does not matter."""

from collections import Counter, deque
from collections.abc import Iterable

from signatories.typesetting.direction import runs_left_to_right
from signatories.typesetting.galleys import Line
from signatories.typesetting.pages import Placed

_KEPT = 1 << 15  # words
_AHEAD = 9  # lines


class Letters(dict[str, str]):
    """The letters of words. Figures, which number lines and footnotes amid them, spaces and signs do not count."""

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        made = word if word.isalpha() else "".join(filter(str.isalpha, word))
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

    A line with words from right to left is printed in another order than it is read: of such lines only the letters
    are counted, among all from the first page on that has such words, or that is `reordered` as a whole. There also
    a line from left to right may have others amid it, where one paragraph holds them all: what is not found is
    counted.
    """

    def __init__(
        self, lines: Iterable[tuple[int, str]], letters: Letters, *, reordered: bool
    ) -> None:
        self.found: list[int] = []
        self._lines = iter(lines)
        self._letters = letters
        self._wanted: deque[tuple[int, str]] = deque()
        self._is_reordered = reordered
        self._only_counted: list[int] = []
        self._to_count: Counter[str] = Counter()
        self._counted: Counter[str] = Counter()
        self._text = ""

    def read(self, text: str) -> None:
        """Look in the text that comes next."""
        self._is_reordered = self._is_reordered or not runs_left_to_right(text)
        if self._is_reordered:
            self._counted.update(text)
        self._text += text
        place = 0
        while (end := self._find(place)) is not None:
            place = end
        if self._wanted:
            longest = max(len(words) for _, words in self._wanted)
            place = max(place, len(self._text) - longest + 1)
        self._text = self._text[place:]

    def is_complete(self) -> bool:
        """Whether all lines are found, now that no more text comes."""
        while self._is_reordered and (self._wanted or self._take()):
            self._count(*self._wanted.popleft())
        if self._wanted or self._take() or not self._to_count <= self._counted:
            return False
        self.found += self._only_counted
        self._only_counted = []
        return True

    def _find(self, place: int) -> int | None:
        """Where the next line ends that is found from a place on."""
        for number in range(_AHEAD if self._is_reordered else 1):
            if number == len(self._wanted) and not self._take():
                break
            sign_on_id, words = self._wanted[number]
            begin = self._text.find(words, place)
            if begin >= 0:
                for _ in range(number):
                    self._count(*self._wanted.popleft())
                self._wanted.popleft()
                self.found.append(sign_on_id)
                return begin + len(words)
        return None

    def _take(self) -> bool:
        """Want one more of the lines that can be looked for, if there is one."""
        for sign_on_id, text in self._lines:
            words = self._letters.of(text)
            if not words:
                self.found.append(sign_on_id)
            elif runs_left_to_right(words):
                self._wanted.append((sign_on_id, words))
                return True
            else:
                self._count(sign_on_id, words)
        return False

    def _count(self, sign_on_id: int, words: str) -> None:
        self._only_counted.append(sign_on_id)
        self._to_count.update(words)
