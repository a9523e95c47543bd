"""What a person said about one line, applied to all lines that are built alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from signatories.imports.lines import shapes
from signatories.imports.lines.outlines import Readable, coarse, grown, key, outline, readable
from signatories.imports.lines.parts import Part, Split
from signatories.imports.lines.spans import Span, span_of

_IN_DOUBT = 0.6


@dataclass(frozen=True, slots=True)
class Correction:
    """Which field each piece of a line is, for every line of this shape. An empty field: the piece is nothing."""

    shape: str
    fields: tuple[str, ...]


def pieces(text: str) -> tuple[Span, ...]:
    """The pieces of a line that can each be given a field, in order."""
    line = readable(text)
    return tuple(piece.span for piece in outline(line)) if line else ()


def fields_of(split: Split) -> tuple[str, ...]:
    """The field of each of the pieces of a split line; empty for what is nothing."""
    return tuple(_field_at(split.parts, piece.start) for piece in pieces(split.text))


def correct(text: str, fields: Sequence[str]) -> Correction:
    """Say which field each piece is. Neighbours with one field become one part.

    Where brackets and dashes change nothing, lines without them are built alike too. Raises ValueError when there
    are not as many fields as pieces.
    """
    line = readable(text)
    found = outline(line) if line else []
    if line is None or len(found) != len(fields):
        raise ValueError(f"{len(fields)} fields for {len(found)} pieces")
    groups = coarse(line.plain, found)
    edges = [sum(number for _, number in groups[:n]) for n in range(len(groups) + 1)]
    told = [fields[a:b] for a, b in pairwise(edges)]
    if all(len(set(each)) == 1 for each in told):
        shape = key([piece for piece, _ in groups])
        return Correction(shape, tuple(each[0] for each in told))
    return Correction(key(found), tuple(fields))


def corrected(
    line: Readable, corrections: Mapping[str, Correction]
) -> tuple[list[Part], float] | None:
    """The parts of a line as a line built alike was corrected, or None.

    Where the words speak plainly against it, it needs another look: its confidence is not 1.0.
    """
    found = outline(line)
    for candidates in (found, [piece for piece, _ in coarse(line.plain, found)]):
        correction = corrections.get(key(candidates))
        if correction and len(correction.fields) == len(candidates):
            spans = [piece.span for piece in candidates]
            parts = _joined(line.plain, spans, correction.fields)
            return parts, _IN_DOUBT if _contradicted(line.plain, parts) else 1.0
    return None


def _joined(plain: str, spans: Sequence[Span], fields: Sequence[str]) -> list[Part]:
    """Neighbours with one field as one part, with the bracket that belongs to it."""
    parts: list[Part] = []
    last = ""
    for span, field in zip(spans, fields, strict=True):
        if field and field == last:
            parts[-1] = Part(field, parts[-1].start, span.end)
        elif field:
            parts.append(Part(field, span.start, span.end))
        last = field
    return [Part(field, *grown(plain, start, end)) for field, start, end in parts]


def _contradicted(plain: str, parts: Sequence[Part]) -> bool:
    """Whether the name has a word of bodies and the body looks like a person."""
    texts = {field: span_of(plain, start, end).text for field, start, end in parts}
    name, body = texts.get("name", ""), texts.get("organisation", "")
    return shapes.looks_like_organisation(name) and (not body or shapes.looks_like_full_name(body))


def _field_at(parts: Sequence[Part], place: int) -> str:
    return next((part.field for part in parts if part.start <= place < part.end), "")
