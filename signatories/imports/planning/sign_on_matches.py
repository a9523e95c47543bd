"""The sign-ons that a row may be, each with the reason."""

from functools import lru_cache

from signatories.imports.planning.sign_on_index import Found
from signatories.matching.records import Match
from signatories.texts import N_, message

SUBJECT = "sign-on"

_SAME_ADDRESS = message(N_("The e-mail address is the same."))
_SAME_NAME = message(N_("The same name, with other details."))
_SAME_ANSWER = message(N_("It is the same answer to the form."))
_ANSWERED = message(N_("This organisation has answered this letter already."))
_SHARED = 1 << 10  # matches that the rows of an organisation have in common


def same_answer(found: Found) -> Match:
    """The answer to a form that came in before."""
    return Match(SUBJECT, found.ref, shown(found.name, found.organisation), 1.0, _SAME_ANSWER)


def same_address(found: Found) -> Match:
    """The same person in the same organisation, under the same address."""
    return Match(SUBJECT, found.ref, shown(found.name, found.organisation), 1.0, _SAME_ADDRESS)


def same_name(found: Found) -> Match:
    """The same person in the same organisation."""
    return Match(SUBJECT, found.ref, shown(found.name, found.organisation), 0.95, _SAME_NAME)


@lru_cache(maxsize=_SHARED)
def answered(found: Found, other_signer: bool) -> Match:
    """The same organisation, perhaps with another signer."""
    name = shown(found.name, found.organisation)
    return Match(SUBJECT, found.ref, name, 0.9, _ANSWERED, other_signer)


def shown(name: str, organisation: str) -> str:
    """What a signatory is called."""
    return ", ".join(filter(None, (name, organisation)))
