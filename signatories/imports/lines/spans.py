"""Stretches of a text, and the separators that cut it outside brackets."""

import re
from itertools import pairwise
from typing import NamedTuple

BLANK = "\x1f"
"""Stands for a space that cuts: between words of scripts that need none inside a name."""

COMMAS, SEMICOLONS, COLUMNS = f",，、،{BLANK}", ";；؛\n\r", "\t|｜"
_SEPARATOR = re.compile(f"[{COMMAS}{SEMICOLONS}{COLUMNS}]")
_PLAIN_SEPARATOR = re.compile(
    r"[,;\n\r\t|]"
)  # half of the time is spent on letters that ASCII does not have
_BRACKET = re.compile(r"[(（\[【〔)）\]】〕]")
_OPENING, _CLOSING = "(（[【〔", ")）]】〕"
_MARKS = re.compile(r"(?<![\w*])(\*{1,3}|__?)(?=[^\s*_])([^*\n]*?[^\s*_])\1(?![\w*])")


class Span(NamedTuple):
    """A stretch of the text without the spaces around it."""

    start: int
    end: int
    text: str


def span_of(text: str, start: int, end: int) -> Span:
    """The stretch from start to end without the spaces at its ends."""
    bare = text[start:end].strip()
    length = len(bare)
    if length < end - start:
        start = text.find(bare, start) if length else min(end, len(text))
    return Span(start, start + length, bare)


def unmarked(text: str) -> str:
    """The text with spaces in place of the marks of bold and italics around words: every place stays its own."""
    if "*" not in text and "_" not in text:
        return text
    while (bare := _MARKS.sub(_blanked, text)) != text:
        text = bare
    return text


def _blanked(marked: re.Match[str]) -> str:
    blank = " " * len(marked[1])
    return blank + marked[2] + blank


def cut(text: str, whole: Span) -> list[Span]:
    """The pieces between separators outside brackets; without any, the whole.

    Where two tabs, strokes or semicolons show columns, a comma is inside one; not so on lines of their own.
    """
    places = separators(text, whole)
    if len(places) > 1:
        places = _columns(text, places)
    if not places:
        return [whole]
    edges = [whole.start - 1, *places, whole.end]
    pieces = [span_of(text, a + 1, b) for a, b in pairwise(edges)]
    return [piece for piece in pieces if piece.text] or [whole]


def _columns(text: str, places: list[int]) -> list[int]:
    """The places of the strongest separator that is there twice, else all."""
    marks = {text[place] for place in places}
    for strong in (COLUMNS, SEMICOLONS.strip()):  # on a line of its own a comma still cuts
        if not marks.isdisjoint(strong):
            found = [place for place in places if text[place] in strong]
            if len(found) > 1:
                return found
    return places


def separators(text: str, whole: Span) -> list[int]:
    """The places of commas, semicolons, strokes, tabs and line ends that no bracket and no number encloses."""
    pattern = _PLAIN_SEPARATOR if text.isascii() else _SEPARATOR
    found = [mark.start() for mark in pattern.finditer(text, whole.start, whole.end)]
    found = [n for n in found if not (text[n - 1 : n].isdigit() and text[n + 1 : n + 2].isdigit())]
    if not found or not (hidden := enclosed(text, whole)):
        return found
    return [place for place in found if not any(a < place < b for a, b in hidden)]


def enclosed(text: str, whole: Span) -> list[tuple[int, int]]:
    """The places of outermost brackets that belong together, in order; one that never closes encloses nothing."""
    if not any(map(text.__contains__, _CLOSING)):
        return []
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for bracket in _BRACKET.finditer(text, whole.start, whole.end):
        if bracket[0] in _OPENING:
            opened.append(bracket.start())
        elif opened:
            start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, bracket.start()))
    return found


def has_brackets(text: str) -> bool:
    """Whether any bracket opens or closes in it."""
    return bool(_BRACKET.search(text))


def is_balanced(text: str) -> bool:
    """Whether every bracket in it opens and closes."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in _OPENING else -1
        if depth < 0:
            return False
    return not depth
