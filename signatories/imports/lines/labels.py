"""Lines in which a word before a colon says what follows: Organisation: Well Fund, Signed: Anna Berg."""

import re
from typing import NamedTuple

from signatories import column_names
from signatories.imports.lines import shapes
from signatories.imports.lines.parts import Part
from signatories.imports.lines.spans import Span, cut, span_of

_SIGNED = re.compile(
    r"(?i:(?:e-?signed|signed|endorsed|signatory|signatories|undersigned|unterzeichnet|unterzeichner(?:in|innen)?|gezeichnet"
    r"|signé|signée?s?|signataires?|firmado|firmada|firman?|firmantes?|firmato|firmatari[oa]?|assinado|assinam|assinantes?"
    r"|подписал[аи]?|подписано|ondertekend|ondertekenaars?)(?: (?:by|par|por|von|da|door))?\s*[:：]\s*"
    r"|(?:signed|signé|firmado|firmato|assinado)(?:,\s+|\s+(?:by|par|por|da)\s+)|gez\.\s+|/s/\s*)(?=\S)"
)
_SIGNED_BEHIND = re.compile(rf"[.;,–—-]\s+(?={_SIGNED.pattern})")
_IN_LABELS = ("ign", "irm", "ssin", "gez", "/s/", "ndors", "nterz", "ndertek", "одпис")
_SAYS_SO = re.compile(
    r"(?i)\s+(?:(?:also|fully|hereby|gladly) )?(?:endorse|support|sign|join|back|agree|approve)[sd]?\b.{0,60}"
)
_BEGINNINGS = frozenset(("es", "e-", "si", "en", "un", "ge", "fi", "as", "по", "on", "/s"))

_LABEL = re.compile(r"(?P<label>[^:：,;()|]{1,40}?)\s*[:：]\s*(?=\S)")
_FIELDS = ("name", "role", "organisation", "country", "city")
_MEANT = {"person": "name"}


class Labelled(NamedTuple):
    """The parts that labels name, and the rest of the line to be taken apart, if there is one."""

    parts: list[Part]
    rest: Span | None


def signed(text: str, core: Span) -> Span:
    """The line without "Signed:" or "gez." before it."""
    if core.text[:2].lower() not in _BEGINNINGS:  # five times as fast as the pattern
        return core
    found = _SIGNED.match(text, core.start, core.end)
    return span_of(text, found.end(), core.end) if found else core


def signed_behind(text: str, core: Span) -> tuple[Span, Span] | None:
    """The body and who signs in “Hill Trust endorses. Signatory: Cy Moss”, if both are in the line."""
    if not any(letters in core.text for letters in _IN_LABELS):  # five times as fast as the pattern
        return None
    found = _SIGNED_BEHIND.search(text, core.start, core.end)
    if found is None:
        return None
    before = span_of(text, core.start, found.start())
    says_so = _SAYS_SO.search(before.text)
    body = span_of(text, before.start, before.start + says_so.start()) if says_so else before
    return (body, signed(text, span_of(text, found.end(), core.end))) if body.text else None


def take_apart(text: str, core: Span) -> Labelled | None:
    """Name: Anna Berg, Country: Kenya: each piece is what its label says. None where no label begins the line."""
    first = _LABEL.match(text, core.start, core.end)
    if first is None:
        return None
    rest = span_of(text, first.end(), core.end)
    if shapes.is_country(first["label"]):
        return Labelled([Part("country", first.start(), first.end("label"))], rest)
    if _field_of(first["label"]) is None:
        return None
    pieces = cut(text, core)
    found: list[Part] = []
    for piece in pieces:
        label = _LABEL.match(text, piece.start, piece.end)
        field = _field_of(label["label"]) if label else None
        if label and field:
            found.append(Part(field, label.end(), piece.end))
        else:
            found[-1] = found[-1]._replace(end=piece.end)
    if len(found) == 1 < len(pieces):
        return Labelled([], rest)
    return Labelled(found, None) if len({part.field for part in found}) == len(found) else None


def _field_of(label: str) -> str | None:
    """The field that a label means; Director: Anna Berg says what she is, and is none."""
    if shapes.looks_like_role(label):
        return None
    meant = (_MEANT.get(field, field) for field in column_names.meant_by(label))
    return next((field for field in meant if field in _FIELDS), None)
