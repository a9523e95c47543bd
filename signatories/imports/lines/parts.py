"""A text taken apart: which piece of it is which field, how certainly, and what a person should look at."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from signatories.imports.lines.acronyms import acronym_in
from signatories.imports.lines.outlines import shape_of
from signatories.imports.lines.spans import unmarked
from signatories.texts import N_, Message, message

CERTAIN = 0.75
"""Below this confidence a person should look at a split."""

_SPACES = re.compile(r"[^\S\u3000]+")  # the wide space inside a Japanese name is part of it
_UNBROKEN = frozenset("\u00a0\u202f")  # somebody asked that no line ends here


class Part(NamedTuple):
    """A piece of the text that is a field, by its place in the text."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Split:
    """What a text was taken for. Parts stand in the order of the text and never overlap.

    `source` says who decided: "rules", "known" (the directory knows one of the names) or "corrected" (a person did).
    """

    text: str
    parts: tuple[Part, ...] = ()
    confidence: float = 0.0
    source: str = "rules"

    @property
    def fields(self) -> dict[str, str]:
        """The fields with single spaces, and the acronym that the organisation's name brings along.

        Where a field has two parts, as a role before and after the organisation, a comma joins them.
        """
        plain = unmarked(self.text)
        found: dict[str, str] = {}
        for field, start, end in self.parts:
            value = tidy(plain[start:end], plain)
            found[field] = f"{found[field]}, {value}" if field in found else value
        if acronym := acronym_in(found.get("organisation", "")):
            found["acronym"] = acronym
        return found

    @property
    def pieces(self) -> tuple[tuple[str | None, str], ...]:
        """The whole text in order, cut into parts and what stands between them (None)."""
        cut: list[tuple[str | None, str]] = []
        done = 0
        for part in self.parts:
            cut.append((None, self.text[done : part.start]))
            cut.append((part.field, self.text[part.start : part.end]))
            done = part.end
        cut.append((None, self.text[done:]))
        return tuple(piece for piece in cut if piece[1])

    @property
    def shape(self) -> str:
        """How the text is built: lines of one shape are corrected together."""
        return shape_of(self.text)

    @property
    def problems(self) -> tuple[Message, ...]:
        """What a person should look at."""
        if not self.parts:
            return (message(N_("This is no name and no organisation.")),)
        if self.confidence >= CERTAIN:
            return ()
        return (message(N_("It is not certain what is a name and what is an organisation here.")),)


def tidy(text: str, line: str = "") -> str:
    """The text with single spaces, none at its ends.

    A space that keeps a line from breaking stays one, unless the whole line has no others: then a PDF made them.
    """
    if text.isascii():
        return " ".join(text.split())
    keep = _UNBROKEN if " " in (line or text).strip() else frozenset()
    return _SPACES.sub(lambda run: run[0] if run[0] in keep else " ", text).strip()
