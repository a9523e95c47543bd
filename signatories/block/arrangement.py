"""A list laid out as plain data: what every output of a block shows, in the same order and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from signatories.block.pieces import Piece, plain
from signatories.block.settings import Layout
from signatories.block.signatory import Counts, Signatory
from signatories.models.block import Place


class Entry(NamedTuple):
    """One signatory as it is printed.

    `number`: None where the layout numbers nothing. `pieces`: the line, as its pattern says. `cells`: one text for
    each column of a table, none in other forms. `note`: the number of its footnote.
    """

    signatory: Signatory
    number: int | None
    pieces: tuple[Piece, ...]
    cells: tuple[str, ...] = ()
    note: int | None = None

    @property
    def text(self) -> str:
        """The line without its looks."""
        return plain(self.pieces)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of entries in one layout; `title` is empty where there is none, `head` where there is no table.

    `entries` are made when they are walked or asked for by index, each time anew: keep none of a long list.
    """

    title: tuple[Piece, ...]
    layout: Layout
    head: tuple[str, ...]
    entries: Sequence[Entry]

    @property
    def heading(self) -> str:
        """The title without its looks."""
        return plain(self.title)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A block. `above` and `below` are paragraphs around the sections: as-of line, notices, counts, what is left out.

    `notes` are the footnotes of the signatories: the first has the number 1.
    """

    language: str
    place: Place
    heading: str
    above: tuple[str, ...]
    sections: tuple[Section, ...]
    below: tuple[str, ...]
    notes: tuple[str, ...]
    counts: Counts

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, in printed order."""
        for section in self.sections:
            yield from section.entries
