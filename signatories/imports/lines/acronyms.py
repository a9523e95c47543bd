"""The acronym that an organisation's printed name brings along."""

import re

from signatories.collation import fold
from signatories.imports.lines import shapes

_ACRONYM = re.compile(r"[^\W_][\w&./‐-]{1,14}")


def acronym_in(organisation: str) -> str:
    """The acronym that a printed name brings along: in brackets, or after or before a dash; else empty."""
    if "(" in organisation:
        plain = re.sub(r"\([^()]*\)", " ", organisation)
        for bracket in re.findall(r"\(([^()]+)\)", organisation):
            if is_acronym_of(bracket.strip(), plain):
                return str(bracket.strip())
    sides = re.split(r"\s+[–—‐‑-]\s+", organisation)
    if len(sides) == 2:
        for short, long in (sides[::-1], sides):
            if len(long.split()) > 1 and short.isupper() and is_acronym_of(short, long):
                return short
    return ""


def is_acronym_of(text: str, name: str) -> bool:
    """One short word of initials (Bice), or with two capitals that is no country: OMCT, FfD, not UK."""
    if not _ACRONYM.fullmatch(text):
        return False
    initials = {word[0] for word in fold(name).split()}
    known = sum(letter in initials for letter in fold(text))
    if len(text) <= 6 and text[0].isupper() and known >= 0.75 * len(text):
        return True
    return sum(letter.isupper() for letter in text) > 1 and not shapes.is_country(text)
