"""The entries of one section, made while they are walked, so that a million of them need no memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from signatories.block.patterns import Pattern, parse
from signatories.block.pieces import Piece, plain
from signatories.block.settings import PATTERN, Layout
from signatories.block.signatory import Signatory
from signatories.models.block import Form, Marker

NUMBER = "number"
_NUMBERED = frozenset({Marker.NUMBERS, Marker.NUMBERS_PER_GROUP})
_FALLBACK = parse(PATTERN)


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
class Entries(Sequence[Entry]):
    """The entries of signatories in one layout; each is made anew when it is asked for.

    `first`: the number of the first one, None where none is numbered. `lines`: patterns of single sign-ons.
    """

    members: Sequence[Signatory]
    layout: Layout
    first: int | None
    lines: Mapping[int, str]
    notes: Mapping[int, int]

    def __len__(self) -> int:
        return len(self.members)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        places = range(len(self.members))[index]
        make = self._maker()
        return make(places) if isinstance(places, int) else [make(place) for place in places]

    def __iter__(self) -> Iterator[Entry]:
        return map(self._maker(), range(len(self.members)))

    def _maker(self) -> Callable[[int], Entry]:
        """What makes the entry at a place; all patterns are read once."""
        members, first, notes = self.members, self.first, self.notes
        common = parse(self.layout.pattern)
        own = {sign_on_id: parse(line) for sign_on_id, line in self.lines.items()}
        cells = cells_of(self.layout)

        def make(place: int) -> Entry:
            member = members[place]
            number = None if first is None else first + place
            pattern = own.get(member.sign_on_id, common)
            pieces = pattern.pieces(member) or _FALLBACK.pieces(member)
            note = notes.get(member.sign_on_id)
            return Entry(member, number, pieces, cells(member, number), note)

        return make


def is_numbered(layout: Layout) -> bool:
    """Whether its entries have numbers: before each line, or in a column of the table."""
    if layout.form is Form.TABLE:
        return NUMBER in layout.table_columns
    return layout.marker in _NUMBERED


def cells_of(layout: Layout) -> Callable[[Signatory, int | None], tuple[str, ...]]:
    """What makes the cells of a table's row; of other forms none."""
    if layout.form is not Form.TABLE:
        return lambda _member, _number: ()
    columns = [None if name == NUMBER else column_pattern(name) for name in layout.table_columns]

    def cells(member: Signatory, number: int | None) -> tuple[str, ...]:
        return tuple(str(number) if column is None else column.text(member) for column in columns)

    return cells


def column_pattern(name: str) -> Pattern:
    """The pattern of a table's column, which is one already or the name of a field."""
    return parse(as_pattern(name))


def as_pattern(name: str) -> str:
    """The pattern of a table's column as it is written."""
    return name if "{" in name else f"{{{name}}}"
