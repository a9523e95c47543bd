"""The rules for a line in an alphabet: whose name stands first, and what else there is."""

import re

from signatories.imports.lines import affiliations, shapes
from signatories.imports.lines.affiliations import Found
from signatories.imports.lines.asides import is_capacity
from signatories.imports.lines.behalf import BEGINNINGS_OF_FOR, on_behalf, signed_for
from signatories.imports.lines.links import (
    OPENING_CUE,
    dashes_in,
    links_in,
    whole_names,
    without_article,
)
from signatories.imports.lines.oddities import is_odd
from signatories.imports.lines.officers import (
    ends_as_family_name,
    is_role,
    may_be_signer,
    names_others,
    role_and_name,
)
from signatories.imports.lines.parts import Part
from signatories.imports.lines.ranks import rank
from signatories.imports.lines.set_off import (
    body_and_signer,
    dashed,
    given_name_apart,
    loosened,
    name_and_rest,
    roles_in_bracket,
    signer_with_role,
    with_full_stop,
)
from signatories.imports.lines.spans import Span, cut, span_of
from signatories.imports.lines.two_bodies import names_two_bodies

_REPRESENTED = re.compile(
    r"(?i:represented by|vertreten durch|représentée? par|representad[ao] por|rappresentat[ao] da)\s+(?=\S)"
)


def take_apart(text: str, core: Span) -> Found:
    """Propose parts for a line. The parts need not be in order."""
    if opening := OPENING_CUE.match(text, core.start, core.end):
        core = span_of(text, without_article(text, opening.end(), core.end), core.end)
    parts, confidence = on_behalf(text, core) or _by_separators(text, core)
    if core.text[:2].lower() in BEGINNINGS_OF_FOR:
        parts, confidence = signed_for(text, (parts, confidence))
    said = [text[start:end] for field, start, end in parts if field in ("role", "organisation")]
    return parts, min(confidence, 0.6) if any(map(names_others, said)) else confidence


def _by_separators(text: str, core: Span) -> Found:
    pieces = whole_names(text, cut(text, core))
    if len(pieces) > 1 and is_capacity(pieces[-1].text):
        pieces.pop()
    first = pieces[0].text
    if not shapes.looks_like_full_name(first) or shapes.looks_like_role(first):
        pieces = [finer for piece in pieces for finer in role_and_name(text, piece)]
    if found := _with_roles(text, pieces):
        return found
    pieces, doubt = loosened(text, given_name_apart(text, pieces))
    if len(pieces) > 1 and _is_family_name(pieces[0], pieces[1:]):
        name = span_of(text, pieces[0].start, pieces[1].end)
        pieces, doubt = whole_names(text, [name, *pieces[2:]]), 0.4
        if len(pieces) == 1:
            return [_part("name", pieces[0])], 0.6
    if len(pieces) == 1:
        return _one_piece(text, pieces[0])
    parts, confidence = _by_first(text, pieces[0], pieces[1:])
    return parts, min(confidence, 1 - doubt)


def _with_roles(text: str, pieces: list[Span]) -> Found | None:
    """Anna Berg (Officer; Youth Desk), Well Fund: the whole bracket says what somebody is."""
    found = roles_in_bracket(text, pieces)
    if found is None:
        return None
    (name, role, *rest), is_sure = found
    parts, confidence = affiliations.beside_name(text, rest)
    parts = [_part("name", name), _part("role", role), *parts]
    return parts, min(confidence, 0.8 if is_sure else 0.6)


def _by_first(text: str, first: Span, rest: list[Span]) -> Found:
    """What the first piece is says what the others are."""
    is_role = shapes.looks_like_role(first.text) and rank(first.text) < 3
    if is_role and not (shapes.begins_with_title(first.text) or ends_as_family_name(first.text)):
        return _role_first(text, first, rest)
    if _is_body_of_one_word(first, rest):
        parts, confidence = _organisation_first(first, rest)
        return parts, confidence if first.text.isupper() else min(confidence, 0.6)
    if not shapes.looks_like_person(first.text):
        return _organisation_first(first, rest)
    parts, confidence = affiliations.beside_name(text, rest)
    return [_part("name", first), *parts], min(confidence, _name_confidence(text, first, rest))


def _role_first(text: str, role: Span, rest: list[Span]) -> Found:
    """Director, Anna Berg, Well Fund: unusual, so that somebody should look."""
    parts: list[Part] = []
    if shapes.looks_like_full_name(rest[0].text):
        parts, rest = [_part("name", rest[0])], rest[1:]
    others, confidence = affiliations.beside_name(text, rest) if rest else ([], 1.0)
    if not parts and all(part.field != "organisation" for part in others):
        return _organisation_first(role, rest)[0], 0.5
    return [_part("role", role), *parts, *others], min(confidence, 0.6)


def _name_confidence(text: str, name: Span, rest: list[Span]) -> float:
    """How certain the first piece is a person, and what follows where they belong."""
    confidence = 0.9 if shapes.has_several_words(name.text) else 0.5
    if shapes.names_two(name.text):
        return 0.6
    body = text[rest[0].start : rest[-1].end]
    has_role = any(shapes.looks_like_role(piece.text) for piece in rest)
    may_be_none = shapes.ends_in_family_name(name.text) or ends_as_family_name(name.text)
    if (may_be_none and not has_role) or is_odd(rest) or _has_second(text, name, rest):
        return 0.6
    if shapes.looks_like_organisation(body) or has_role:
        return confidence
    if len(rest) == 1 and shapes.is_country(body):
        return min(confidence, 0.6)
    plain = len(rest) == 1 and shapes.has_several_words(body)
    may_be_person = shapes.looks_like_full_name(body) and not shapes.ends_in_country(body)
    return confidence - (0.1 if plain and not may_be_person else 0.3)


def _has_second(text: str, name: Span, rest: list[Span]) -> bool:
    """Whether one semicolon among commas begins another place or person: Anna Berg, Well Fund; River Network.

    So may small letters that no word tells: Anna Berg, terre des hommes.
    """
    if len(rest) == 1:
        return affiliations.begins_small(rest[0].text)
    if ";" not in text:
        return False
    behind = text[rest[0].start : rest[-1].end]
    return behind.count(";") == 1 and "," in text[name.start : rest[-1].end]


def _is_body_of_one_word(first: Span, rest: list[Span]) -> bool:
    """Whether a single word is rather a body than a person: KEPA, or before a country alone, Solidaridad."""
    if shapes.has_several_words(first.text):
        return False
    return first.text.isupper() or (len(rest) == 1 and shapes.is_country(rest[0].text))


def _is_family_name(first: Span, rest: list[Span]) -> bool:
    """Whether the first two pieces are "DUPONT, Marie" or "de la Vega, Juan": perhaps, never certainly."""
    given = rest[0].text
    family = [word for word in first.text.split() if word[0].isupper()]
    return (
        (len(family) == 1 or " y " in first.text or (first.text.isupper() and len(family) < 4))
        and shapes.looks_like_person(first.text)
        and shapes.looks_like_person(given)
        and ("." in given or not given.isupper() or first.text.isupper())
        and ("." in given or not shapes.is_country(given))  # initials may be a country's code
        and not shapes.looks_like_role(given)
        and not shapes.looks_like_role(first.text)
    )


def _organisation_first(first: Span, rest: list[Span]) -> Found:
    """Organisation, Name, role or Organisation, Country; else all is the name of one body."""
    rest = [_represented(piece) for piece in rest]
    places = [
        number
        for number, piece in enumerate(rest)
        if shapes.looks_like_full_name(piece.text) and not shapes.is_country(piece.text)
    ]
    roles = [n for n, piece in enumerate(rest) if shapes.looks_like_role(piece.text)]
    is_body = rank(first.text) > 2
    if is_body and len(places) == 1 and (len(rest) == 1 or roles):
        number = places[0]
        others = [piece for n, piece in enumerate(rest) if n != number]
        if all(shapes.looks_like_role(p.text) or shapes.is_country(p.text) for p in others):
            parts = [_part("organisation", first), _part("name", rest[number])]
            named = ["country" if shapes.is_country(p.text) else "role" for p in others]
            parts += [_part(field, p) for field, p in zip(named, others, strict=True)]
            return parts, 0.75 if roles else 0.6
    return affiliations.alone([first, *rest])


def _represented(piece: Span) -> Span:
    """The person in "represented by Anna Berg"."""
    told = _REPRESENTED.match(piece.text)
    return Span(piece.start + told.end(), piece.end, piece.text[told.end() :]) if told else piece


def _one_piece(text: str, piece: Span) -> Found:
    """An organisation, or a person, perhaps with the other after a dash or a small word.

    Two capitalised words can be either, so that only a title or a particle makes a person certain.
    """
    if found := _pair(text, piece) or _linked(text, piece):
        return found
    if shapes.looks_like_organisation(piece.text):
        may_be_other = shapes.begins_with_title(piece.text) or names_two_bodies(piece.text)
        return [_part("organisation", piece)], 0.6 if may_be_other else 0.9
    if not shapes.looks_like_full_name(piece.text) or shapes.ends_in_country(piece.text):
        return [_part("organisation", piece)], 0.5
    return [_part("name", piece)], 0.8 if shapes.has_marks_of_a_person(piece.text) else 0.6


def _pair(text: str, piece: Span) -> Found | None:
    """Two parts with a dash, a colon or a slash between them: perhaps, as it may be one name."""
    if pair := dashed(text, piece):
        name, right = pair
        if is_role(right.text):
            parts, _ = affiliations.beside_name(text, [right])
            return [_part("name", name), *parts], 0.75
        if shapes.looks_like_organisation(right.text):
            return [_part("name", name), _part("organisation", right)], 0.6
        return None
    for dash in dashes_in(text, piece):
        left, right = span_of(text, piece.start, dash.start()), span_of(text, dash.end(), piece.end)
        if rank(left.text) > 2 and (said := signer_with_role(text, right)):
            return [_part("organisation", left), *said], 0.65
        told = ":" in dash[0] or "：" in dash[0] or shapes.has_marks_of_a_person(right.text)
        sure = 0.65 if told and shapes.looks_like_full_name(right.text) else 0.6
        if shapes.looks_like_organisation(left.text) and (sure > 0.6 or may_be_signer(right.text)):
            return [_part("organisation", left), _part("name", right)], sure
    found = body_and_signer(text, piece) or name_and_rest(text, piece)
    if found is None and ". " in piece.text:
        found = with_full_stop(text, piece)
    return (found, 0.6) if found else None


def _linked(text: str, piece: Span) -> Found | None:
    """Anna Berg of the Well Fund, Director of the Well Fund: a small word and no comma."""
    for link in links_in(text, piece):
        left = span_of(text, piece.start, link.start())
        body = span_of(text, without_article(text, link.end(), piece.end), piece.end)
        if shapes.looks_like_full_name(left.text) and shapes.looks_like_organisation(body.text):
            return [_part("name", left), _part("organisation", body)], 0.75 if link["at"] else 0.55
    return None


def _part(field: str, span: Span) -> Part:
    return Part(field, span.start, span.end)
