"""What the columns of a table hold, seen from some of their cells."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signatories.imports.columns.cell_kinds import has_several_words, is_like_answer, kinds_of
from signatories.sources.documents import Row

_FIRST_ROWS = 250
_SPREAD_ROWS = 150
_SAMPLES = 3
_FEWEST = 3  # fewer cells prove nothing


@dataclass(frozen=True, slots=True)
class Contents:
    """The cells looked at: how often each, what each can be, and how many of the rows have one."""

    cells: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    looked_at: int = 0

    @property
    def filled(self) -> int:
        """How many of the cells looked at hold something."""
        return sum(self.cells.values())

    @property
    def share_filled(self) -> float:
        """Of the rows looked at, 0 to 1."""
        return self.filled / self.looked_at if self.looked_at else 0.0

    @property
    def samples(self) -> tuple[str, ...]:
        """The first few different cells."""
        return tuple(self.cells)[:_SAMPLES]

    @property
    def is_telling(self) -> bool:
        """Whether there are cells enough to say something about the column."""
        return self.filled >= _FEWEST

    def share(self, *kinds: str) -> float:
        """How many of the filled cells can be one of these, 0 to 1; 0 where there are too few to say."""
        if not self.is_telling:
            return 0.0
        wanted = frozenset(kinds)
        return sum(n for cell, n in self.cells.items() if self.kinds[cell] & wanted) / self.filled

    def without(self, *kinds: str) -> tuple[str, ...]:
        """The different cells that can be none of these."""
        wanted = frozenset(kinds)
        return tuple(cell for cell in self.cells if not self.kinds[cell] & wanted)

    @property
    def are_addresses(self) -> bool:
        """Whether it holds e-mail addresses and nothing else: a single one is enough, for nothing else looks so."""
        return bool(self.cells) and all("email" in kinds for kinds in self.kinds.values())

    @property
    def are_answers(self) -> bool:
        """Whether it holds only yes and no: two such cells are enough, for nobody is called so."""
        return self.filled > 1 and all("answer" in kinds for kinds in self.kinds.values())

    @property
    def are_titles(self) -> bool:
        """Whether it holds only such as H.E. and Dr.: a single one is enough, for no role is called so."""
        found = self.kinds.values()
        return bool(self.cells) and all("form_of_address" in kinds for kinds in found)

    @property
    def are_mostly_answers(self) -> bool:
        """Whether more than half are a yes or a no, with words behind it or without; one such cell is enough."""
        return 2 * sum(n for cell, n in self.cells.items() if is_like_answer(cell)) > self.filled

    @property
    def is_varied(self) -> bool:
        """Whether most cells differ, as names do and kinds of something do not."""
        return 2 * len(self.cells) > self.filled

    def are_whole_names(self) -> bool:
        """Whether most cells have more than one word."""
        several = sum(n for cell, n in self.cells.items() if has_several_words(cell))
        return 2 * several > self.filled


def contents_of(rows: Sequence[Row], width: int) -> tuple[Contents, ...]:
    """What each of so many columns holds, by the first rows and some spread over the rest.

    `rows` may lie on disk: they are never all read.
    """
    found: list[Counter[str]] = [Counter() for _ in range(width)]
    chosen = _chosen(rows)
    for row in chosen:
        for counter, cell in zip(found, row.cells, strict=False):
            if text := cell.strip():
                counter[text] += 1
    return tuple(
        Contents(cells, {cell: kinds_of(cell) for cell in cells}, len(chosen)) for cells in found
    )


def _chosen(rows: Sequence[Row]) -> list[Row]:
    first, rest = list(rows[:_FIRST_ROWS]), len(rows) - _FIRST_ROWS
    if rest <= 0:
        return first
    step = max(rest // _SPREAD_ROWS, 1)
    return [*first, *(rows[number] for number in range(_FIRST_ROWS, len(rows), step))]
