"""The entries of one section, made while they are walked, so that a million of them need no memory."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, overload

from signatories.block.pattern_tokens import Look
from signatories.block.patterns import Pattern, parse
from signatories.block.pieces import Piece, plain
from signatories.block.rows import Rows
from signatories.block.settings import NUMBER, PATTERN, Layout
from signatories.block.signatory import Signatory
from signatories.block.signers import Named, named
from signatories.models.block import Form, Marker

BULLET = "•"
_NUMBERED = frozenset({Marker.NUMBERS, Marker.NUMBERS_PER_GROUP})
_FALLBACK = parse(PATTERN)
_PLAIN = Look()
_LOT = 500  # entries


class Entry(NamedTuple):
    """One signatory as it is printed: all that an output needs to know to draw it.

    `number`: None where the layout numbers nothing. `pieces`: the line, as its pattern says. `cells`: one text for
    each column of a table, none in other forms. `note`: the number of its footnote; in a table its mark stands in
    the cell `noted`. `marker`: the bullet or number before the line. `logo`, `signature`: digests of the pictures
    that belong to it; with `only_logo` the logo stands in the place of the words.
    """

    signatory: Signatory
    number: int | None
    pieces: tuple[Piece, ...]
    cells: tuple[str, ...] = ()
    note: int | None = None
    noted: int = 0
    marker: str = ""
    logo: str | None = None
    signature: str | None = None
    only_logo: bool = False

    @property
    def text(self) -> str:
        """The line without its looks."""
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else plain(pieces)  # nearly all have one

    @property
    def shown(self) -> str:
        """All words of it that stand on paper, where a logo may say them."""
        if self.only_logo:
            return ""
        return " ".join(self.cells) if self.cells else self.text


_Make = Callable[[int, Signatory, tuple[Piece, ...]], Entry]


class Lot(NamedTuple):
    """Entries that follow each other and are no more than a text each, in the plain look; and their markers, if any."""

    texts: Sequence[str]
    markers: Sequence[str]
    countries: Sequence[str | None]


class Listed(Sequence[Entry]):
    """The entries of a section."""

    @abstractmethod
    def lots(self) -> Iterator[Lot | Iterable[Entry]]:
        """All entries in order, some at a time; one by one where any of those is more than a text, or empty."""


class Line(NamedTuple):
    """A pattern that says who signs: where its fields do not, the signer stands before them."""

    pattern: Pattern
    named: Named

    def pieces(self, member: Signatory) -> tuple[Piece, ...]:
        """What is printed of a signatory."""
        pieces = self.pattern.pieces(member)
        if not (pieces or self.named.any):
            return _FALLBACK.pieces(member)
        signer = self.named.missing(member)
        if signer and signer not in plain(pieces):
            return _with(signer, pieces, "\n" if len(self.pattern.lines) > 1 else ", ")
        return pieces or _FALLBACK.pieces(member)

    def all_pieces(self, members: Sequence[Signatory]) -> list[tuple[Piece, ...]]:
        """The same of several."""
        look = self.pattern.look
        if look is None or not self.named.all:
            return [self.pieces(member) for member in members]
        return [
            (Piece(text, *look),) if text else _FALLBACK.pieces(member)
            for text, member in zip(self.pattern.texts(members), members, strict=True)
        ]

    def texts(self, members: Sequence[Signatory]) -> list[str]:
        """The same, without looks; empty where the pattern makes nothing of one."""
        if self.named.all:
            return self.pattern.texts(members)
        return [plain(self.pieces(member)) for member in members]


@dataclass(frozen=True)
class Entries(Listed):
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
        return self._made([places])[0] if isinstance(places, int) else self._made(places)

    def __iter__(self) -> Iterator[Entry]:
        for first in range(0, len(self.members), _LOT):
            yield from self[first : first + _LOT]

    def lots(self) -> Iterator[Lot | Iterable[Entry]]:
        """All entries, as texts where they are no more."""
        for first in range(0, len(self.members), _LOT):
            some = slice(first, first + _LOT)
            yield self._lot(self.members[some], first) or self[some]

    def _lot(self, members: Sequence[Signatory], place: int) -> Lot | None:
        special = self.lines.keys() | self.notes.keys()
        if not self._only_texts or any(line.sign_on_id in special for line in members if special):
            return None
        texts = self._common.texts(members)
        if not all(texts):
            return None
        places = range(place, place + len(members))
        markers = list(map(self._marker, places)) if self._marker(place) else ()
        return Lot(texts, markers, [member.country_code for member in members])

    def _marker(self, place: int) -> str:
        if self.first is not None:
            return f"{self.first + place}."
        return BULLET if self.layout.marker is Marker.BULLETS else ""

    @cached_property
    def _only_texts(self) -> bool:
        """Whether the layout shows nothing but texts in the plain look, and markers before them."""
        layout = self.layout
        is_drawn = layout.logos or layout.signatures or layout.form in {Form.TABLE, Form.LOGOS}
        return not is_drawn and self._common.pattern.look == _PLAIN

    def _made(self, places: Sequence[int]) -> list[Entry]:
        """The entries at some places; what can be asked of all together is asked once."""
        members = [self.members[place] for place in places]
        said = self._common.all_pieces(members)
        for number, member in enumerate(members) if self._own else ():
            if own := self._own.get(member.sign_on_id):
                said[number] = own.pieces(member)
        return list(map(self._make, places, members, said))

    @cached_property
    def _make(self) -> _Make:
        """What makes the entry at a place, of its member and what its pattern says."""
        return self._make_row if self.layout.form is Form.TABLE else self._make_line()

    @cached_property
    def _common(self) -> Line:
        return _line(self.layout.pattern)

    @cached_property
    def _own(self) -> Mapping[int, Line]:
        return {sign_on_id: _line(text) for sign_on_id, text in self.lines.items()}

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self.layout.table_columns)

    def _make_row(self, place: int, member: Signatory, pieces: tuple[Piece, ...]) -> Entry:
        number, rows = None if self.first is None else self.first + place, self._rows
        own = self._own.get(member.sign_on_id)
        cells = (
            rows.own(member, number, plain(pieces), own.pattern)
            if own
            else rows.cells(member, number)
        )
        note = self.notes.get(member.sign_on_id)
        return Entry(member, number, pieces, cells, note, rows.signer)

    def _make_line(self) -> _Make:
        """What makes an entry without cells; lists are long, so that all it looks up is at hand."""
        first, notes, marker = self.first, self.notes, self._marker
        layout, is_wall = self.layout, self.layout.form is Form.LOGOS

        def make(place: int, member: Signatory, pieces: tuple[Piece, ...]) -> Entry:
            return Entry(
                member,
                None if first is None else first + place,
                pieces,
                (),
                notes.get(member.sign_on_id),
                0,
                marker(place),
                member.logo if is_wall or layout.logos else None,
                member.signature if layout.signatures else None,
                is_wall and member.logo is not None,
            )

        return make


def is_numbered(layout: Layout) -> bool:
    """Whether its entries have numbers: before each line, or in a column of the table."""
    if layout.form is Form.TABLE:
        return NUMBER in layout.table_columns
    return layout.marker in _NUMBERED


def _line(text: str) -> Line:
    pattern = parse(text)
    return Line(pattern, named(pattern.names))


def _with(signer: str, pieces: tuple[Piece, ...], joint: str) -> tuple[Piece, ...]:
    """A line behind its signer, who looks as it begins."""
    if not pieces:
        return (Piece(signer),)
    first, *others = pieces
    return (first._replace(text=f"{signer}{joint}{first.text}"), *others)
