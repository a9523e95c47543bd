"""For whom somebody signs: Anna Berg, on behalf of the Well Fund; For the Well Fund: Anna Berg."""

import re

from signatories.imports.lines import affiliations, shapes
from signatories.imports.lines.affiliations import Found
from signatories.imports.lines.links import cue_in, whole_names, without_article
from signatories.imports.lines.officers import may_be_signer
from signatories.imports.lines.parts import Part
from signatories.imports.lines.spans import Span, cut, span_of

_FOR = re.compile(r"(?i:pour|por|per|pel[ao]s?|für|for|voor|за|від)\s+(?=\S)")
BEGINNINGS_OF_FOR = frozenset(("po", "pe", "fü", "fo", "vo", "за", "ві"))
"""How a line begins whose first name may not be who signs: For the Well Fund."""

_IN_DOUBT = 0.65


def on_behalf(text: str, core: Span) -> Found | None:
    """Name, on behalf of the Organisation."""
    match = cue_in(text, core)
    if match is None:
        return None
    body = span_of(text, without_article(text, match.end(), core.end), core.end)
    if not body.text:
        return None
    head = whole_names(text, cut(text, span_of(text, core.start, match.start())))
    parts = [Part("name", *head[0][:2])]
    if len(head) > 1:
        parts.append(Part("role", head[1].start, head[-1].end))
    places, _ = affiliations.alone(cut(text, body))
    named = [p for p in places if p.field in ("country", "city")]
    end = min((p.start for p in named), default=body.end)
    parts += [
        Part("organisation", *span_of(text, body.start, len(text[:end].rstrip(", ")))[:2]),
        *named,
    ]
    is_for_somebody = may_be_signer(body.text) if match["comma"] else _is_titled(body.text)
    is_certain = shapes.looks_like_person(head[0].text) and not is_for_somebody
    return parts, 0.95 if is_certain else 0.6


def signed_for(text: str, found: Found) -> Found:
    """For the Well Fund: Anna Berg: the body without the word before it."""
    parts, confidence = found
    first = min(parts, key=lambda part: part.start)
    if first.field != "organisation" or all(part.field != "name" for part in parts):
        return found
    opening = _FOR.match(text, first.start, first.end)
    if opening is None:
        return found
    start = without_article(text, opening.end(), first.end)
    others = [part for part in parts if part is not first]
    return [first._replace(start=start), *others], min(confidence, _IN_DOUBT)


def _is_titled(text: str) -> bool:
    """Whether it surely names a person: Dr. Bo Hu."""
    return shapes.begins_with_title(text) and shapes.looks_like_full_name(text)
