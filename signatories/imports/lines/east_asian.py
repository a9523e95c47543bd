"""The rules for a line in Japanese, Chinese or Korean: family name first, roles before or after, few commas."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from signatories.imports.lines import shapes
from signatories.imports.lines.acronyms import is_acronym_of
from signatories.imports.lines.affiliations import Found
from signatories.imports.lines.east_asian_words import BODIES, HONORIFICS, OPENS_BODY, ROLES, SCRIPT
from signatories.imports.lines.parts import Part
from signatories.imports.lines.spans import Span, cut, enclosed, span_of

_BRACKETS = re.compile(r"(?P<before>.+?)\s*[(（【](?P<inside>[^()（）【】]+)[)）】]")
_BODY_AND_ROLE = re.compile(rf"(?P<organisation>.+?)(?P<role>{ROLES.pattern})")
_BODY_ROLE_AND_NAME = re.compile(
    rf"(?P<organisation>.+?)(?P<role>{ROLES.pattern})(?P<name>[\u3400-\u9fff]{{2,4}})"
)
_ROLE_AND_NAME = re.compile(rf"(?P<role>{ROLES.pattern})(?P<name>[\u3400-\u9fff]{{3,5}})")
_NAME = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff々]{1,8}|[\u30a0-\u30ff]+(?:[・＝=·][\u30a0-\u30ffー]+)+|[\uac00-\ud7af]{1,4}"
)
_COLON = re.compile("[：:／]")
_QUOTES = "「」『』“”\"'《》"


class Piece(NamedTuple):
    """A stretch and what it is taken for: name, role, organisation, country."""

    field: str
    span: Span


def take_apart(text: str, core: Span) -> Found | None:
    """Propose parts for a line, or None where its words are those of other scripts."""
    pieces = [found for span in cut(text, core) for found in _pieces(text, span)]
    pieces = _joined(text, pieces)
    fields = [piece.field for piece in pieces]
    if len(set(fields)) < len(fields) or not {"name", "organisation"} & set(fields):
        return None if len(pieces) < 2 else _all_in_doubt(pieces)
    return [Part(field, span.start, span.end) for field, span in pieces], _confidence(pieces)


def _confidence(pieces: list[Piece]) -> float:
    if len(pieces) == 1:
        field, span = pieces[0]
        if field == "organisation":
            return 0.9
        return 0.8 if span.text.endswith(HONORIFICS) else 0.6
    names = [span.text for field, span in pieces if field == "name"]
    return 0.85 if all(_is_name(name) for name in names) else 0.6


def _all_in_doubt(pieces: list[Piece]) -> Found:
    """Two names or two bodies in one line: the first of each."""
    first: dict[str, Piece] = {}
    for piece in pieces:
        first.setdefault(piece.field, piece)
    return [Part(field, span.start, span.end) for field, span in first.values()], 0.4


def _pieces(text: str, span: Span) -> Iterator[Piece]:
    """A stretch as one piece, or as two where a bracket or a role shows where the first ends."""
    span = _unquoted(text, span)
    if not span.text:
        return
    brackets = _BRACKETS.fullmatch(text, span.start, span.end)
    if brackets and not _is_name_alone(brackets["inside"]) and not _is_acronym(brackets):
        yield from _pieces(text, span_of(text, *brackets.span("before")))
        inside = span_of(text, *brackets.span("inside"))
        edges = [
            inside.start - 1,
            *(m.start() for m in _COLON.finditer(text, *inside[:2])),
            inside.end,
        ]
        for start, end in pairwise(edges):
            for piece in cut(text, span_of(text, start + 1, end)):
                yield from _pieces(text, piece)
        return
    field = _field(span.text)
    if field in ("role", "country"):
        yield Piece(field, span)
        return
    for pattern in (_BODY_AND_ROLE, _BODY_ROLE_AND_NAME, _ROLE_AND_NAME):
        found = pattern.fullmatch(text, span.start, span.end)
        if found and _field(found.groupdict().get("organisation", "会")) == "organisation":
            for each in found.groupdict():
                yield Piece(each, span_of(text, *found.span(each)))
            return
    yield Piece(field, span)


def _field(text: str) -> str:
    if ROLES.fullmatch(text) or (not SCRIPT.search(text) and shapes.looks_like_role(text)):
        return "role"
    if shapes.is_country(text):
        return "country"
    ends = list(BODIES.finditer(text))
    is_body = OPENS_BODY.match(text) or (ends and ends[-1].end() == len(text) and len(text) > 2)
    if is_body or shapes.looks_like_organisation(text):
        return "organisation"
    return "name" if _is_name(text) or shapes.looks_like_person(text) else "organisation"


def _is_name_alone(text: str) -> bool:
    """Whether nobody's body or role is among the words."""
    return all(_field(word) == "name" and not _ends_in_role(word) for word in text.split())


def _ends_in_role(text: str) -> bool:
    """Whether a body and somebody's role in it are one word: 水の会代表."""
    found = _BODY_AND_ROLE.fullmatch(text)
    return found is not None and _field(found["organisation"]) == "organisation"


def _is_name(text: str) -> bool:
    """Whether it may be a person: a few letters, with or without a space between the two names."""
    bare = text
    for honorific in HONORIFICS:
        bare = bare.removesuffix(honorific)
    return all(_NAME.fullmatch(word) for word in bare.split()) and 0 < len(bare.split()) < 4


def _is_acronym(brackets: re.Match[str]) -> bool:
    return brackets["inside"].isascii() and is_acronym_of(brackets["inside"], brackets["before"])


def _joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Names, roles and bodies that only a space cut are one: 山田 太郎."""
    joined: list[Piece] = []
    for piece in pieces:
        if (
            joined
            and joined[-1].field == piece.field
            and not text[joined[-1].span.end : piece.span.start].strip()
        ):
            whole = span_of(text, joined[-1].span.start, piece.span.end)
            joined[-1] = Piece(piece.field, whole)
        else:
            joined.append(piece)
    return joined


def _unquoted(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _QUOTES and text[end - 1] in _QUOTES:
        start, end = start + 1, end - 1
    if enclosed(text, span_of(text, start, end)) == [(start, end - 1)]:
        start, end = start + 1, end - 1
    return span_of(text, start, end)
