"""One line of text taken apart into name, role, organisation and country, each part in its place."""

import re
from dataclasses import dataclass

from signatories.imports import shapes
from signatories.imports.spans import Span, cut, span_of
from signatories.texts import N_, Message, message

CERTAIN = 0.7
"""Below this confidence a person should look at a split."""

LONGEST = 600
"""Letters in a line that can be a signature; longer texts stay whole."""

_SPACES = re.compile(r"[^\S\u3000]+")  # the wide space inside a Japanese name is part of it
_UNBROKEN = frozenset("\u00a0\u202f")  # somebody asked that no line ends here
_BULLET = re.compile(r"\s*(?:[-–—•*·▪◦●‣○■□✓]\s+)?\s*")
_NUMBER = re.compile(r"\(?\d{1,6}(?:[.)]\s|\t)")
_ON_BEHALF = re.compile(
    r"(?P<before>(?:,\s*|\s+))(?:on\s+behalf\s+of|representing|au\s+nom\s+d[eu]s?|pour\s+le\s+compte\s+d[eu]s?"
    r"|en\s+nombre\s+del?|en\s+representación\s+del?|im\s+Namen|in\s+Vertretung|em\s+nome\s+d[aeo]s?"
    r"|a\s+nome\s+d(?:i|el|ella|egli|ei))(?=\s|l['’])"
    r"|(?P<comma>,\s*)(?:for|pour|por|para|für|per)(?=\s)"
)
_ARTICLE = re.compile(r"\s*(?:(?:the|la|le|les|los|las|el|der|des|die|das|dem)\s+|l['’]\s*)?")
_ROLE_OF = re.compile(r"\s+(?:of|at|for|de|du|del|der|des)\s+(?:(?:the|la|le|les|los)\s+)?")
_BRACKETS = re.compile(r"(?P<before>.*?)\s*[(（](?P<inside>[^()（）]+)[)）]")
_DASH = re.compile(r"\s+[–—-]\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text that is a field, by its place in the text."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Split:
    """What a text was taken for. Parts stand in the order of the text and never overlap."""

    text: str
    parts: tuple[Part, ...] = ()
    confidence: float = 0.0

    @property
    def fields(self) -> dict[str, str]:
        """The fields with single spaces, and the acronym that the organisation's name brings along."""
        found = {
            part.field: tidy(self.text[part.start : part.end], self.text) for part in self.parts
        }
        if acronym := shapes.acronym_in(found.get("organisation", "")):
            found["acronym"] = acronym
        return found

    @property
    def pieces(self) -> tuple[tuple[str | None, str], ...]:
        """The whole text in order, cut into parts and what stands between them (None)."""
        cut: list[tuple[str | None, str]] = []
        done = 0
        for part in self.parts:
            cut.append((None, self.text[done : part.start]))
            cut.append((part.field, self.text[part.start : part.end]))
            done = part.end
        cut.append((None, self.text[done:]))
        return tuple(piece for piece in cut if piece[1])

    @property
    def problems(self) -> tuple[Message, ...]:
        """What a person should look at."""
        if not self.parts:
            return (message(N_("This is no name and no organisation.")),)
        if self.confidence >= CERTAIN:
            return ()
        return (message(N_("It is not certain what is a name and what is an organisation here.")),)


def tidy(text: str, line: str = "") -> str:
    """The text with single spaces, none at its ends.

    A space that keeps a line from breaking stays one, unless the whole line has no others: then a PDF made them.
    """
    keep = _UNBROKEN if " " in (line or text).strip() else frozenset()
    return _SPACES.sub(lambda run: run[0] if run[0] in keep else " ", text).strip()


def split(text: str) -> Split:
    """Take a line apart. What is uncertain is proposed all the same, with a confidence below CERTAIN.

    A number at the beginning may be that of a list or, as in “1. FC Brunnen”, of a name: it stays, uncertain.
    """
    bullet = _BULLET.match(text)
    core = span_of(text, bullet.end() if bullet else 0, len(text.rstrip(" \t\r\n\v\f\u00a0,;")))
    if not 0 < len(core.text) <= LONGEST:
        return Split(text)
    found, confidence = _on_behalf(text, core) or _by_separators(text, core)
    if _NUMBER.match(core.text):
        confidence = min(confidence, 0.6)
    parts = sorted((part for part in found if part.start < part.end), key=lambda part: part.start)
    return Split(text, tuple(parts), confidence)


def _on_behalf(text: str, core: Span) -> tuple[list[Part], float] | None:
    """Name, on behalf of the Organisation."""
    match = _ON_BEHALF.search(text, core.start, core.end)
    if match is None or not text[core.start : match.start()].strip():
        return None
    article = _ARTICLE.match(text, match.end(), core.end)
    body = span_of(text, article.end() if article else match.end(), core.end)
    if not body.text:
        return None
    head = cut(text, span_of(text, core.start, match.start()))
    parts = [_part("name", head[0]), _part("organisation", body)]
    if len(head) > 1:
        parts.append(Part("role", head[1].start, head[-1].end))
    return parts, 0.95 if shapes.looks_like_person(head[0].text) else 0.6


def _by_separators(text: str, core: Span) -> tuple[list[Part], float]:
    pieces = cut(text, core)
    if len(pieces) == 1:
        return _one_piece(text, pieces[0])
    first, rest = pieces[0], pieces[1:]
    while rest and shapes.is_post_nominal(rest[0].text):
        first, rest = span_of(text, first.start, rest[0].end), rest[1:]
    if not rest:
        return [_part("name", first)], 0.9
    plain = text[pieces[0].start : pieces[0].end]
    if shapes.looks_like_organisation(plain) or not shapes.looks_like_person(plain):
        return _organisation_first(text, first, rest)
    return _person_first(text, first, rest)


def _person_first(text: str, name: Span, rest: list[Span]) -> tuple[list[Part], float]:
    parts = [_part("name", name)]
    confidence = 0.9 if shapes.has_several_words(name.text) else 0.5
    if len(rest) > 1 and shapes.is_country(rest[-1].text):
        parts.append(_part("country", rest.pop()))
    roles = 0
    while roles < len(rest) and shapes.looks_like_role(rest[roles].text):
        roles += 1
    if roles:
        parts.append(Part("role", rest[0].start, rest[roles - 1].end))
        rest = rest[roles:]
        if not rest:
            return _role_of_body(text, parts, confidence)
    elif len(rest) > 1 and shapes.looks_like_role(rest[-1].text):
        parts.append(_part("role", rest.pop()))
        confidence -= 0.1
    parts.append(Part("organisation", rest[0].start, rest[-1].end))
    body = text[rest[0].start : rest[-1].end]
    if not shapes.looks_like_organisation(body):
        plain = len(rest) == 1 and shapes.has_several_words(body)
        confidence -= 0.1 if plain and not shapes.has_marks_of_a_person(body) else 0.3
    return parts, confidence


def _role_of_body(text: str, parts: list[Part], confidence: float) -> tuple[list[Part], float]:
    """Name, Director of the Organisation: cut at the "of" before a body, else there is none."""
    *others, role = parts
    for link in _ROLE_OF.finditer(text, role.start, role.end):
        body = span_of(text, link.end(), role.end)
        if shapes.looks_like_organisation(body.text):
            return [
                *others,
                Part("role", role.start, link.start()),
                _part("organisation", body),
            ], 0.75
    return parts, min(confidence, 0.8)


def _organisation_first(text: str, first: Span, rest: list[Span]) -> tuple[list[Part], float]:
    certain = shapes.looks_like_organisation(first.text)
    last = rest[-1]
    if shapes.is_country(last.text):
        end = rest[-2].end if len(rest) > 1 else first.end
        parts = [Part("organisation", first.start, end), _part("country", last)]
        return parts, 0.9 if certain or len(rest) == 1 else 0.6
    if len(rest) == 1 and certain and shapes.looks_like_person(last.text):
        return [_part("organisation", first), _part("name", last)], 0.6
    whole = Part("organisation", first.start, last.end)
    body = text[whole.start : whole.end]
    return [whole], 0.65 if certain else 0.5 if shapes.looks_like_organisation(body) else 0.4


def _one_piece(text: str, piece: Span) -> tuple[list[Part], float]:
    """An organisation, or a person, perhaps with the other in brackets or after a dash.

    Two capitalised words can be either, so that only a title or a particle makes a person certain.
    """
    if (pair := _bracketed(text, piece) or _dashed(text, piece)) is not None:
        return pair
    if shapes.looks_like_organisation(piece.text):
        return [_part("organisation", piece)], 0.9
    if not shapes.looks_like_full_name(piece.text) or shapes.ends_in_country(piece.text):
        return [_part("organisation", piece)], 0.5
    return [_part("name", piece)], 0.8 if shapes.has_marks_of_a_person(piece.text) else 0.6


def _bracketed(text: str, piece: Span) -> tuple[list[Part], float] | None:
    """Name (role; role), and perhaps Name (Organisation): it may be a body with its name in English."""
    match = _BRACKETS.fullmatch(text, piece.start, piece.end)
    if match is None or not shapes.looks_like_full_name(match["before"]):
        return None
    inside = span_of(text, *match.span("inside"))
    name = Part("name", *match.span("before"))
    if shapes.looks_like_role(inside.text):
        return [name, _part("role", inside)], 0.8
    if shapes.looks_like_organisation(inside.text):
        return [name, _part("organisation", inside)], 0.6
    return None


def _dashed(text: str, piece: Span) -> tuple[list[Part], float] | None:
    """Perhaps Name – Organisation: it may be a body with its name in English."""
    dash = _DASH.search(text, piece.start, piece.end)
    if dash is None:
        return None
    left, right = span_of(text, piece.start, dash.start()), span_of(text, dash.end(), piece.end)
    if not shapes.looks_like_full_name(left.text) or not shapes.looks_like_organisation(right.text):
        return None
    return [_part("name", left), _part("organisation", right)], 0.6


def _part(field: str, span: Span) -> Part:
    return Part(field, span.start, span.end)
