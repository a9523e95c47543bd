"""Where columns end so that they are as even as a typographer would make them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from signatories.typesetting.strands import TOLERANCE, Break, Place

_ODD = 2.5  # of the tallest entry: columns that differ by more look like a mistake
_NEAR, _FAR = (
    2,
    5,
)  # places on either side of the even one: looked at first, and if none of them is good


class _Merit(NamedTuple):
    """Of columns; the smaller, the better."""

    is_odd: bool
    empty: int
    rises: bool
    height: float
    spread: float

    @property
    def is_good(self) -> bool:
        return not (self.is_odd or self.empty or self.rises)


_Rated = tuple[_Merit, tuple[int, ...]]


def balanced(
    breaks: Sequence[Break], full: Sequence[Place], count: int, height: float
) -> list[Place]:
    """Where `count` columns end that hold everything up to the last break within a height.

    None is taller than one before it, unless one would then be empty or they would differ by more than
    two and a half of the tallest entry; of such columns those with the lowest are taken, and of those
    the most level. `full`: ends that are known to fit.
    """
    places = [each.place for each in breaks]
    known = [places.index(place) for place in full]
    known += [len(breaks) - 1] * (count - len(known))
    merit, cuts = _best(breaks, known, height, _NEAR)
    if not merit.is_good:
        _, cuts = _best(breaks, known, height, _FAR)
    return [places[cut] for cut in dict.fromkeys((*cuts, len(breaks) - 1))]


def _best(breaks: Sequence[Break], known: Sequence[int], height: float, near: int) -> _Rated:
    """The best cuts near the even ones, or else the known ones."""
    bottoms = [each.bottom for each in breaks]
    even = [bottoms[-1] * number / len(known) for number in range(1, len(known))]
    choices = [
        sorted({*_around(bottoms, wanted, near), cut})
        for wanted, cut in zip(even, known, strict=False)
    ]
    tallest = max(below.bottom - above for above, below in _entries(breaks))
    return min(
        (_merit(heights, tallest), cuts)
        for cuts in product(*choices)
        if all(a <= b for a, b in pairwise(cuts))
        and max(heights := _heights(breaks, cuts)) <= height + TOLERANCE
    )


def _around(bottoms: Sequence[float], wanted: float, near: int) -> range:
    nearest = bisect_left(bottoms, wanted - TOLERANCE)
    return range(max(nearest - near, 0), min(nearest + near + 1, len(bottoms)))


def _entries(breaks: Sequence[Break]) -> Iterator[tuple[float, Break]]:
    """What no column parts: where each begins, and the break after it."""
    top = 0.0
    for each in breaks:
        yield top, each
        top = each.top


def _heights(breaks: Sequence[Break], cuts: Sequence[int]) -> list[float]:
    """The height of each column; an empty one has none."""
    last = len(breaks) - 1
    tops = [0.0, *(breaks[cut].top for cut in cuts)]
    ends = [breaks[cut].bottom for cut in (*cuts, last)]
    return [max(end - top, 0.0) for top, end in zip(tops, ends, strict=True)]


def _merit(heights: Sequence[float], tallest: float) -> _Merit:
    highest = max(heights)
    spread = highest - min(heights)
    return _Merit(
        spread > _ODD * tallest + TOLERANCE,
        heights.count(0.0),
        any(after > before + TOLERANCE for before, after in pairwise(heights)),
        round(highest, 3),
        round(spread, 3),
    )
