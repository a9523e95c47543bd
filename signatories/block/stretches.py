"""The parts of a pattern, and what vanishes with an empty field: the text before it, brackets around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from signatories.block.pattern_tokens import Look, Token, enclosures
from signatories.block.pieces import Piece, joined, plain
from signatories.block.values import printable

Of = TypeVar("Of")  # what a pattern tells of

_SENTENCE_ENDS = frozenset(".!?…。")


@dataclass(frozen=True, slots=True)
class Field(Generic[Of]):
    """The place of a value, and its look."""

    value: Callable[[Of], str]
    look: Look

    def pieces(self, of: Of) -> Sequence[Piece]:
        """Its value, if there is anything to see in it."""
        text = printable(self.value(of))
        return (Piece(text, *self.look),) if text else ()


@dataclass(frozen=True, slots=True)
class Part(Generic[Of]):
    """A field or what brackets enclose, and the text before it, which belongs to it."""

    lead: tuple[Piece, ...]
    content: "Field[Of] | Stretch[Of]"


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Of]):
    """A line, or what brackets enclose; they go when it comes to stand first.

    The tail belongs to the last part, or to all if it ends a sentence.
    """

    parts: tuple[Part[Of], ...]
    tail: tuple[Piece, ...]
    opening: tuple[Piece, ...] = ()
    closing: tuple[Piece, ...] = ()

    @property
    def always(self) -> tuple[Piece, ...]:
        """What it says of everybody: a line that names no field."""
        return () if self.parts else self.tail

    def pieces(self, of: Of) -> Sequence[Piece]:
        """What it says of somebody: nothing when none of its fields has a value."""
        made: list[Piece] = []
        own: Sequence[Piece] = ()
        for part in self.parts:
            own = part.content.pieces(of)
            if own and (made or part is self.parts[0]):
                made += (*part.lead, *own)
            elif own:
                made += own[1:-1] if isinstance(part.content, Stretch) else own
        if not made:
            return ()
        if own or _SENTENCE_ENDS.issuperset(plain(self.tail)):
            made += self.tail
        return [*self.opening, *made, *self.closing] if self.opening else made


def stretch_of(
    line: Sequence[Token], value_of: Callable[[str], Callable[[Of], str]]
) -> Stretch[Of]:
    """A line of a pattern. `value_of`: how the value of a field is read. Raises Refused for too many brackets."""
    return _stretch(line, value_of, enclosures(line), 0, len(line))


def _stretch(
    line: Sequence[Token],
    value_of: Callable[[str], Callable[[Of], str]],
    pairs: Mapping[int, int],
    start: int,
    end: int,
) -> Stretch[Of]:
    parts: list[Part[Of]] = []
    lead: list[Piece] = []
    place = start
    while place < end:
        token, closing = line[place], pairs.get(place)
        if token.is_field:
            parts.append(Part(joined(lead), Field(value_of(token.text), token.look)))
        elif closing is not None:
            inner = _stretch(line, value_of, pairs, place + 1, closing)
            inner = replace(inner, opening=(_printed(token),), closing=(_printed(line[closing]),))
            parts.append(Part(joined(lead), inner))
            place = closing
        else:
            lead.append(_printed(token))
        if token.is_field or closing is not None:
            lead = []
        place += 1
    return Stretch(tuple(parts), joined(lead))


def _printed(token: Token) -> Piece:
    return Piece(token.text, *token.look)
