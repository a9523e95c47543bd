"""The parts of a pattern, and what vanishes with an empty field: the text before it, brackets around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from signatories.block.fields import Value
from signatories.block.pattern_tokens import Look
from signatories.block.pieces import Piece, plain
from signatories.block.signatory import Signatory
from signatories.block.values import printable

_SENTENCE_ENDS = frozenset(".!?…。")


@dataclass(frozen=True, slots=True)
class Field:
    """The place of a value, and its look."""

    value: Value
    look: Look

    def pieces(self, signatory: Signatory) -> Sequence[Piece]:
        """Its value, if there is anything to see in it."""
        text = printable(self.value(signatory))
        return (Piece(text, *self.look),) if text else ()


@dataclass(frozen=True, slots=True)
class Part:
    """A field or what brackets enclose, and the text before it, which belongs to it."""

    lead: tuple[Piece, ...]
    content: "Field | Stretch"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line, or what brackets enclose; they go when it comes to stand first.

    The tail belongs to the last part, or to all if it ends a sentence.
    """

    parts: tuple[Part, ...]
    tail: tuple[Piece, ...]
    opening: tuple[Piece, ...] = ()
    closing: tuple[Piece, ...] = ()

    @property
    def always(self) -> tuple[Piece, ...]:
        """What it says of everybody: a line that names no field."""
        return () if self.parts else self.tail

    def pieces(self, signatory: Signatory) -> Sequence[Piece]:
        """What it says of a signatory: nothing when none of its fields has a value."""
        made: list[Piece] = []
        own: Sequence[Piece] = ()
        for part in self.parts:
            own = part.content.pieces(signatory)
            if own and (made or part is self.parts[0]):
                made += (*part.lead, *own)
            elif own:
                made += own[1:-1] if isinstance(part.content, Stretch) else own
        if not made:
            return ()
        if own or _SENTENCE_ENDS.issuperset(plain(self.tail)):
            made += self.tail
        return [*self.opening, *made, *self.closing] if self.opening else made
