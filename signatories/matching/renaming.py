"""Whether two names may be one body's, before and after it took another: asked where they have one address."""

from signatories.matching import organisation_scores
from signatories.matching.organisation_names import main_form
from signatories.matching.spelling import words_of
from signatories.matching.vocabulary import FILLING, GENERIC, LEGAL_FORMS, places

_OFFICES = {
    *("mission", "missions", "permanent", "permanente", "embassy", "ambassade", "embajada"),
    *("botschaft", "vertretung", "delegation", "ministry", "ministere", "government", "republic"),
    *("republique", "republica", "state", "kingdom", "office", "secretariat"),
}
_UNTELLING = FILLING | GENERIC | LEGAL_FORMS | _OFFICES


def may_be_renamed(one: str, other: str) -> bool:
    """Whether a word that tells bodies apart stands in both, or one name says no more than the other.

    Two bodies that share an office share its address: "Mission of Ghana" and "Mission of Guinea" are two.
    """
    mine, theirs = _telling_words(one), _telling_words(other)
    if mine <= theirs or theirs <= mine or (mine & theirs) - places():
        return True
    return organisation_scores.compare(main_form(one), main_form(other)) is not None


def _telling_words(name: str) -> set[str]:
    words = set(words_of(name))
    return words - _UNTELLING or words
