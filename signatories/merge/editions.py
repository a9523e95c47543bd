"""The letter for all who see the same list: what is the same for everybody is set once."""

from functools import cached_property
from itertools import groupby

from signatories.expressions.fields import Field
from signatories.merge.blocks import Blocks
from signatories.merge.parts import Part
from signatories.merge.styles import BODY
from signatories.merge.values import Values
from signatories.typesetting.galleys import Galley
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Page, PageFormat
from signatories.typesetting.planning import Fixed, PagePlans

_KEPT = 1 << 9  # values of a part, and what was set of them


class Edition:
    """The letter for all who see the same list: its values, parts and blocks, and what is set of them.

    `plans` makes its pages, and those of no other. A stretch that does not vary is set when it is first asked for.
    """

    def __init__(
        self,
        values: Values,
        every: tuple[Part, ...],
        blocks: Blocks,
        setter: Typesetter,
        paper: PageFormat,
        plans: PagePlans,
    ) -> None:
        self.values = values
        self.parts = every
        self.blocks = blocks
        self._setter = setter
        self._paper = paper
        self._plans = plans

    @cached_property
    def texts(self) -> dict[int, str]:
        """What the letter shows of each signatory, by the id of the sign-on."""
        return dict(self.blocks.texts)

    @cached_property
    def own_fields(self) -> tuple[Field, ...]:
        """The fields of which recipients have values of their own."""
        every = (field for part in self.parts for field in part.fields if field.is_of_recipient)
        return tuple(dict.fromkeys(every))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What those fields are called."""
        return tuple(dict.fromkeys(field.name for field in self.own_fields))

    def pages(self, values: Values) -> tuple[Page, ...]:
        """One recipient's letter. Raises MissingValues when a field has neither value nor fallback."""
        flow: list[Fixed] = []
        varying: list[Galley] = []
        for stretch in self._stretches:
            if isinstance(stretch, _Varying):
                galleys = stretch.galleys(values)
                varying += galleys
                flow += galleys
            else:
                flow += stretch
        return self._plans.pages(flow, varying)

    @cached_property
    def _stretches(self) -> "tuple[tuple[Fixed, ...] | _Varying, ...]":
        """What varies, each part on its own, and what is the same for everybody, in their order."""
        stretches: list[tuple[Fixed, ...] | _Varying] = []
        for varies, run in groupby(self.parts, lambda part: part.varies):
            if varies:
                stretches += (_Varying(part, self._setter, self._paper) for part in run)
            else:
                items = (item for part in run for item in part.items(self.values))
                stretches.append(self._setter.fixed(items, self._paper.measure))
        return tuple(stretches)


class _Varying:
    """A part that varies. What was set of it is kept for values that come again."""

    def __init__(self, part: Part, setter: Typesetter, paper: PageFormat) -> None:
        self._part = part
        self._setter = setter
        self._measure = paper.measure
        self._names = _names(part)
        self._running = part.running
        self._ending = setter.ending(part.running.ending, BODY, paper) if part.running else None
        self._kept: dict[tuple[str | None, ...], tuple[Galley, ...]] = {}

    def galleys(self, values: Values) -> tuple[Galley, ...]:
        """The part, set. Raises MissingValues when a field has neither value nor fallback."""
        key = tuple([values[name] for name in self._names])
        galleys = self._kept.get(key)
        if galleys is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            galleys = self._kept[key] = self._set(values)
        return galleys

    def _set(self, values: Values) -> tuple[Galley, ...]:
        if self._running and self._ending:
            return self._ending.set(self._running.beginning(values))
        made = self._setter.fixed(self._part.items(values), self._measure)
        return tuple(item for item in made if isinstance(item, Galley))  # nothing else varies


def _names(part: Part) -> tuple[str, ...]:
    """The fields of a part that recipients have values of their own for."""
    return tuple(dict.fromkeys(field.name for field in part.fields if field.is_of_recipient))
