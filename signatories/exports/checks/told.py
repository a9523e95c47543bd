"""What each letter is to tell its recipient, held against the text of its pages as another reader gives it back."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from signatories.block.arrangement import Arrangement, Section
from signatories.block.pieces import plain
from signatories.block.settings import Layout
from signatories.exports.checks.letter_counts import LetterCounts, holds, is_made_of
from signatories.exports.letter_texts import LetterPart, LetterText, LetterTexts, Line, Listed
from signatories.expressions.blocks import Block, Listing, Quote
from signatories.merge import wording
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Fill, Form
from signatories.recipients.choosing import Addressed
from signatories.typesetting.direction import runs_left, runs_left_to_right

_SHARING = frozenset({Form.RUN_IN, Form.LOGOS})  # several entries stand on one line of the paper


class _List(NamedTuple):
    """The lists of a letter: how often they have each letter and digit, and the letters of their lines in order.

    `heads`: the counts of those heads of tables that come again on each page. `notes`: the footnotes, likewise.
    `again`: the headings that may stand above what goes on on a further page, as letters and digits.
    """

    counts: int
    heads: tuple[int, ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    again: tuple[str, ...]


class ToldLetters:
    """The letters of a snapshot, each held against its pages.

    Characters are counted; of what runs from left to right the order is looked at too, but for lines of a list that
    stand on one line of the paper with others from right to left, which readers give back in orders of their own.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._texts = LetterTexts(snapshot)
        self._head = snapshot.text.letterhead if snapshot.run.letterhead else ()
        self._counts = LetterCounts()
        self._lists: dict[int, _List] = {}

    def is_all_in(self, pages: Sequence[str], recipient: Addressed) -> bool:
        """Whether the pages, which are all of a letter, have its words, its lists and its numbers, and nothing else."""
        letter = self._texts.letter(recipient)
        list_, language = self._list(letter), letter.language
        told = [*self._head, *letter.texts]
        whole = _without(_whole(pages, len(pages), language), list_.notes)
        feet = _feet(len(pages), language)
        wanted = self._count((*told, *_numbers(letter), *feet)) + list_.counts
        wanted += self._count(_again(pages, list_.again))
        found = self._count(pages)
        return (
            holds(found, wanted)
            and is_made_of(found - wanted, list_.heads)
            and _in_order(whole, told, language)
            and (runs_left(language) or _follow(_kept(whole, str.isalpha), list_.lines))
        )

    def is_begun_in(self, pages: Sequence[str], of: int, recipient: Addressed) -> bool:
        """Whether the first pages, of so many, have all that comes before the text."""
        letter = self._texts.letter(recipient)
        opening = takewhile(_is_line, letter.parts)
        told = [*self._head, *(part.text for part in opening if isinstance(part, Line))]
        has_all = holds(self._count(pages), self._count(told))
        whole = _whole(pages, of, letter.language)
        return has_all and _in_order(whole, told, letter.language)

    def _count(self, texts: Iterable[str]) -> int:
        return sum(map(self._counts.of_line, map(composed, texts)))

    def _list(self, letter: LetterText) -> _List:
        """That of a letter, which many letters share; the texts keep it, so no other takes its place in memory."""
        key = id(letter.blocks)
        if key not in self._lists:
            self._lists[key] = self._read(letter)
        return self._lists[key]

    def _read(self, letter: LetterText) -> _List:
        counts, lines, notes = 0, list[str](), list[str]()
        heads, again = set[int](), set[str]()
        for part in letter.parts:
            if isinstance(part, Listed):
                counts += self._count(_around(part.arrangement))
                numbered = enumerate(part.arrangement.notes, start=1)
                notes += (
                    _kept(composed(f"{number}{note}"), str.isalnum) for number, note in numbered
                )
                for section in part.arrangement.sections:
                    shown = [composed(entry.shown) for entry in section.entries]
                    counts += sum(map(self._counts.of_line, shown))
                    counts += self._count(_signs(section))
                    heads.add(self._count(section.head))
                    again.add(_kept(composed(plain(section.again)), str.isalnum))
                    lines += _in_their_order(shown, section.layout)
        kept = tuple(_kept(line, str.isalpha) for line in lines)
        return _List(counts, tuple(heads - {0}), kept, tuple(notes), tuple(again - {""}))


def _again(pages: Sequence[str], headings: tuple[str, ...]) -> Iterator[str]:
    """The headings with which pages after the first begin; readers may give back one of two directions in any order."""
    longest = sorted(headings, key=len, reverse=True)
    for page in pages[1:]:
        begun = _kept(composed(page), str.isalnum)
        same = (each for each in longest if sorted(each) == sorted(begun[: len(each)]))
        yield from islice(same, 1)


def composed(text: str) -> str:
    """The text with one character for what other readers give back as one."""
    return unicodedata.normalize("NFKC", text)


def _in_order(whole: str, told: Iterable[str], language: str) -> bool:
    if runs_left(language):
        return True
    straight = filter(runs_left_to_right, map(composed, told))
    lines = (_kept(line, str.isalnum) for line in straight)
    return _follow(whole, lines)


def _feet(pages: int, language: str) -> list[str]:
    """The lines that number the pages; of one page there is none."""
    if pages == 1:
        return []
    return [wording.page_of(page, pages, language) for page in range(1, pages + 1)]


def _whole(pages: Sequence[str], of: int, language: str) -> str:
    """The letters and digits of the pages without the lines that number them, which come amid what goes on.

    Nothing where one is missing.
    """
    texts = [_kept(page, str.isalnum) for page in pages]
    if of == 1 or runs_left(language):
        return "".join(texts)
    parted = [
        text.rpartition(_kept(composed(foot), str.isalnum))
        for text, foot in zip(texts, _feet(of, language), strict=False)
    ]
    found = all(foot for _, foot, _ in parted)
    return "".join(before + after for before, _, after in parted) if found else ""


def _is_line(part: LetterPart) -> bool:
    return isinstance(part, Line)


def _around(list_: Arrangement) -> Iterator[str]:
    """What a list prints beside its lines and what numbers them."""
    yield from (list_.heading, *list_.above, *list_.below, *list_.notes)
    for section in list_.sections:
        yield from (section.heading, *section.head)


def _signs(section: Section) -> Iterator[str]:
    """What numbers the lines of a section, and their footnotes: in the line, and before the note."""
    for entry in section.entries:
        if entry.marker:
            yield entry.marker
        if entry.note is not None:
            yield from (str(entry.note),) * 2


def _in_their_order(shown: Sequence[str], layout: Layout) -> Sequence[str]:
    """Those lines of a section that every reader gives back in this order."""
    straight = [*filter(runs_left_to_right, shown)]
    alone = layout.form not in _SHARING and (layout.columns == 1 or layout.fill is Fill.DOWN)
    return straight if alone or len(straight) == len(shown) else ()


def _numbers(letter: LetterText) -> Iterator[str]:
    """What numbers the items of lists in the text of a letter."""
    for part in letter.parts:
        if isinstance(part, Listing | Quote):
            yield from _numbers_in(part)


def _numbers_in(block: Block) -> Iterator[str]:
    match block:
        case Listing(items, start):
            for place, item in enumerate(items):
                if start is not None:
                    yield str(start + place)
                for part in item:
                    yield from _numbers_in(part)
        case Quote(blocks):
            for part in blocks:
                yield from _numbers_in(part)


def _kept(text: str, kept: Callable[[str], bool]) -> str:
    """Those of its characters: of lists letters only, since figures that number lines and footnotes come amid them."""
    return "".join(filter(kept, text))


def _without(whole: str, notes: Iterable[str]) -> str:
    """The text without footnotes, which come amid what goes on to the next page."""
    kept, place = list[str](), 0
    for note in notes:
        begin = whole.find(note, place)
        if begin >= 0:
            kept.append(whole[place:begin])
            place = begin + len(note)
    return "".join([*kept, whole[place:]])


def _follow(whole: str, lines: Iterable[str]) -> bool:
    """Whether the lines follow each other in the text."""
    place = 0
    for line in lines:
        begin = whole.find(line, place)
        if begin < 0:
            return False
        place = begin + len(line)
    return True
