"""What answers, capacities and proofs are called, and the icons that stand beside the words."""

from typing import NamedTuple

from signatories.models import Capacity, HowWeKnow, SignOnStatus
from signatories.texts import N_
from ui.translation import translate


class Sign(NamedTuple):
    """An icon, the role of its colour, and the word."""

    icon: str
    role: str
    text: str


STATUSES = {
    SignOnStatus.TO_INVITE: Sign("person", "muted", N_("To invite")),
    SignOnStatus.INVITED: Sign("send", "muted", N_("Invited")),
    SignOnStatus.CONSIDERING: Sign("clock", "muted", N_("Considering")),
    SignOnStatus.CONDITIONAL: Sign("question", "warning", N_("Conditional")),
    SignOnStatus.PROMISED: Sign("signature", "accent", N_("Promised")),
    SignOnStatus.CONFIRMED: Sign("confirmed", "success", N_("Confirmed")),
    SignOnStatus.DECLINED: Sign("close", "danger", N_("Declined")),
    SignOnStatus.WITHDRAWN: Sign("undo", "danger", N_("Withdrawn")),
}
CAPACITIES = {
    Capacity.ORGANISATION: N_("For the organisation"),
    Capacity.PERSONAL: N_("Personal"),
    Capacity.IDENTIFICATION: N_("Personal, affiliation for identification only"),
}
PROOFS = {
    HowWeKnow.OWN_WORDS: N_("Their own words: mail, letter, form, call"),
    HowWeKnow.MANDATE: N_("A standing mandate"),
    HowWeKnow.NO_OBJECTION: N_("No objection by the deadline"),
    HowWeKnow.NAMED_LIST: N_("A list from a named source"),
}


def status_words(status: SignOnStatus) -> str:
    """Return a status in the user's language."""
    return translate(STATUSES[status].text)


def status_sign(status: SignOnStatus) -> tuple[str, str]:
    """Return a status's icon and its role of colour."""
    return STATUSES[status][:2]


def capacity_words(capacity: Capacity) -> str:
    """Return a capacity in the user's language."""
    return translate(CAPACITIES[capacity])


def proof_words(kind: HowWeKnow) -> str:
    """Return a kind of proof in the user's language."""
    return translate(PROOFS[kind])
