"""Patterns of lines: "{name}, {role}, {organisation}", and the text that they make of one signatory.

Nothing but the pattern is ever parsed: a value is text, whatever it looks like.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from signatories.block.fields import FIELDS, Value, value_of
from signatories.block.pattern_tokens import Look, Token, enclosures, tokens
from signatories.block.pieces import Piece, joined, plain
from signatories.block.signatory import Signatory
from signatories.errors import Refused
from signatories.expressions.hints import nearest
from signatories.texts import N_

_SENTENCE_ENDS = frozenset(".!?…。")


@dataclass(frozen=True, slots=True)
class _Field:
    value: Value
    look: Look

    def pieces(self, signatory: Signatory) -> Sequence[Piece]:
        text = _printable(self.value(signatory))
        return (Piece(text, *self.look),) if text else ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A field or what brackets enclose, and the text before it, which belongs to it."""

    lead: tuple[Piece, ...]
    content: "_Field | _Stretch"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A line, or what brackets enclose; they go when it comes to stand first.

    The tail belongs to the last part, or to all if it ends a sentence.
    """

    parts: tuple[_Part, ...]
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
                made += own[1:-1] if isinstance(part.content, _Stretch) else own
        if not made:
            return ()
        if own or _SENTENCE_ENDS.issuperset(plain(self.tail)):
            made += self.tail
        return [*self.opening, *made, *self.closing] if self.opening else made


class _Plain(NamedTuple):
    """A field of a line in one look without brackets: the text before it, also where it comes to stand first."""

    lead: str
    first_lead: str
    value: Value


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that has been read. A field without a value vanishes with the text and brackets around it.

    `names`: the fields that it names. `look`: that of all its text, None if there are several.
    """

    lines: tuple[_Stretch, ...]
    look: Look | None
    names: tuple[str, ...]
    plain_fields: tuple[_Plain, ...] | None

    def pieces(self, signatory: Signatory) -> tuple[Piece, ...]:
        """What it makes of a signatory: nothing if no field that it names has a value."""
        if self.look is None:
            return joined(self._made(signatory))
        text = self.text(signatory)
        return (Piece(text, *self.look),) if text else ()

    def text(self, signatory: Signatory) -> str:
        """The same without looks."""
        if self.plain_fields is None:
            return plain(self._made(signatory))
        text = (
            ""  # most patterns are that plain, and lists are long: this takes a third of the time
        )
        for lead, first_lead, value in self.plain_fields:
            own = _printable(value(signatory))
            if own:
                text += (lead if text else first_lead) + own
        return text

    def _made(self, signatory: Signatory) -> list[Piece]:
        said = [line.pieces(signatory) for line in self.lines]
        if not any(said):
            return []
        lines = [own or line.always for line, own in zip(self.lines, said, strict=True)]
        first, *others = [line for line in lines if line]
        return [*first, *(piece for line in others for piece in (_NEW_LINE, *line))]


_NEW_LINE = Piece("\n")


def _printable(value: str) -> str:
    """A value in one line; nothing if there is nothing to see in it."""
    if value.isprintable() and not value.isspace():
        return value
    return " ".join(value.splitlines()) if value.strip() else ""


def parse(text: str, columns: Iterable[str] | None = None) -> Pattern:
    r"""Read a pattern: `{field}`, `**bold**`, `*italic*`, a new line, and a backslash before what is to be printed.

    `columns` are the extra columns there are; None: any. Raises Refused for a field that is none, naming the
    nearest, and for a brace or star without a partner.
    """
    pattern = _parsed(text)
    if columns is not None:
        known = {*FIELDS, *columns}
        for name in pattern.names:
            if name not in known:
                refusal = N_("“{field}” is no field of a line. The nearest one is “{nearest}”.")
                raise Refused(refusal, field=name, nearest=nearest(name, known))
    return pattern


@lru_cache(256)
def _parsed(text: str) -> Pattern:
    found = tokens("\n".join(line.strip() for line in text.strip().splitlines()))
    names = tuple(dict.fromkeys(token.text for token in found if token.is_field))
    if not names:
        raise Refused(
            N_("The line “{pattern}” names no field: write {example}."),
            pattern=text,
            example="{name}",
        )
    looks = {token.look for token in found}
    lines = tuple(_stretch(line, enclosures(line), 0, len(line)) for line in _lines(found))
    look = looks.pop() if len(looks) == 1 else None
    return Pattern(lines, look, names, _plain(lines) if look else None)


def _plain(lines: Sequence[_Stretch]) -> tuple[_Plain, ...] | None:
    if len(lines) > 1 or lines[0].tail:
        return None
    found: list[_Plain] = []
    for part in lines[0].parts:
        if not isinstance(part.content, _Field):
            return None
        lead = plain(part.lead)
        found.append(_Plain(lead, "" if found else lead, part.content.value))
    return tuple(found)


def _lines(found: Iterable[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = [[]]
    for token in found:
        if token.text == "\n":
            lines.append([])
        else:
            lines[-1].append(token)
    return lines


def _stretch(line: Sequence[Token], pairs: Mapping[int, int], start: int, end: int) -> _Stretch:
    parts: list[_Part] = []
    lead: list[Piece] = []
    place = start
    while place < end:
        token, closing = line[place], pairs.get(place)
        if token.is_field:
            parts.append(_Part(joined(lead), _Field(value_of(token.text), token.look)))
        elif closing is not None:
            inner = _stretch(line, pairs, place + 1, closing)
            inner = replace(inner, opening=(_printed(token),), closing=(_printed(line[closing]),))
            parts.append(_Part(joined(lead), inner))
            place = closing
        else:
            lead.append(_printed(token))
        if token.is_field or closing is not None:
            lead = []
        place += 1
    return _Stretch(tuple(parts), joined(lead))


def _printed(token: Token) -> Piece:
    return Piece(token.text, *token.look)
