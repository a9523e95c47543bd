"""The lines of a list looked for in the text of pages, in their order; what stands between them does not matter."""

from collections import Counter, deque
from collections.abc import Iterable
from itertools import islice

from signatories.block.values import raised
from signatories.typesetting.direction import runs_left_to_right
from signatories.typesetting.galleys import Line
from signatories.typesetting.pages import Placed

_MARKS = raised(1234567890)
_AHEAD = 9  # lines


def text_of(placed: Placed) -> str:
    """What a piece of a page says, as its lines print it from left to right, without spaces and marks of footnotes."""
    lines = placed.galley.lines[placed.first : placed.end]
    return _squeezed(
        "".join([word.text for line in lines if isinstance(line, Line) for word in line.words])
    )


class Search:
    """Looks for lines in text that comes page by page, and keeps no more of it than a line is long.

    A line with words from right to left is printed in another order than it is read: of such lines only the
    characters are counted, among all from the first page on for which one is wanted, or of a list that is `reordered`
    as a whole. There also a line from left to right may have others amid it, where one paragraph holds them all: what
    is not found is counted.
    """

    def __init__(self, *, reordered: bool) -> None:
        self.found = 0
        self._is_reordered = reordered
        self._wanted: deque[str] = deque()
        self._only_counted = 0
        self._to_count: Counter[str] = Counter()
        self._counted: Counter[str] = Counter()
        self._text = ""

    def want(self, lines: Iterable[str]) -> None:
        """Look for these lines too, in this order, from the text on that comes next."""
        texts = list(lines)
        if not self._is_reordered:
            self._is_reordered = not runs_left_to_right("".join(texts))
        wanted = _all_squeezed(texts)
        if not self._is_reordered and all(wanted):  # nearly all
            self._wanted += wanted
            return
        for text in wanted:
            if not text:
                self.found += 1
            elif self._is_reordered and not runs_left_to_right(text):
                self._count(text)
            else:
                self._wanted.append(text)

    def read(self, text: str) -> None:
        """Look in the text that comes next."""
        if self._is_reordered:
            self._counted.update(text)
        text = self._text + text
        place = 0
        while self._wanted:
            begin = text.find(self._wanted[0], place)
            if begin >= 0:
                place = self._take(text, begin)
            elif not self._is_reordered or not self._pass_over(text, place):
                break
        longest = max(map(len, islice(self._wanted, _AHEAD)), default=1)
        self._text = text[max(place, len(text) - longest + 1) :]

    def is_complete(self) -> bool:
        """Whether all lines are found, now that no more text comes."""
        while self._is_reordered and self._wanted:
            self._count(self._wanted.popleft())
        if self._wanted or not self._to_count <= self._counted:
            return False
        self.found += self._only_counted
        self._only_counted = 0
        return True

    def _take(self, text: str, place: int) -> int:
        """Take away the lines that stand from a place on, one right behind the other; return where they end."""
        count = 1
        while (lines := "".join(islice(self._wanted, count))) and text.startswith(lines, place):
            place += len(lines)
            for _ in range(min(count, len(self._wanted))):
                self._wanted.popleft()
                self.found += 1
            count *= 2  # nearly all of a page stand so
        return place

    def _pass_over(self, text: str, place: int) -> bool:
        """Count the next lines, if one shortly after them is found from a place on."""
        for number, words in enumerate(islice(self._wanted, 1, _AHEAD), start=1):
            if text.find(words, place) >= 0:
                for _ in range(number):
                    self._count(self._wanted.popleft())
                return True
        return False

    def _count(self, words: str) -> None:
        self._only_counted += 1
        self._to_count.update(words)


def _all_squeezed(texts: list[str]) -> list[str]:
    """Texts as `text_of` says them. From nearly all only plain spaces go: all together, since lists are long."""
    whole = "\n".join(texts).replace(" ", "")
    squeezed = whole.split("\n")
    is_plain = squeezed == whole.split() and len(squeezed) == len(texts)
    if is_plain and not any(mark in whole for mark in _MARKS):
        return squeezed
    return [_squeezed(text) for text in texts]


def _squeezed(text: str) -> str:
    text = "".join(text.split())
    for mark in _MARKS:
        text = text.replace(mark, "")
    return text
