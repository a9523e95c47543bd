"""Patterns of lines: "{name}, {role}, {organisation}", and the text that they make of one signatory.

Nothing but the pattern is ever parsed: a value is text, whatever it looks like.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from signatories.block.fields import FIELDS, value_of
from signatories.block.pattern_tokens import Look, Token, tokens
from signatories.block.pieces import Piece, joined, plain
from signatories.block.plain_lines import PlainLines, plain_lines, texts_of
from signatories.block.signatory import Signatory
from signatories.block.stretches import Stretch, stretch_of
from signatories.errors import Refused
from signatories.expressions.hints import nearest
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that has been read. A field without a value vanishes with the text and brackets around it.

    `names`: the fields that it names. `look`: that of all its text, None if there are several.
    """

    lines: tuple[Stretch[Signatory], ...]
    look: Look | None
    names: tuple[str, ...]
    plain: PlainLines | None

    def pieces(self, signatory: Signatory) -> tuple[Piece, ...]:
        """What it makes of a signatory: nothing if no field that it names has a value."""
        if self.look is None:
            return joined(self._made(signatory))
        text = self.text(signatory)
        return (Piece(text, *self.look),) if text else ()

    def text(self, signatory: Signatory) -> str:
        """The same without looks."""
        return self.texts([signatory])[0]

    def texts(self, signatories: Sequence[Signatory]) -> list[str]:
        """What it makes of each of several, without looks."""
        if self.plain:
            return texts_of(self.plain, signatories)
        return [plain(self._made(signatory)) for signatory in signatories]

    def _made(self, signatory: Signatory) -> list[Piece]:
        said = [line.pieces(signatory) for line in self.lines]
        if not any(said):
            return []
        lines = [own or line.always for line, own in zip(self.lines, said, strict=True)]
        first, *others = [line for line in lines if line]
        return [*first, *(piece for line in others for piece in (_NEW_LINE, *line))]


_NEW_LINE = Piece("\n")


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
    lines = tuple(stretch_of(line, value_of) for line in _lines(found))
    look = looks.pop() if len(looks) == 1 else None
    return Pattern(lines, look, names, plain_lines(lines) if look else None)


def _lines(found: Iterable[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = [[]]
    for token in found:
        if token.text == "\n":
            lines.append([])
        else:
            lines[-1].append(token)
    return lines
