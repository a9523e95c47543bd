"""A role and the body in which it is, without a comma between: Director of the Well Fund."""

import re
from collections.abc import Iterator

from signatories.imports.lines import shapes
from signatories.imports.lines.links import dashes_in, without_article
from signatories.imports.lines.officers import BEHIND_ROLES, ends_in_link
from signatories.imports.lines.parts import Part
from signatories.imports.lines.role_words import ENDS_OF_ROLES, OFFICES, ROLE_WORDS
from signatories.imports.lines.spans import Span, span_of

_ROLE_OF = re.compile(
    r"\s+(?:of|at|for|de|du|del|der|des|d[aeo]s?|für|di|dell[aeo]|dei|degli|van|av)\s+|\s+d(?:ell)?['’](?=\w)"
)
_ROLE_AT = re.compile(r"\s+(?:at|with|chez|bei|beim|im|presso|aux?|i|hos)\s+")
_IN_PARLIAMENT = re.compile(
    r"(?i)(?:former |shadow )?members? of (?:the )?(?:[^\W\d_]+ )?(?:parliament|congress|senate|bundestag)\b"
)
_BEFORE_ROLES = frozenset({"co", "ex", "a", "an", "the"})  # Co-Founder, a member
_SPACES = re.compile(r"\s+")
_TO_ANOTHER = re.compile(r"\s+(?:to|before|auprès|près|ante|bei|beim|presso|junto)\s")


def role_of_body(text: str, parts: list[Part]) -> tuple[list[Part], float]:
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
            found = [*others, before, Part("organisation", *body[:2])]
            return found, 0.6 if has_second else 0.75
    said = [word for word in shapes.words(whole.text) if not word.isdecimal()]
    if said[-1] in ENDS_OF_ROLES or not shapes.looks_like_organisation(whole.text):
        return parts, 0.8
    return [*others, *(role_and_body(text, whole) or [role])], 0.6


def role_ahead_of_body(text: str, piece: Span) -> tuple[list[Part], float] | None:
    """Voorzitter Stichting Water, Professor of Law at the University of Wells: the two; None where no role begins it.

    A capital may begin the name of the body too, President Moss Foundation, and small letters be all of it.
    """
    if not _begins_with_role(piece.text) or piece.text.islower():
        return None
    is_small = piece.text[0].islower()
    for link in _ROLE_AT.finditer(text, piece.start, piece.end):
        role = span_of(text, piece.start, link.start())
        body = span_of(text, without_article(text, link.end(), piece.end), piece.end)
        if shapes.looks_like_role(role.text) and shapes.looks_like_organisation(body.text):
            return [Part("role", *role[:2]), Part("organisation", *body[:2])], 0.75
    if found := role_and_body(text, piece):
        return found, 0.8 if is_small else 0.65
    if is_small and shapes.looks_like_role(piece.text):
        return role_of_body(text, [Part("role", *piece[:2])])
    return [Part("organisation", *piece[:2])], 0.65


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
        if shapes.words(body.text)[:1] and shapes.words(body.text)[0] in BEHIND_ROLES:
            continue
        is_body = not body.text[0].islower() and shapes.looks_like_organisation(body.text)
        if is_body and shapes.looks_like_role(role.text):
            return [Part("role", *role[:2]), Part("organisation", *body[:2])]
    return []


def _begins_with_role(text: str) -> bool:
    """Whether a role begins it that begins no body's name: Director, but not Student; in small letters, any."""
    said = shapes.words(text)
    before = 1 if said[:1] and said[0] in _BEFORE_ROLES else 0
    first, *others = said[before : before + 3] or ("",)
    if first in OFFICES or text[0].islower():
        return first in ROLE_WORDS
    return first in ROLE_WORDS and not OFFICES.isdisjoint(others)
