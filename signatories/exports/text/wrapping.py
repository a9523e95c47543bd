"""Lines of plain text for a mail: wrapped between words, and between Chinese or Japanese characters."""

import unicodedata
from collections.abc import Iterator

WIDTH = 72  # of a line, in narrow characters: what mail programs show without breaking it again
_CLOSING = frozenset({"Pe", "Pf", "Po", "Lm", "Mn", "Mc"})  # begin no line
_WIDE = frozenset("WF")


def wrapped(text: str, width: int = WIDTH) -> Iterator[str]:
    r"""The text in lines; "\n" begins a new one. A word that is wider stays whole: it may be an address to copy."""
    for line in text.split("\n"):
        yield from (words.rstrip() for words in _lines(line, width))


def _lines(text: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for joint, atom in _atoms(text):
        needed = _width(atom)
        if line and taken + len(joint) + needed > width:
            yield line
            line, taken = atom, needed
        else:
            line, taken = line + joint + atom, taken + len(joint) + needed
    yield line


def _atoms(text: str) -> Iterator[tuple[str, str]]:
    """What no line break parts, each after the space that stands before it."""
    for place, word in enumerate(text.split(" ")):
        joint, atom = " " if place else "", ""
        for character in word:
            if atom and _may_break(atom[-1], character):
                yield joint, atom
                joint, atom = "", ""
            atom += character
        yield joint, atom


def _may_break(before: str, after: str) -> bool:
    if unicodedata.category(before) in {"Ps", "Pi"} or unicodedata.category(after) in _CLOSING:
        return False
    return _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in _WIDE


def _width(text: str) -> int:
    marks = sum(unicodedata.combining(character) > 0 for character in text)
    return len(text) + sum(map(_is_wide, text)) - marks
