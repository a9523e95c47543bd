"""Stretches of a text, and the separators that cut it outside brackets."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_SEPARATORS = ("\t", "|", ";", ",，、")  # the first that occurs outside brackets cuts
_OPENING, _CLOSING = "(（[", ")）]"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text without the spaces around it."""

    start: int
    end: int
    text: str


def cut(text: str, whole: Span) -> list[Span]:
    """The pieces between the strongest separator that stands outside brackets."""
    for separators in _SEPARATORS:
        places = [place for place in _outside_brackets(text, whole) if text[place] in separators]
        edges = [whole.start - 1, *places, whole.end]
        pieces = [span_of(text, a + 1, b) for a, b in pairwise(edges)]
        pieces = [piece for piece in pieces if piece.text]
        if len(pieces) > 1:
            return pieces
    return [whole]


def _outside_brackets(text: str, span: Span) -> Iterable[int]:
    """The places of the text that no bracket encloses; a bracket that never closes encloses nothing."""
    depth = 0
    closing = sum(text.count(bracket, span.start, span.end) for bracket in _CLOSING)
    for place in range(span.start, span.end):
        if text[place] in _OPENING and closing:
            depth += 1
        elif text[place] in _CLOSING:
            depth, closing = max(depth - 1, 0), closing - 1
        elif not depth:
            yield place


def span_of(text: str, start: int, end: int) -> Span:
    """The stretch from start to end without the spaces at its ends."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    inside = inside.strip()
    return Span(start, start + len(inside), inside)
