"""Rows about organisations or people that are to be written, by column."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from signatories.imports.planned_row import PlannedLot, Questioned
from signatories.imports.planning.directory_rows import DirectoryEntry, Said
from signatories.matching.records import Ref


@dataclass(slots=True)
class Rows:
    """Some rows. `bodies` are their references to organisations, whatever the rows say."""

    lines: list[int] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    bodies: list[Ref | None] = field(default_factory=list)
    texts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    country_codes: list[str | None] = field(default_factory=list)
    tags: list[tuple[str, ...]] = field(default_factory=list)
    names: list[Mapping[str, str]] = field(default_factory=list)
    extra: list[Mapping[str, str]] = field(default_factory=list)

    def add_some(
        self, lot: PlannedLot, said: Said, bodies: Iterable[Ref | None], chosen: Sequence[bool]
    ) -> None:
        """Take the chosen ones of a lot that says so."""
        self.lines += compress(lot.lines, chosen)
        self.digests += compress(lot.digests, chosen)
        self.bodies += compress(bodies, chosen)
        for name, column in said.texts.items():
            self.texts[name] += compress(column, chosen)
        self.country_codes += compress(said.country_codes, chosen)
        self.tags += compress(said.tags, chosen)
        self.names += compress(said.names, chosen)
        self.extra += compress(said.extra, chosen)


@dataclass(slots=True)
class Chosen:
    """What becomes of rows: those to add, and of these the ones in question; those to change a record by.

    `entries` are what the latter say, with the references that they turned out to have; `only_blanks` says of each
    whether it gives only what is blank there.
    """

    adds: Rows = field(default_factory=Rows)
    in_question: list[Questioned] = field(default_factory=list)
    changes: Rows = field(default_factory=Rows)
    entries: list[DirectoryEntry] = field(default_factory=list)
    only_blanks: list[bool] = field(default_factory=list)
