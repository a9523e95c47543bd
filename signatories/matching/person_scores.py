"""How likely two names are one person's, where something else speaks for it already."""

from rapidfuzz.distance import OSA

from signatories.matching.person_names import PersonName
from signatories.matching.records import Likeness
from signatories.texts import N_, message

SAME_NAME = Likeness(0.7, message(N_("A person has the same name.")))
SAME_NAME_HERE = Likeness(0.9, message(N_("A person of this organisation has the same name.")))
SIMILAR_HERE = Likeness(0.8, message(N_("A person of this organisation has a similar name.")))
SAME_ADDRESS = Likeness(0.9, message(N_("The e-mail address is the same.")))


def is_similar(one: PersonName, other: PersonName) -> bool:
    """Whether the names differ by initials, by a further given name, or by a slip of the pen."""
    if len(one.words) < 2 or len(other.words) < 2:
        return False
    if _fit(one.words, other.words):
        return True
    return len(one.key) > 5 and OSA.distance(one.key, other.key) <= (2 if len(one.key) > 11 else 1)


def _fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Each word of the shorter name stands in the longer one, at most as an initial, and one of them whole."""
    shorter, longer = sorted((one, other), key=len)
    rest = list(longer)
    whole = 0
    for word in sorted(shorter, key=len, reverse=True):
        found = (
            word if word in rest else next((each for each in rest if _is_initial(word, each)), None)
        )
        if found is None:
            return False
        whole += found == word and len(word) > 1
        rest.remove(found)
    return whole > 0


def _is_initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]
