"""Where columns end so that they are as even as a typographer would make them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from signatories.typesetting.strands import TOLERANCE, Break, Place

_UNEVEN = 1.5  # of the tallest entry: no columns should differ by more
_NEAR = 2  # places on either side of the even one that are looked at


def balanced(
    breaks: Sequence[Break], full: Sequence[Place], count: int, height: float
) -> list[Place]:
    """Where `count` columns end that hold everything up to the last break within a height.

    None is taller than one before it, unless they would then differ by more than one and a half of the
    tallest entry; then the tallest is as short as may be. `full`: ends that are known to fit.
    """
    bottoms = [each.bottom for each in breaks]
    places = [each.place for each in breaks]
    known = [places.index(place) for place in full]
    known += [len(breaks) - 1] * (count - len(known))
    choices = [
        sorted({*_near(bottoms, bottoms[-1] * number / count), known[number - 1]})
        for number in range(1, count)
    ]
    tallest = max(below.bottom - above for above, below in _entries(breaks))
    best = min(
        (
            (_merit(heights, tallest), cuts)
            for cuts in product(*choices)
            if all(a <= b for a, b in pairwise(cuts))
            and max(heights := _heights(breaks, cuts)) <= height + TOLERANCE
        ),
        key=lambda rated: rated[0],
    )
    cuts = dict.fromkeys((*best[1], len(breaks) - 1))
    return [places[cut] for cut in cuts]


def _near(bottoms: Sequence[float], wanted: float) -> range:
    nearest = bisect_left(bottoms, wanted - TOLERANCE)
    return range(max(nearest - _NEAR, 0), min(nearest + _NEAR + 1, len(bottoms)))


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


def _merit(heights: Sequence[float], tallest: float) -> tuple[bool, bool, float, float]:
    """Smaller is better: even within an entry, never rising to the right, short, level."""
    spread = max(heights) - min(heights)
    rises = any(after > before + TOLERANCE for before, after in pairwise(heights))
    return spread > _UNEVEN * tallest + TOLERANCE, rises, round(max(heights), 3), round(spread, 3)
