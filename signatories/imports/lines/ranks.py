"""How much of a body of its own a piece of a line names: a company, an institute, a department, nothing."""

from functools import lru_cache

from signatories.imports.lines import shapes
from signatories.imports.lines.name_words import UNIT_ENDS, UNIT_WORDS, words_of
from signatories.imports.lines.role_phrases import PHRASES

_INSTITUTIONS = (
    *("universi", "hochschul", "polytech", "politec", "hospital", "klinik", "ospedal", "hopita"),
    *("uniwers", "egyetem", "ministry", "ministeri", "ministere", "yliopisto"),
)
_IF_NO_UNIT = ("corporat", "pharma", "technolog", "college")
_INSTITUTION_WORDS = words_of("chu mit eth epfl cnrs csic inserm cnr infn nasa noaa usda clinic")
_INSTITUTES = ("institut", "istitut", "cent", "zentr")
_OF = words_of("of for fur de d du des di della pro za")


@lru_cache(8192)
def rank(text: str) -> int:
    """How much of a body of its own a piece names.

    4: a university, a hospital, a company; 3: a body with a name; 2: an institute of something; 1: a department.
    """
    found = shapes.words(text)
    if not found or (not text.isascii() and PHRASES.fullmatch(text)):
        return 0
    is_unit = found[0] in UNIT_WORDS or found[-1] in UNIT_ENDS
    whole = _INSTITUTIONS if is_unit else _INSTITUTIONS + _IF_NO_UNIT
    if any(word.startswith(whole) or word in _INSTITUTION_WORDS for word in found):
        return 4
    if is_unit:
        if not found[0].startswith(_INSTITUTES):
            return 1
        return 2 if found[1:2] and found[1] in _OF else 3
    return 3 if shapes.looks_like_organisation(text) else 0
