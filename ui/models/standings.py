"""What a State's standing is called, and the icon beside it."""

from signatories.recipients.choosing import Addressed
from signatories.standing import Status
from signatories.texts import N_
from ui.days import day
from ui.translation import translate

SIGNS = {
    Status.PARTY: ("confirmed", "success", N_("Party")),
    Status.SIGNED: ("signature", "accent", N_("Signed")),
    Status.WITHDRAWN: ("undo", "danger", N_("Withdrawn")),
    Status.NO_ACTION: ("clock", "muted", N_("No action")),
}


def standing_words(recipient: Addressed) -> str:
    """Return a recipient's standing in the user's language; nothing without an instrument."""
    if recipient.standing is None:
        return ""
    return translate(SIGNS[recipient.standing.status][2])


def standing_sign(recipient: Addressed) -> tuple[str, str] | None:
    """Return the icon of a recipient's standing and its role of colour."""
    return SIGNS[recipient.standing.status][:2] if recipient.standing else None


def since_words(recipient: Addressed) -> str:
    """Return since when the standing holds, in the reader's form."""
    since = recipient.standing.since if recipient.standing else None
    return day(since) if since else ""
