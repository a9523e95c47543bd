"""Where somebody belongs: the pieces of a line beside a name, as role, part of a body, body, city and country."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from signatories.imports.lines import shapes
from signatories.imports.lines.links import dashes_in, without_article
from signatories.imports.lines.name_words import words_of
from signatories.imports.lines.officers import ends_in_link, is_role
from signatories.imports.lines.parts import Part
from signatories.imports.lines.ranks import rank
from signatories.imports.lines.role_words import ENDS_OF_ROLES
from signatories.imports.lines.spans import Span, span_of

Found = tuple[list[Part], float]
"""Parts, and how certain they are."""

_ROLE_OF = re.compile(
    r"\s+(?:of|at|for|de|du|del|der|des|d[aeo]s?|für|di|dell[aeo]|dei|degli|van|av)\s+|\s+d(?:ell)?['’](?=\w)"
)
_ROLE_AT = re.compile(r"\s+(?:at|with|chez|bei|beim|presso)\s+")
_IN_PARLIAMENT = re.compile(
    r"(?i)(?:former |shadow )?members? of (?:the )?(?:[^\W\d_]+ )?(?:parliament|congress|senate|bundestag)\b"
)
_SPACES = re.compile(r"\s+")
_AND = re.compile(r"(?:and|und|et|y|e)\s+")
_SETTING_OFF = re.compile(r"[)）\]–—―:：]| [-~/]")
_BEHIND = re.compile(r"(?P<before>[^()（）\[\]]+?)\s*[(（\[](?P<inside>[^()（）\[\]]+)[)）\]]")
_TO_ANOTHER = re.compile(r"\s+(?:to|before|auprès|près|ante|bei|beim|presso|junto)\s")
_JOINING = words_of("and und et y e & the")
_TOWN = re.compile(r"(?:г\.|город|пос\.|м\.|місто)\s*[^\W\d_][^\d,;:()]{1,30}")  # said to be one
_PLACE = re.compile(r"(?:[A-Z]{1,2}-?\d{4,6} |\d{4,6} )?[^\W\d_][^\d,;:()]{1,30}")


class Cut(NamedTuple):
    """A body, and what stands before and after it and is part of it."""

    before: list[Span]
    body: list[Span]
    after: list[Span]
    confidence: float


def beside_name(text: str, rest: list[Span]) -> Found:
    """What follows a name: roles, the body, its city and country; confidence is that of these pieces alone."""
    rest = [_without_and(text, piece) for piece in rest]
    rest = [finer for piece in rest for finer in _set_off(text, piece, _is_body, _is_role)]
    places, rest = _places(_country_after_dash(text, rest), least=0)
    rest = [
        *rest[:-1],
        *(finer for piece in rest[-1:] for finer in _set_off(text, piece, _is_role, _is_body)),
    ]
    leading = _leading_roles(rest)
    roles, rest = rest[:leading], rest[leading:]
    after: list[Span] = []
    while len(rest) > 1 and _is_role(rest[-1]):
        after.insert(0, rest.pop())
    if not places:  # Kenya, Director
        places, rest = _places(rest, least=0)
    if not rest:
        said = [_joined("role", run) for run in (roles, after) if run]
        return _role_of_body(text, [*places, *said])
    before, body, behind, confidence = _institution(rest)
    roles, after = roles + before, behind + after
    parts = places + [_joined("role", run) for run in (roles, after) if run]
    return [*parts, _joined("organisation", body)], min(confidence, 0.8 if after else 1.0)


def alone(pieces: list[Span]) -> Found:
    """A line without a person: the body, the part of it that signs, its city and country."""
    places, rest = _places(pieces, least=1)
    before, body, behind, confidence = _institution(rest)
    parts = [*places, _joined("organisation", body)]
    if before or behind:
        return [*parts, *(_joined("role", run) for run in (before, behind) if run)], confidence
    if places and len(rest) == 1:
        return parts, 0.9
    certain = shapes.looks_like_organisation(rest[0].text)
    if places:
        return parts, 0.9 if certain else 0.6
    return parts, 0.65 if certain else min(confidence, 0.5)


def _without_and(text: str, piece: Span) -> Span:
    """The role in "and Director", else the piece as it is."""
    link = _AND.match(text, piece.start, piece.end)
    role = span_of(text, link.end(), piece.end) if link else piece
    return role if shapes.looks_like_role(role.text) else piece


def _places(pieces: list[Span], least: int) -> tuple[list[Part], list[Span]]:
    """The country at the end, the city between it and a body, and the other pieces: `least` stay."""
    rest = list(pieces)
    if len(rest) > max(least, 1) and _TOWN.fullmatch(rest[-1].text):
        return [_joined("city", [rest.pop()])], rest
    if len(rest) <= least or not shapes.is_country(rest[-1].text):
        return [], rest
    parts = [_joined("country", [rest.pop()])]
    city: list[Span] = []
    while len(rest) > 1 and not any(len(p.text) > 2 for p in city) and _is_place(rest[-1].text):
        city.insert(0, rest.pop())
    if city and any(rank(piece.text) for piece in rest):
        return [*parts, _joined("city", city)], rest
    return parts, rest + city


def _country_after_dash(text: str, pieces: list[Span]) -> list[Span]:
    """The pieces with the last cut where a country follows a dash: Well Fund - Kenya."""
    *others, last = pieces
    for dash in dashes_in(text, last):
        country = span_of(text, dash.end(), last.end)
        if shapes.is_country(country.text) and rank(text[last.start : dash.start()]):
            return [*others, span_of(text, last.start, dash.start()), country]
    return pieces


def _set_off(
    text: str, piece: Span, is_first: Callable[[Span], bool], is_second: Callable[[Span], bool]
) -> list[Span]:
    """What a dash or a bracket sets off: Well Fund (Chair), Well Fund – Chair; else the piece as it is."""
    if not _SETTING_OFF.search(piece.text):
        return [piece]
    marks = [dash.span() for dash in dashes_in(text, piece)]
    pairs = [(span_of(text, piece.start, a), span_of(text, b, piece.end)) for a, b in marks]
    if bracket := _BEHIND.fullmatch(text, piece.start, piece.end):
        spans = bracket.span("before"), bracket.span("inside")
        pairs.append((span_of(text, *spans[0]), span_of(text, *spans[1])))
    for one, other in pairs:
        if is_first(one) and is_second(other):
            return [one, other]
    return [piece]


def _is_body(span: Span) -> bool:
    return rank(span.text) > 2 and not shapes.looks_like_role(span.text)


def _is_role(span: Span) -> bool:
    return rank(span.text) < 3 and is_role(span.text)


def _is_place(text: str) -> bool:
    """Whether it may be a city or the code of a state: a few capitalised words that name nothing else."""
    return (
        bool(_PLACE.fullmatch(text))
        and text[0] == text[0].upper()
        and len(text.split()) < 4
        and _JOINING.isdisjoint(text.split())  # Save the Seas; Land and Forests
        and not rank(text)
        and not shapes.looks_like_role(text)
        and not shapes.is_legal_form(text)
    )


def _leading_roles(rest: list[Span]) -> int:
    """How many pieces at the beginning say what somebody is."""
    roles = 0
    while roles < len(rest) and is_role(rest[roles].text) and rank(rest[roles].text) < 4:
        roles += 1
    return roles


def _institution(pieces: list[Span]) -> Cut:
    """The body among the pieces, and the departments before and after it.

    Bodies of one rank stay together, as "SWISSAID, Swiss Foundation" is one name, but of a hospital and a university
    the last holds the other. What follows a body and is none belongs to its name: "University of California, Davis".
    """
    ranks = [rank(piece.text) for piece in pieces]
    best = max(ranks)
    place = ranks.index(best) if best < 4 else len(ranks) - 1 - ranks[::-1].index(best)
    if len(pieces) == 1 or not (best == 4 or (best > ranks[0] and ranks[0] in (1, 2))):
        in_doubt = len(pieces) > 1 and best and (not ranks[0] or _is_place(pieces[-1].text))
        return Cut([], pieces, [], 0.65 if in_doubt else 0.9)
    end = next((n for n in range(place + 1, len(pieces)) if ranks[n]), len(pieces))
    confidence = 0.85 if ranks.count(best) == 1 and end == place + 1 else 0.6
    return Cut(pieces[:place], pieces[place:end], pieces[end:], confidence)


def _role_of_body(text: str, parts: list[Part]) -> Found:
    """Director of the Organisation, Director – Organisation: cut before a body, else there is none."""
    roles = [part for part in parts if part.field == "role"]
    if not roles:
        return parts, 0.75
    role = roles[-1]
    whole = span_of(text, role.start, role.end)
    if _IN_PARLIAMENT.match(whole.text):
        return parts, 0.8
    others = [part for part in parts if part is not role]
    for link in _links_in(text, whole):
        body = span_of(text, without_article(text, link.end(), role.end), role.end)
        if shapes.is_country(_TO_ANOTHER.split(body.text)[0]):
            return parts, 0.8  # Permanent Representative of Kenya to the United Nations
        if shapes.looks_like_organisation(body.text) and not shapes.looks_like_role(body.text):
            before = Part("role", role.start, link.start())
            has_second = not ENDS_OF_ROLES.isdisjoint(shapes.words(body.text))
            found = [*others, before, _joined("organisation", [body])]
            return found, 0.6 if has_second else 0.75
    said = [word for word in shapes.words(whole.text) if not word.isdecimal()]
    if said[-1] in ENDS_OF_ROLES or not shapes.looks_like_organisation(whole.text):
        return parts, 0.8
    return [*others, *(role_and_body(text, whole) or [role])], 0.6


def _links_in(text: str, role: Span) -> Iterator[re.Match[str]]:
    """Where a role may end before its body: first at the dashes, then at each "at", then at each "of"."""
    yield from dashes_in(text, role)
    yield from _ROLE_AT.finditer(text, role.start, role.end)
    yield from _ROLE_OF.finditer(text, role.start, role.end)


def role_and_body(text: str, piece: Span) -> list[Part]:
    """Director Well Fund, as other scripts have it without an "of": cut after the words of the role; else nothing."""
    for space in _SPACES.finditer(piece.text):
        role = span_of(text, piece.start, piece.start + space.start())
        if ends_in_link(role.text):
            role = span_of(text, role.start, role.end - len(role.text.split()[-1]))
        body = span_of(text, piece.start + space.end(), piece.end)
        is_body = not body.text[0].islower() and shapes.looks_like_organisation(body.text)
        if is_body and shapes.looks_like_role(role.text):
            return [_joined("role", [role]), _joined("organisation", [body])]
    return []


def _joined(field: str, pieces: list[Span]) -> Part:
    return Part(field, pieces[0].start, pieces[-1].end)
