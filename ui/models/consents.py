"""What consent is called: the uses, the answers, and a sign-on's consent in a few words for a table."""

from collections.abc import Iterator

from signatories.consents import Given, allows
from signatories.models import Use
from signatories.texts import N_, message
from ui.translation import translate

USES = {
    Use.LETTER: N_("In the &letter"),
    Use.PUBLIC_LIST: N_("On the &public list"),
    Use.LOGO: N_("L&ogo"),
    Use.SIGNATURE: N_("Scanned &signature"),
    Use.COUNT_ONLY: N_("Count o&nly"),
}
MEANINGS = {
    Use.LETTER: N_("They are named in the letter unless they said no."),
    Use.PUBLIC_LIST: N_("They are named on public lists unless they said no."),
    Use.LOGO: N_("Only a yes prints the logo: where nobody was asked, there is none."),
    Use.SIGNATURE: N_("Only a yes prints the scanned signature: not asked means none."),
    Use.COUNT_ONLY: N_("With a yes they are counted, and named nowhere."),
}
_REFUSED = {
    Use.LETTER: N_("Not in the letter"),
    Use.PUBLIC_LIST: N_("Not on the public list"),
}
_SHOWN = {Use.LOGO: N_("Logo"), Use.SIGNATURE: N_("Scanned signature")}


def consent_words(given: Given) -> str:
    """Return what differs from being asked nothing, in a few words."""
    return ", ".join(_words(given))


def consent_sign(given: Given) -> tuple[str, str] | None:
    """Return an icon and its role of colour; None where nothing was asked."""
    if not allows(given.uses, Use.LETTER):
        return "close", "warning"
    if given.never_to or not allows(given.uses, Use.PUBLIC_LIST):
        return "warning", "muted"
    return ("check", "success") if any(allows(given.uses, use) for use in _SHOWN) else None


def _words(given: Given) -> Iterator[str]:
    if allows(given.uses, Use.COUNT_ONLY):
        yield translate(N_("Count only"))
        return
    yield from (translate(_REFUSED[use]) for use in _REFUSED if not allows(given.uses, use))
    yield from (translate(_SHOWN[use]) for use in _SHOWN if allows(given.uses, use))
    if given.never_to:
        yield translate(message(N_("Not to %n recipient(s)"), n=len(given.never_to)))
