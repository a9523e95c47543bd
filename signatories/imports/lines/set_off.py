"""What a bracket or a dash sets off from the first piece of a line: a role, a country, a body."""

import re

from signatories.imports.lines import shapes
from signatories.imports.lines.asides import is_capacity
from signatories.imports.lines.links import dashes_in
from signatories.imports.lines.officers import (
    holds_office,
    is_role,
    may_be_signer,
    may_hold_role,
    role_and_name,
)
from signatories.imports.lines.parts import Part
from signatories.imports.lines.ranks import rank
from signatories.imports.lines.roles_in_bodies import role_and_body
from signatories.imports.lines.spans import Span, cut, enclosed, span_of

_BRACKETS = re.compile(r"(?P<before>.*?)\s*[(（\[](?P<inside>[^()（）\[\]]+)[)）\]]")
_NARROW = re.compile(r"(?<=\w)[–—/\\](?=\w)|\s+")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])(?=\S)")
_PRONOUNS = re.compile(r"(?i:she|he|they|elle|il|ella|sie|er)(?:\s*/\s*\w+)+")


def loosened(text: str, pieces: list[Span]) -> tuple[list[Span], float]:
    """The pieces with the first cut at its bracket or dash where a name ends there, and the doubt of doing so."""
    first, *rest = pieces
    if cut_off := _bracketed(text, first):
        in_doubt = len(cut_off) > 1 and not shapes.looks_like_role(cut_off[1].text)
        return [*cut_off, *rest], 0.4 if in_doubt else 0.2
    found = _all_dashed(text, first)
    if len(found) < 2:
        return pieces, 0.0
    names = [number for number, span in enumerate(found) if shapes.looks_like_full_name(span.text)]
    is_name_first = names[:1] == [0] and len(found) + len(rest) > 2
    is_body_first = names == [1] and len(found) == 2 and rank(found[0].text) > 2
    is_body_first = is_body_first and bool(rest) and shapes.looks_like_role(rest[0].text)
    is_role_first = names[:1] == [1] and shapes.looks_like_role(found[0].text)
    if is_name_first or is_body_first or is_role_first:
        is_of_another = not is_role_first and holds_office(text[found[1].start : first.end])
        if names == [0, 1] and ":" in text[found[0].end : found[1].start]:
            is_of_another = True  # Baobab Tree: Anna Berg, Director
        return [*found, *rest], 0.4 if is_of_another else 0.25
    return pieces, 0.0


def _all_dashed(text: str, piece: Span) -> list[Span]:
    """The pieces between dashes."""
    dashes = [dash.span() for dash in dashes_in(text, piece)]
    if not dashes:
        return [piece]
    starts, ends = [piece.start, *(b for _, b in dashes)], [*(a for a, _ in dashes), piece.end]
    found = [span_of(text, a, b) for a, b in zip(starts, ends, strict=True)]
    return [span for span in found if span.text]


def _bracketed(text: str, piece: Span) -> list[Span] | None:
    """Name (role; role), Name (Country) or Name (Organisation): the last may be a body with its name in English."""
    if ")" not in piece.text and "）" not in piece.text and "]" not in piece.text:
        return None
    match = _BRACKETS.fullmatch(text, piece.start, piece.end)
    if match is None or not shapes.looks_like_full_name(match["before"]):
        return None
    inside = span_of(text, *match.span("inside"))
    before = span_of(text, *match.span("before"))
    said = inside.text
    pieces = cut(text, inside)
    if len(pieces) > 1 and any(
        shapes.looks_like_organisation(p.text) and not shapes.looks_like_role(p.text)
        for p in pieces
    ):
        return [before, *pieces]
    if is_role(said) or shapes.looks_like_organisation(said) or shapes.is_country(said):
        return [before, inside]
    return [before] if _PRONOUNS.fullmatch(said) or is_capacity(said) else None


def roles_in_bracket(text: str, pieces: list[Span]) -> tuple[list[Span], bool] | None:
    """The name, its whole bracket of several roles, what follows; and whether they surely are roles.

    None where no body follows: then the bracket may hold it.
    """
    first, *rest = pieces
    brackets = enclosed(text, first)
    if not brackets:
        return None
    start, end = brackets[0]
    name, inside = span_of(text, first.start, start), span_of(text, start + 1, end)
    behind = span_of(text, end + 1, first.end)
    if len(said := cut(text, inside)) < 2 or not shapes.looks_like_full_name(name.text):
        return None
    roles = [is_role(piece.text) for piece in said]
    if behind.text:
        return ([name, inside, behind, *rest], False) if any(roles) else None
    bodies = [piece for piece in rest if not shapes.is_country(piece.text)]
    if not bodies or (bodies[-1] is not rest[-1] and not any(rank(b.text) for b in bodies)):
        return None  # Anna Berg (Director, Well Fund), Berlin, Germany
    return [name, inside, *rest], all(roles)


def body_and_signer(text: str, piece: Span) -> list[Part] | None:
    """Organisation (Name) or Organisation (Name, role): perhaps, as a bracket may hold another name of the body."""
    match = _BRACKETS.fullmatch(text, piece.start, piece.end)
    if match is None or not shapes.looks_like_organisation(match["before"]):
        return None
    said = cut(text, span_of(text, *match.span("inside")))
    said = [finer for span in said for finer in role_and_name(text, span)]
    signers = [span for span in said if may_be_signer(span.text)]
    roles = [span for span in said if span not in signers]
    if len(signers) != 1 or not all(shapes.looks_like_role(span.text) for span in roles):
        return None
    body = span_of(text, *match.span("before"))
    fields = [("organisation", body), ("name", signers[0]), *(("role", span) for span in roles)]
    return [Part(field, span.start, span.end) for field, span in fields]


def signer_with_role(text: str, piece: Span) -> list[Part]:
    """Director Anna Berg, Anna Berg (Director), Anna Berg – Director: the two; nothing else."""
    fields = ("role", "name")
    found = role_and_name(text, piece)
    if len(found) == 1:
        fields, found = ("name", "role"), _bracketed(text, piece) or dashed(text, piece) or []
    if len(found) != len(fields) or not shapes.looks_like_role(found[fields.index("role")].text):
        return []
    return [Part(field, *span[:2]) for field, span in zip(fields, found, strict=True)]


def with_full_stop(text: str, piece: Span) -> list[Part] | None:
    """Anna Berg. Well Fund: no abbreviation stands before the full stop, as in “Max Planck Inst. of Wells”."""
    stop = _FULL_STOP.search(text, piece.start, piece.end)
    if stop is None:
        return None
    name, body = span_of(text, piece.start, stop.start()), span_of(text, stop.end(), piece.end)
    is_entry = shapes.looks_like_full_name(name.text) and shapes.looks_like_organisation(body.text)
    return [Part("name", *name[:2]), Part("organisation", *body[:2])] if is_entry else None


def given_name_apart(text: str, pieces: list[Span]) -> list[Span]:
    """Berg, Anna. Well Fund: the pieces with the second cut at its full stop."""
    if len(pieces) != 2 or " " in pieces[0].text:
        return pieces
    stop = _FULL_STOP.search(text, pieces[1].start, pieces[1].end)
    if stop is None:
        return pieces
    given = span_of(text, pieces[1].start, stop.start())
    body = span_of(text, stop.end(), pieces[1].end)
    is_entry = shapes.looks_like_person(given.text) and shapes.looks_like_organisation(body.text)
    return [pieces[0], given, body] if is_entry else pieces


def name_and_rest(text: str, piece: Span) -> list[Part] | None:
    """Anna Berg/Well Fund, Anna Berg Director Well Fund: what little stands between a name and a body."""
    has_role = may_hold_role(piece.text)
    for gap in _NARROW.finditer(text, piece.start, piece.end):
        if not has_role and not gap[0].strip():
            continue
        name, rest = span_of(text, piece.start, gap.start()), span_of(text, gap.end(), piece.end)
        if not shapes.looks_like_full_name(name.text):
            continue
        said = [Part("name", *name[:2])]
        if gap[0].strip():
            if not shapes.looks_like_organisation(rest.text):
                return None
            if "/" in gap[0]:  # two bodies, perhaps, of which one is called after somebody
                return [Part("organisation", *piece[:2])]
            return [*said, Part("organisation", *rest[:2])]
        if found := role_and_body(text, rest):
            return [*said, *found]
    return None


def dashed(text: str, piece: Span) -> list[Span] | None:
    """Name – Organisation or Name: role; a dash inside a body's name cuts nothing."""
    for dash in dashes_in(text, piece):
        left, right = span_of(text, piece.start, dash.start()), span_of(text, dash.end(), piece.end)
        if not left.text or not right.text:
            continue
        if shapes.looks_like_full_name(left.text) and not right.text.isupper():
            return [left, right]
    return None
