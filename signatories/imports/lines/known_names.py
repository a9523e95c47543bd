"""A line taken apart by the names in it that the directory knows."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from signatories.imports.lines import shapes
from signatories.imports.lines.acronyms import acronym_in
from signatories.imports.lines.affiliations import Found
from signatories.imports.lines.outlines import Readable, grown, outline
from signatories.imports.lines.parts import Part
from signatories.imports.lines.ranks import rank
from signatories.imports.lines.spans import Span, span_of

_MOST_PIECES = 10  # runs of pieces are tried, so that their number counts twice


class Known(Protocol):
    """Whoever knows the organisations and people that there are, by their names without regard to case and accents."""

    def is_organisation(self, text: str) -> bool:
        """Whether an organisation has this name, exactly."""

    def is_person(self, text: str) -> bool:
        """Whether a person has this name, exactly."""


class Run(NamedTuple):
    """Neighbouring pieces, `first` to before `last`, that are one known name."""

    first: int
    last: int
    span: Span


def take_apart(line: Readable, known: Known) -> Found | None:
    """Parts of a line in which a known organisation or person stands, by name and exactly; else None."""
    spans = [piece.span for piece in outline(line)]
    if not 0 < len(spans) <= _MOST_PIECES:
        return None
    runs = _runs(line.plain, spans)
    body = next((run for run in runs if _is_body(run.span.text, known)), None)
    person = next(
        (r for r in runs if not (body and _overlap(r, body)) and known.is_person(r.span.text)), None
    )
    if body is None and person is None:
        return None
    parts = [Part("organisation", *body.span[:2])] if body else []
    parts += [Part("name", *person.span[:2])] if person else []
    taken = {n for run in (body, person) if run for n in range(run.first, run.last)}
    others = [(n, span) for n, span in enumerate(spans) if n not in taken]
    return _with_others(line.plain, parts, others)


def _with_others(plain: str, parts: list[Part], others: Sequence[tuple[int, Span]]) -> Found:
    """The known parts and what the other pieces are beside them; what is nothing makes it uncertain."""
    confidence = 0.95
    has = {part.field for part in parts}
    last, last_number = "", -2
    for number, span in others:
        field = _field(span.text, has)
        if field and field == last and number == last_number + 1:
            parts[-1] = Part(field, *grown(plain, parts[-1].start, span.end))
        elif field and field not in has:
            parts.append(Part(field, span.start, span.end))
            has.add(field)
        else:
            confidence = 0.6
        last, last_number = field, number
    if {"name", "organisation"} - has and len(others) > 0:
        confidence = min(confidence, 0.8)
    return parts, confidence


def _field(text: str, has: set[str]) -> str:
    """What a piece beside a known name is."""
    if shapes.is_country(text):
        return "country"
    if shapes.looks_like_role(text) or (rank(text) in (1, 2) and "organisation" in has):
        return "role"
    if "name" not in has and shapes.looks_like_person(text):
        return "name"
    return "organisation" if "organisation" not in has else ""


def _runs(plain: str, spans: Sequence[Span]) -> list[Run]:
    """Every run of neighbours, the longest first."""
    number = len(spans)
    found = []
    for length in range(number, 0, -1):
        for first in range(number - length + 1):
            last = first + length
            places = grown(plain, spans[first].start, spans[last - 1].end)
            found.append(Run(first, last, span_of(plain, *places)))
    return found


def _is_body(text: str, known: Known) -> bool:
    """Whether it is known, with or without the acronym after it, and no person of the same name is."""
    short = acronym_in(text)
    bare = text.removesuffix(f"({short})").rstrip() if short else text
    return (known.is_organisation(text) or known.is_organisation(bare)) and not known.is_person(
        text
    )


def _overlap(one: Run, other: Run) -> bool:
    return one.first < other.last and other.first < one.last
