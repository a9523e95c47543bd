"""How likely two names are one person's, where something else speaks for it already."""

from rapidfuzz.distance import OSA

from signatories.matching.records import Likeness
from signatories.texts import N_, message

SAME_NAME = Likeness(0.7, message(N_("Another person has the same name.")))
SAME_NAME_HERE = Likeness(0.9, message(N_("A person of this organisation has the same name.")))
SIMILAR_HERE = Likeness(0.8, message(N_("A person of this organisation has a similar name.")))
SAME_ADDRESS = Likeness(0.9, message(N_("The e-mail address is the same.")))
SHARED_ADDRESS = Likeness(0.6, message(N_("The e-mail address is the same, with another name.")))

_LONG, _SHORTEST = 11, 6  # letters: two slips are looked for in long names, none in the shortest


def is_similar(one: str, other: str) -> bool:
    """Whether two keys of names differ by initials, by a further given name, or by a slip of the pen."""
    if " " not in one or " " not in other:
        return False
    mine, theirs = one.split(), other.split()
    if not set(mine).isdisjoint(theirs) and _fit(mine, theirs):
        return True
    if min(len(one), len(other)) < _SHORTEST:
        return False
    slips = 2 if len(one) > _LONG else 1
    return OSA.distance(one, other, score_cutoff=slips) <= slips


def _fit(one: list[str], other: list[str]) -> bool:
    """Each word of the shorter name stands in the longer one, at most as an initial, and one of them whole."""
    shorter, rest = sorted((one, other), key=len)
    rest = rest.copy()
    is_whole = False
    for word in sorted(shorter, key=len, reverse=True):
        found = next((each for each in rest if each == word), None) or next(
            (each for each in rest if _is_initial(word, each)), None
        )
        if found is None:
            return False
        is_whole |= found == word and len(word) > 1
        rest.remove(found)
    return is_whole


def _is_initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]
