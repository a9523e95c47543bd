"""Rows of sign-ons that are to be added, by column."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress

from signatories.imports.planned_row import PlannedLot, Questioned
from signatories.imports.planning.sign_ons_said import SignOnsSaid
from signatories.matching.records import Ref
from signatories.models import Organisation, Person, Recorded


@dataclass(slots=True)
class Adding:
    """Some rows, with their references to organisations and people, and those of them that something is asked about."""

    lines: list[int] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    refs: dict[type[Recorded], list[Ref | None]] = field(
        default_factory=lambda: {Organisation: [], Person: []}
    )
    said: SignOnsSaid = field(default_factory=lambda: SignOnsSaid.of([]))
    in_question: list[Questioned] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.lines)

    def add_some(
        self,
        lot: PlannedLot,
        said: SignOnsSaid,
        refs: Sequence[Sequence[Ref | None]],
        chosen: Sequence[bool],
    ) -> None:
        """Take the chosen ones of a lot that says so; `refs` are those to organisations and those to people."""
        self.lines += compress(lot.lines, chosen)
        self.digests += compress(lot.digests, chosen)
        for kept, column in zip(self.refs.values(), refs, strict=True):
            kept.extend(compress(column, chosen))
        self.said.add_some(said, chosen)
