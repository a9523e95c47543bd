"""Rows of a plan as they are written: by column, since of most there is nothing more to decide."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from signatories.imports.planned import PlannedRow, Ref


class PlannedLot(NamedTuple):
    """Rows that follow each other. `entries` are as read; `refs` are their references, 0 for none, for each of
    the planner's places.

    `others` are the rows that are not simply new, by their place in the lot: of these more has to be known.
    """

    lines: Sequence[int]
    digests: Sequence[str]
    entries: Sequence[Any]
    refs: tuple[Sequence[Ref], ...]
    others: Mapping[int, PlannedRow]
