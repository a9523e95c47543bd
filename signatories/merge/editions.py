"""The letter for all who see the same list: what is the same for everybody is set once."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain, groupby, repeat
from operator import itemgetter

from signatories.expressions.fields import Field
from signatories.merge.blocks import Blocks
from signatories.merge.body import has_words
from signatories.merge.parts import Part
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

    def pages(self, every: Sequence[Values]) -> Iterator[tuple[Page, ...]]:
        """Some letters by their recipients' values, each part of all of them set at a time.

        Raises MissingValues when a field has neither value nor fallback.
        """
        varying = [part for part in self._stretches if isinstance(part, _Varying)]
        columns = [part.galleys(every) for part in varying]
        for row in zip(*columns, strict=True) if columns else repeat((), len(every)):
            galleys = [*chain.from_iterable(row)]
            yield self._plans.pages(galleys, partial(self._flow, row))

    def _flow(self, row: Iterable[tuple[Galley, ...]]) -> list[Fixed]:
        """The flow of one letter, with these galleys in the places of the parts that vary."""
        own = iter(row)
        flow: list[Fixed] = []
        for stretch in self._stretches:
            flow += next(own) if isinstance(stretch, _Varying) else stretch
        return flow

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
        self._key = itemgetter(*_names(part))
        self._running = running = part.running
        self._ending = running and setter.ending(running.ending, running.look, running.style, paper)
        self._kept: dict[object, tuple[Galley, ...]] = {}

    def galleys(self, every: Sequence[Values]) -> list[tuple[Galley, ...]]:
        """The part, set for each of these. Raises MissingValues when a field has neither value nor fallback."""
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        keys = [*map(self._key, every)]
        wanted = dict(zip(keys, every, strict=True))
        new = [key for key in wanted if key not in self._kept]
        self._kept.update(zip(new, self._set([wanted[key] for key in new]), strict=True))
        return [self._kept[key] for key in keys]

    def _set(self, every: Sequence[Values]) -> list[tuple[Galley, ...]]:
        if self._running and self._ending:
            beginnings = [*map(self._running.beginning, every)]
            paragraphs = self._ending.set(beginnings)
            if not self._running.may_be_blank:
                return paragraphs
            every_one = zip(beginnings, paragraphs, strict=True)
            return [made if has_words(begun) else () for begun, made in every_one]
        made = (self._setter.fixed(self._part.items(values), self._measure) for values in every)
        # nothing else varies
        return [tuple(item for item in items if isinstance(item, Galley)) for items in made]


def _names(part: Part) -> tuple[str, ...]:
    """The fields of a part that recipients have values of their own for."""
    return tuple(dict.fromkeys(field.name for field in part.fields if field.is_of_recipient))
