"""Rows about organisations or people that are to be written, by column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress

from signatories.imports.planned_row import PlannedLot, PlannedRow
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.matching.records import Ref


@dataclass(slots=True)
class Rows:
    """Some rows. `bodies` are their references to organisations, whatever the entries say."""

    lines: list[int] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    entries: list[DirectoryEntry] = field(default_factory=list)
    bodies: list[Ref | None] = field(default_factory=list)

    def add(self, row: PlannedRow) -> None:
        """Take one more, with the references of its entry."""
        self.lines.append(row.line)
        self.digests.append(row.digest)
        self.entries.append(row.entry)
        self.bodies.append(row.entry.organisation_ref)

    def add_some(
        self, lot: PlannedLot, bodies: Iterable[Ref | None], chosen: Sequence[bool]
    ) -> None:
        """Take the chosen ones of a lot."""
        self.lines += compress(lot.lines, chosen)
        self.digests += compress(lot.digests, chosen)
        self.entries += compress(lot.entries, chosen)
        self.bodies += compress(bodies, chosen)

    def __add__(self, other: "Rows") -> "Rows":
        return Rows(
            self.lines + other.lines,
            self.digests + other.digests,
            self.entries + other.entries,
            self.bodies + other.bodies,
        )


@dataclass(slots=True)
class Chosen:
    """What becomes of rows: those to add, and of these the ones in question; those to change a record by.

    `only_blanks` says of each of the latter whether it gives only what is blank there.
    """

    adds: Rows = field(default_factory=Rows)
    in_question: list[PlannedRow] = field(default_factory=list)
    changes: Rows = field(default_factory=Rows)
    only_blanks: list[bool] = field(default_factory=list)
