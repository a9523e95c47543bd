"""The acronym that an organisation's printed name brings along."""

import re

from signatories.collation import fold
from signatories.imports.lines import shapes

_ACRONYM = re.compile(r"[^\W_][\w&./‐-]{1,14}")


def acronym_in(organisation: str) -> str:
    """The acronym that a printed name brings along: in brackets, behind a comma, after or before a dash; or empty."""
    if "(" in organisation:
        plain = re.sub(r"\([^()]*\)", " ", organisation)
        for bracket in re.findall(r"\(([^()]+)\)", organisation):
            if is_acronym_of(bracket.strip(), plain):
                return str(bracket.strip())
    name, _, short = organisation.partition(", ")
    if short.isalpha() and short.isupper() and _are_initials_in_order(short, name):
        return short
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
    if len(text) <= 6 and text[0].isupper() and are_initials(text, name):
        return True
    return sum(letter.isupper() for letter in text) > 1 and not shapes.is_country(text)


def are_initials(text: str, name: str) -> bool:
    """Whether nearly all of its letters begin words of the name."""
    initials = {word[0] for word in fold(name).split()}
    return sum(letter in initials for letter in fold(text)) >= 0.75 * len(text)


def _are_initials_in_order(text: str, name: str) -> bool:
    """Whether its letters are three or more initials of the name in their order, the first with it: no state's code."""
    initials = iter([word[0] for word in fold(name).split()])
    letters = fold(text)
    is_first = name[:1].casefold() == text[:1].casefold()
    return len(text) > 2 and is_first and all(letter in initials for letter in letters)
