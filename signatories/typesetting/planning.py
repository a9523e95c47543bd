"""Documents that differ in some of their galleys only: cut into pages once for all whose lines are as high."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from signatories.typesetting.findings import Findings
from signatories.typesetting.flow import Columns, PageBreak
from signatories.typesetting.galleys import Galley
from signatories.typesetting.pages import Page, Placed

_KEPT = 1 << 10  # plans

Fixed = Galley | Columns | PageBreak
Cut = Callable[[Sequence[Fixed]], tuple[Page, ...]]
_Shape = tuple[object, ...]


_shape: Callable[[Galley], _Shape] = attrgetter("tops", "bottoms", "breaks", "before", "after")
"""All of a galley that decides where pages end."""


class _Hole(NamedTuple):
    """A place on a page for the galley of this number among those that vary: its number among the placed."""

    place: int
    galley: int


class _Plan(NamedTuple):
    """A page as one of the documents has it, and where the others have galleys of their own."""

    page: Page
    holes: tuple[_Hole, ...]

    def filled(self, galleys: Sequence[Galley]) -> Page:
        """The page of the document with these galleys; the same object where nothing varies."""
        if not self.holes:
            return self.page
        placed = list(self.page.placed)
        for place, number in self.holes:
            x, y, _, first, end = placed[place]
            placed[place] = Placed(x, y, galleys[number], first, end)
        return Page(self.page.width, self.page.height, tuple(placed))


class PagePlans:
    """Makes the pages of documents whose flows are the same but for some galleys.

    `cut` makes pages of a flow, and tells `findings` what did not fit, which holds for one document only.
    """

    def __init__(self, cut: Cut, findings: Findings) -> None:
        self._cut = cut
        self._findings = findings
        self._plans: dict[tuple[_Shape, ...], tuple[_Plan, ...]] = {}

    def pages(
        self, varying: Sequence[Galley], flow: Callable[[], Sequence[Fixed]]
    ) -> tuple[Page, ...]:
        """The pages of a flow, in which the galleys that vary stand once each. It is asked for if none was like it."""
        shapes = tuple(map(_shape, varying))
        plans = self._plans.get(shapes)
        if plans is not None:
            return tuple([plan.filled(varying) for plan in plans])
        before = self._findings.added
        pages = self._cut(flow())
        if self._findings.added == before and not any(galley.notes for galley in varying):
            if len(self._plans) >= _KEPT:
                self._plans.clear()
            self._plans[shapes] = _plans(pages, varying)
        return pages


def _plans(pages: Sequence[Page], varying: Sequence[Galley]) -> tuple[_Plan, ...]:
    numbers = {galley: number for number, galley in enumerate(varying)}
    return tuple(
        _Plan(
            page,
            tuple(
                _Hole(place, numbers[placed.galley])
                for place, placed in enumerate(page.placed)
                if placed.galley in numbers
            ),
        )
        for page in pages
    )
