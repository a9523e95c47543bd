"""Characters that no font has: told before a page is made, and never printed as a box."""

from collections.abc import Iterable, Iterator

from signatories.errors import Refused
from signatories.texts import N_, Message, message
from signatories.typesetting.layout import Typesetter


def refuse_unprintable(setter: Typesetter, texts: Iterable[tuple[str, str]]) -> None:
    """Raise Refused when a text, given after the name of whom it belongs to, has such characters."""
    if found := list(_unprintable(setter, texts)):
        raise Refused(N_("Nothing was made."), details=found)


def _unprintable(setter: Typesetter, texts: Iterable[tuple[str, str]]) -> Iterator[Message]:
    for owner, text in texts:
        if missing := setter.missing(text):
            shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
            words = N_("No font has the character(s) {characters} in “{owner}”.")
            yield message(words, n=len(missing), characters=shown, owner=owner)
