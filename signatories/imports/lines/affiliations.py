"""Where somebody belongs: the pieces of a line beside a name, as role, part of a body, body, city and country."""

import re
from collections.abc import Callable
from typing import NamedTuple

from signatories.imports.lines import shapes
from signatories.imports.lines.acronyms import are_initials
from signatories.imports.lines.links import dashes_in
from signatories.imports.lines.name_words import PARTICLES, words_of
from signatories.imports.lines.officers import is_role
from signatories.imports.lines.parts import Part
from signatories.imports.lines.ranks import rank
from signatories.imports.lines.roles_in_bodies import role_ahead_of_body, role_of_body
from signatories.imports.lines.spans import Span, span_of
from signatories.imports.lines.two_bodies import names_two_bodies

Found = tuple[list[Part], float]
"""Parts, and how certain they are."""

_AND = re.compile(r"(?:and|und|et|y|e)\s+")
_SETTING_OFF = re.compile(r"[)）\]–—―:：]| [-~/]")
_BEHIND = re.compile(r"(?P<before>[^()（）\[\]]+?)\s*[(（\[](?P<inside>[^()（）\[\]]+)[)）\]]")
_JOINING = words_of("and und et y e & the")
_IN_DOUBT = 0.65
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
    has_set_off = bool(_SETTING_OFF.search(text, rest[0].start, rest[-1].end))
    if has_set_off:
        rest = [finer for piece in rest for finer in _set_off(text, piece, _is_body, _is_role)]
    places, rest = _places(_country_after_dash(text, rest), least=0)
    has_country_first = not places and len(rest) > 1 and shapes.is_country(rest[0].text)
    if has_country_first:  # Anna Berg (Kenya), Well Fund
        places, rest = [_joined("country", rest[:1])], rest[1:]
    if has_set_off and rest:
        rest = [*rest[:-1], *_set_off(text, rest[-1], _is_role, _is_body)]
    leading = _leading_roles(rest)
    roles, rest = rest[:leading], rest[leading:]
    after: list[Span] = []
    while len(rest) > 1 and _is_role(rest[-1]):
        after.insert(0, rest.pop())
    if not places:  # Kenya, Director
        places, rest = _places(rest, least=0)
    if not rest:
        said = [_joined("role", run) for run in (roles, after) if run]
        return role_of_body(text, [*places, *said])
    if len(rest) == 1 and not roles and (cut_up := role_ahead_of_body(text, rest[0])):
        said, confidence = cut_up
        places += [_joined("role", after)] if after else []
        return [*places, *said], min(confidence, 0.65 if after else 1.0)
    before, body, behind, confidence = _institution(rest)
    is_guess = has_country_first or (
        bool(roles) and any(begins_small(piece.text) for piece in roles)
    )
    roles, after = roles + before, behind + after
    parts = places + [_joined("role", run) for run in (roles, after) if run]
    named = text[body[0].start : body[-1].end]
    is_guess = is_guess or names_two_bodies(named) or named[:4].lower() == "c/o "
    sureness = _IN_DOUBT if is_guess else 0.8 if after else 1.0
    return [*parts, _joined("organisation", body)], min(confidence, sureness)


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
    while (
        len(rest) > 1
        and not any(len(p.text) > 2 for p in city)
        and _is_place(rest[-1].text)
        and not _is_acronym(rest[-1].text, rest[-2].text)
    ):
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


def _is_acronym(text: str, name: str) -> bool:
    """Whether it is what the body before it is called for short; two letters may be a state's."""
    return len(text) > 2 and text.isupper() and len(name.split()) > 1 and are_initials(text, name)


def _leading_roles(rest: list[Span]) -> int:
    """How many pieces at the beginning say what somebody is."""
    roles = 0
    while roles < len(rest) and (
        (is_role(rest[roles].text) and rank(rest[roles].text) < 4) or _is_guessed(rest, roles)
    ):
        roles += 1
    return roles


def _is_guessed(rest: list[Span], place: int) -> bool:
    """Whether a piece is in small letters; the last is no role without a capital: “terre des hommes” may be a body."""
    text = rest[place].text
    is_last = place + 1 == len(rest)
    return begins_small(text) and not (is_last and " " in text and text.islower())


def begins_small(text: str) -> bool:
    """Whether it is in small letters, as what somebody is in most languages, and has no word of bodies or of roles."""
    if not text[0].islower():
        return False
    first = text.split(maxsplit=1)[0]
    return (
        first.isalpha()
        and first.islower()
        and len(first) > 1
        and not rank(text)
        and not is_role(text)
        and not PARTICLES.issuperset(text.split())
    )


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


def _joined(field: str, pieces: list[Span]) -> Part:
    return Part(field, pieces[0].start, pieces[-1].end)
