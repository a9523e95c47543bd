"""What each letter is to tell its recipient, held against the text of its pages as another reader gives it back."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from signatories.block.arrangement import Arrangement
from signatories.choosing import Addressed
from signatories.exports.letter_counts import LetterCounts, holds
from signatories.exports.letter_texts import LetterPart, LetterText, LetterTexts, Line, Listed
from signatories.merge import wording
from signatories.merge.block.texts import shown_texts
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import runs_left
from signatories.typesetting.direction import runs_left_to_right


class _List(NamedTuple):
    """The lists of a letter: how often they have each letter and digit, and the letters of their lines in order."""

    counts: int
    lines: tuple[str, ...]


class Told:
    """The letters of a snapshot. Characters are counted; of what runs from left to right the order is looked at too."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._texts = LetterTexts(snapshot)
        self._language = snapshot.text.language
        self._head = snapshot.text.letterhead if snapshot.run.letterhead else ()
        self._counts = LetterCounts()
        self._lists: dict[int, _List] = {}

    def is_all_in(self, pages: Sequence[str], recipient: Addressed) -> bool:
        """Whether the pages, which are all of a letter, have its words, every line of its lists and their numbers."""
        letter = self._texts.letter(recipient)
        list_ = self._list(letter)
        told = [*self._head, *letter.texts]
        whole = self._whole(pages, len(pages))
        return (
            self._has(pages, told, list_.counts)
            and self._in_order(whole, told)
            and (not self._is_straight(pages) or _follow(_kept(whole, str.isalpha), list_.lines))
        )

    def is_begun_in(self, pages: Sequence[str], of: int, recipient: Addressed) -> bool:
        """Whether the first pages, of so many, have all that comes before the text."""
        opening = takewhile(_is_line, self._texts.letter(recipient).parts)
        told = [*self._head, *(part.text for part in opening if isinstance(part, Line))]
        return self._has(pages, told) and self._in_order(self._whole(pages, of), told)

    def _has(self, pages: Iterable[str], told: Iterable[str], more: int = 0) -> bool:
        """Whether the pages have each letter and digit as often as it is told."""
        return holds(self._count(pages), self._count(told) + more)

    def _count(self, texts: Iterable[str]) -> int:
        return sum(map(self._counts.of_line, map(composed, texts)))

    def _in_order(self, whole: str, told: Iterable[str]) -> bool:
        if runs_left(self._language):
            return True
        straight = filter(runs_left_to_right, map(composed, told))
        lines = (_kept(line, str.isalnum) for line in straight)
        return _follow(whole, lines)

    def _is_straight(self, pages: Sequence[str]) -> bool:
        return not runs_left(self._language) and all(map(runs_left_to_right, pages))

    def _list(self, letter: LetterText) -> _List:
        """That of a letter, which many letters share; the texts keep it, so no other takes its place in memory."""
        key = id(letter.blocks)
        if key not in self._lists:
            counts, lines = 0, [""]
            for part in letter.parts:
                if isinstance(part, Listed):
                    lines = [composed(text) for _, text in shown_texts(part.arrangement)]
                    counts += self._count((*_around(part.arrangement), *lines))
            # The last one is the longest: all of a list that is limited stands in the annex.
            self._lists[key] = _List(counts, tuple(_kept(line, str.isalpha) for line in lines))
        return self._lists[key]

    def _whole(self, pages: Sequence[str], of: int) -> str:
        """The letters and digits of the pages without the lines that number them, which come amid what goes on.

        Nothing where one is missing.
        """
        texts = [_kept(page, str.isalnum) for page in pages]
        if of == 1 or runs_left(self._language):
            return "".join(texts)
        feet = [wording.page_of(page, of, self._language) for page in range(1, len(pages) + 1)]
        parted = [
            text.rpartition(_kept(composed(foot), str.isalnum))
            for text, foot in zip(texts, feet, strict=True)
        ]
        found = all(foot for _, foot, _ in parted)
        return "".join(before + after for before, _, after in parted) if found else ""


def composed(text: str) -> str:
    """The text with one character for what other readers give back as one."""
    return unicodedata.normalize("NFKC", text)


def _is_line(part: LetterPart) -> bool:
    return isinstance(part, Line)


def _around(list_: Arrangement) -> Iterator[str]:
    """What a list prints beside its lines, but for what numbers them."""
    yield from (list_.heading, *list_.above, *list_.below, *list_.notes)
    for section in list_.sections:
        yield from (section.heading, *section.head)


def _kept(text: str, kept: Callable[[str], bool]) -> str:
    """Those of its characters: of lists letters only, since figures that number lines and footnotes come amid them."""
    return "".join(filter(kept, text))


def _follow(whole: str, lines: Iterable[str]) -> bool:
    """Whether the lines follow each other in the text."""
    place = 0
    for line in lines:
        begin = whole.find(line, place)
        if begin < 0:
            return False
        place = begin + len(line)
    return True
