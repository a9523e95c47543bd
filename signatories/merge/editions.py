"""The letter for all who see the same list: what is the same for everybody is set once."""

from collections.abc import Callable
from functools import cached_property
from itertools import groupby

from signatories.merge.blocks import Blocks
from signatories.merge.parts import Part
from signatories.merge.values import Values
from signatories.typesetting.flow import Columns, Flow, PageBreak
from signatories.typesetting.galleys import Galley

Fixed = tuple[Galley | Columns | PageBreak, ...]


class Edition:
    """The letter for all who see the same list: its values, parts and blocks, and the stretches made of them.

    A stretch that does not vary is set once, when it is first asked for.
    """

    def __init__(
        self,
        values: Values,
        every: tuple[Part, ...],
        blocks: Blocks,
        set_flow: Callable[[Flow], Fixed],
    ) -> None:
        self.values = values
        self.parts = every
        self.blocks = blocks
        self._set_flow = set_flow

    @cached_property
    def texts(self) -> dict[int, str]:
        """What the letter shows of each signatory, by the id of the sign-on."""
        return dict(self.blocks.texts)

    def flow(self, values: Values) -> Flow:
        """The whole letter of one recipient; what it shares with the others is set already."""
        for varies, stretch in self._stretches:
            if varies:
                for part in varies:
                    yield from part.items(values)
            else:
                yield from stretch

    @cached_property
    def _stretches(self) -> tuple[tuple[tuple[Part, ...], Fixed], ...]:
        """The parts that vary, or what is the same for everybody, in their order."""
        runs = [
            (varies, tuple(run)) for varies, run in groupby(self.parts, lambda part: part.varies)
        ]
        return tuple((run, ()) if varies else ((), self._set(run)) for varies, run in runs)

    def _set(self, run: tuple[Part, ...]) -> Fixed:
        return self._set_flow(item for part in run for item in part.items(self.values))
