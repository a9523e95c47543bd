"""The order of a block compared with a list from elsewhere: what moved, what is missing, what is out of order."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from signatories.block.ordering import key
from signatories.block.settings import OrderRule, Pin
from signatories.block.signatory import Signatory
from signatories.collation import fold
from signatories.models.block import PinPlace

_MARK = re.compile(r"\s*(?:\(?\d{1,7}[.):]?(?=\s)|\d{1,7}[.)]|[-–—•·*‣▪◦](?=\s))\s*")


class Move(NamedTuple):
    """A line that stands elsewhere in the given list. `here` and `there` count from 1; `after`: its neighbour there."""

    signatory: Signatory
    here: int
    there: int
    after: Signatory | None


class Inversion(NamedTuple):
    """Two neighbours of the given list, of which the second should come first. `line`: of the first, from 1."""

    line: int
    first: Signatory
    second: Signatory


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a given list says of an order.

    `moves` are the fewest that make one order of the other. `unknown` are given lines that nobody here is, `absent`
    signatories that the list lacks. `inversions` are where the given list breaks the rule, and no pin here does so.
    """

    moves: tuple[Move, ...]
    unknown: tuple[str, ...]
    absent: tuple[Signatory, ...]
    inversions: tuple[Inversion, ...]

    @property
    def pins(self) -> tuple[Pin, ...]:
        """Pins that give the compared order, if it had none, that of the given list."""
        return tuple(
            Pin(move.signatory.sign_on_id, PinPlace.FIRST)
            if move.after is None
            else Pin(move.signatory.sign_on_id, PinPlace.AFTER, move.after.sign_on_id)
            for move in self.moves
        )


class Group(NamedTuple):
    """Lines in their order, the rule that made it, and the ids of those that a pin moved against it."""

    lines: Sequence[Signatory]
    rule: OrderRule
    pinned: Collection[int] = ()


def compare(groups: Sequence[Group], given: Iterable[str], language: str) -> Comparison:
    """Compare a list in groups with the lines of a text; lines of nothing but a number are passed over."""
    lines = [line for group in groups for line in group.lines]
    texts = [text for text in given if _plain(_unmarked(text))]
    found = _found(lines, texts)
    matched = [(number, here) for number, here in enumerate(found, start=1) if here is not None]
    known = {here for _, here in matched}
    return Comparison(
        moves=tuple(_moves(lines, matched)),
        unknown=tuple(text for text, here in zip(texts, found, strict=True) if here is None),
        absent=tuple(line for here, line in enumerate(lines) if here not in known),
        inversions=tuple(_inversions(groups, matched, language)),
    )


def _found(lines: Sequence[Signatory], texts: Sequence[str]) -> list[int | None]:
    """For each text the number of the line that it is, the surest first; each line is found once."""
    readings = [tuple(_readings(text)) for text in texts]
    found: list[int | None] = [None] * len(texts)
    free = set(range(len(lines)))
    for spelling in _SPELLINGS:
        places: dict[str, list[int]] = defaultdict(list)
        for here in sorted(free, reverse=True):
            places[_plain(spelling(lines[here]))].append(here)
        for number, words in enumerate(readings):
            same = next((places[word] for word in words if places.get(word)), None)
            if found[number] is None and same:
                found[number] = same.pop()
        free -= set(found)
    return found


def _parts(*parts: str) -> str:
    return " ".join(part for part in parts if part)


_SPELLINGS: tuple[Callable[[Signatory], str], ...] = (
    lambda line: line.line,
    lambda line: _parts(line.name, line.organisation),
    lambda line: _parts(line.organisation, line.acronym, line.country),
    lambda line: _parts(line.organisation, line.country),
    lambda line: _parts(line.organisation, line.acronym),
    lambda line: line.organisation or line.name,
    lambda line: _parts(line.organisation, line.name),
    lambda line: line.name,
)
"""How a list may write a line, the surest first."""


def _readings(text: str) -> Iterator[str]:
    """The text, the text without a number or bullet, and each cell of a row."""
    yield _plain(text)
    yield _plain(_unmarked(text))
    if "\t" in text:
        yield from filter(None, map(_plain, text.split("\t")))


def _unmarked(text: str) -> str:
    return _MARK.sub("", text, count=1)


def _plain(text: str) -> str:
    """The letters and digits of a text, by words: lists differ in dashes, brackets and commas."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def _moves(lines: Sequence[Signatory], matched: Sequence[tuple[int, int]]) -> Iterator[Move]:
    staying = _longest_rising([here for _, here in matched])
    after = None
    for place, (there, here) in enumerate(matched):
        if place not in staying:
            yield Move(lines[here], here + 1, there, after)
        after = lines[here]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising part of different numbers: what need not move."""
    ends: list[int] = []  # the smallest last number of a rising part of each length,
    places: list[int] = []  # and where it stands
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
        before.append(places[length - 1] if length else -1)
    found: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _inversions(
    groups: Sequence[Group], matched: Iterable[tuple[int, int]], language: str
) -> Iterator[Inversion]:
    """Neighbours of the given list that stand in one group here, and there against its rule."""
    keyed = [
        (number, line, key(line, group.rule, language))
        for number, group in enumerate(groups)
        for line in group.lines
    ]
    for (there, one), (_, other) in pairwise(matched):
        (group, first, earlier), (same, second, later) = keyed[one], keyed[other]
        pinned = groups[group].pinned
        is_kept = first.sign_on_id in pinned or second.sign_on_id in pinned
        if group == same and earlier > later and not is_kept:
            yield Inversion(there, first, second)
