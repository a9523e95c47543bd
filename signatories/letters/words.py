"""The words of one text, and what changed between two, word by word."""

import difflib
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

FROZEN_TEXTS = ("subject", "salutation", "body", "closing", "enclosures", "cc")
"""The columns of a text that a version freezes."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one version's text in one language, fields unexpanded.

    `audience` is said once of a version, beside its authoritative text: who gets it and where it is published.
    """

    subject: str = ""
    salutation: str = ""
    body: str = ""
    closing: str = ""
    enclosures: str = ""
    cc: str = ""
    audience: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of all that is translated, in hexadecimal."""
        every = {part: getattr(self, part) for part in FROZEN_TEXTS}
        return hashlib.sha256(json.dumps(every, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a comparison: `kept`, `added` or `removed`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PartChange:
    """What changed in one part of a text, word by word."""

    part: str
    pieces: tuple[Piece, ...]


class LanguageChange(NamedTuple):
    """What changed in the text of one language."""

    language: str
    parts: tuple[PartChange, ...]


def differences(old: Words, new: Words) -> list[PartChange]:
    """What changed between two texts, part by part and word by word."""
    return [
        PartChange(part, tuple(compare(getattr(old, part), getattr(new, part))))
        for part in (*FROZEN_TEXTS, "audience")
        if getattr(old, part) != getattr(new, part)
    ]


def compare(old: str, new: str) -> Iterator[Piece]:
    """The words of two texts side by side. The kept and added pieces joined are the new text, to the character."""
    before, after = _tokens(old), _tokens(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, start_old, end_old, start_new, end_new in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("kept", "".join(after[start_new:end_new]))
            continue
        if start_old < end_old:
            yield Piece("removed", "".join(before[start_old:end_old]))
        if start_new < end_new:
            yield Piece("added", "".join(after[start_new:end_new]))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)
