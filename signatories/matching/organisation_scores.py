"""How likely two names of organisations are one body's: the words in which they differ decide."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from signatories import countries
from signatories.matching.organisation_names import Form, is_acronym_of
from signatories.matching.records import Likeness
from signatories.matching.vocabulary import GENERIC, telling
from signatories.texts import N_, message

SAME_NAME = Likeness(0.95, message(N_("Several organisations have this name.")))
SAME_WORDS = Likeness(0.9, message(N_("The name has the same words.")))
ONE_OF_TWO = Likeness(0.85, message(N_("One of its names has the same words.")))
MISSPELT = Likeness(0.85, message(N_("The names differ by a few letters.")))
WITH_ACRONYM = Likeness(0.85, message(N_("One name has an acronym more.")))
WITH_COUNTRY = Likeness(0.75, message(N_("One name has the country more.")))
WORD_MORE = Likeness(0.7, message(N_("One name has a word more.")))
WORDS_AND_ACRONYM = Likeness(
    0.8, message(N_("The acronym is the same, and one name holds the other."))
)
SAME_ACRONYM = Likeness(0.6, message(N_("The acronym is the same.")))
INITIALS = Likeness(0.6, message(N_("The acronym is made of the first letters of the name.")))
SHARED_ACRONYM = Likeness(0.5, message(N_("The acronym and the country are the same.")))
_ELSEWHERE = N_("The name is the same, in another country: {country}.")
_PLACES = 1024  # countries and other words for them whose likeness is one object


def compare(mine: Form, theirs: Form, acronyms: Collection[str] = ()) -> Likeness | None:
    """How likely two names mean one body, None when nothing speaks for it. `acronyms` are known of either."""
    if mine.key == theirs.key:
        return SAME_WORDS
    here, there = set(mine.words), set(theirs.words)
    only_here = [word for word in mine.words if word not in there]
    only_there = [word for word in theirs.words if word not in here]
    if not only_here and not only_there:
        return SAME_WORDS
    if only_here and only_there:
        return MISSPELT if _are_misspelt(only_here, only_there) else None
    shorter = theirs if only_here else mine
    return _with_more(only_here or only_there, shorter, acronyms)


def by_acronym(mine: Form, theirs: Form) -> Likeness | None:
    """What one acronym tells: two bodies easily share it, unless one name is little more than it or within the other.

    A place or a scope in which the names differ tells a member from its federation.
    """
    if len(mine.words) == 1 or len(theirs.words) == 1:
        return SAME_ACRONYM
    here, there = set(mine.words), set(theirs.words)
    is_within = here <= there or there <= here
    return WORDS_AND_ACRONYM if is_within and telling().isdisjoint(here ^ there) else None


def country_more(mine: Form, theirs: Form) -> str:
    """The words that one name has more than the other, if it holds all of the other's: perhaps its country."""
    more = set(mine.words) ^ set(theirs.words)
    shorter, longer = sorted((mine, theirs), key=lambda form: len(form.words))
    if not more or not more <= telling() or not set(shorter.words) <= set(longer.words):
        return ""
    return " ".join(word for word in longer.words if word in more)


@lru_cache(_PLACES)
def elsewhere(place: str) -> Likeness:
    """What the same name in another country tells; the country is a code or somebody's words."""
    shown = countries.name(place, "en") if countries.is_code(place) else place
    return Likeness(0.6, message(_ELSEWHERE, country=shown))


def _are_misspelt(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each word that differs has a partner that it is a slip away from."""
    if "".join(one) == "".join(other):
        return True
    if len(one) != len(other) or len(one) > 3:
        return False
    rest = list(other)
    for word in one:
        partner = next((each for each in rest if _is_slip(word, each)), None)
        if partner is None:
            return False
        rest.remove(partner)
    return True


def _is_slip(one: str, other: str) -> bool:
    """One letter in a word of four, two in a long one; never another number, place or scope."""
    shortest = min(len(one), len(other))
    if shortest < 4 or one[0] != other[0] or one.isdigit() or other.isdigit():
        return False
    if one in telling() and other in telling():
        return False
    return OSA.distance(one, other) <= (2 if shortest >= 8 else 1)


def _with_more(more: Sequence[str], shorter: Form, acronyms: Collection[str]) -> Likeness | None:
    """One name holds the other: the same body unless what it has more tells them apart."""
    joined = "".join(more)
    if joined in acronyms or is_acronym_of(joined, shorter.words):
        return WITH_ACRONYM
    if len(shorter.words) < 2 or any(word in telling() or word.isdigit() for word in more):
        return None
    return WORD_MORE if all(word in GENERIC for word in more) else None
