"""Where a letter goes, as it is written on paper."""

import re

from signatories.choosing import Addressed
from signatories.collation import fold


def address_of(recipient: Addressed) -> str:
    """The lines of an address without blank ones; "" where there is none.

    Who it is stands above them, unless they say the person or the name themselves.
    """
    lines = _lines(recipient.address)
    if lines and not _says_who(recipient):
        lines = [*_who(recipient), *lines]
    return "\n".join(lines)


def _says_who(recipient: Addressed) -> bool:
    """Whether the address holds the person or the name as whole words, whatever their case and accents."""
    address = fold(recipient.address)
    names = (fold(name) for name in (recipient.person, recipient.name))
    return any(
        name in address and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", address)
        for name in names
        if name
    )


def _who(recipient: Addressed) -> list[str]:
    """The person and the name, which are one for somebody who is written to for no body."""
    person = _lines(_person(recipient))
    if person and fold(recipient.person) == fold(recipient.name):
        return person
    return [*person, *_lines(recipient.name)]


def _person(recipient: Addressed) -> str:
    """The person behind the form of address, which some lists give with the name too."""
    form, person = recipient.form_of_address, recipient.person
    if not person.strip() or f"{fold(person)} ".startswith(f"{fold(form)} "):
        return person
    return f"{form.strip()} {person.strip()}"


def _lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := each.strip())]
