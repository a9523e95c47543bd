"""Where a letter goes, as it is written on paper."""

import re
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from signatories.collation import fold
from signatories.expressions.fields import RECIPIENT


class Named(Protocol):
    """Somebody with an address. What is not known is empty."""

    @property
    def name(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def form_of_address(self) -> str: ...
    @property
    def address(self) -> str: ...


class _Written(NamedTuple):
    name: str
    person: str
    form_of_address: str
    address: str


ADDRESSEE = tuple(f"{RECIPIENT}{column}" for column in _Written._fields)
"""The fields that a letter's head is made of where nobody wrote one."""


def address_of(recipient: Named) -> str:
    """The lines of an address without blank ones; "" where there is none.

    Who it is stands above them, unless they say the person or the name themselves.
    """
    return "\n".join(_head(recipient)) if _lines(recipient.address) else ""


def addressee_of(values: Mapping[str, str | None]) -> str:
    """The same of the values of the fields in ADDRESSEE; without an address only who it is."""
    return "\n".join(_head(_Written(*(values[name] or "" for name in ADDRESSEE))))


def _head(recipient: Named) -> list[str]:
    lines = _lines(recipient.address)
    return lines if lines and _says_who(recipient) else [*_who(recipient), *lines]


def _says_who(recipient: Named) -> bool:
    """Whether the address holds the person or the name as whole words, whatever their case and accents."""
    address = fold(recipient.address)
    names = (fold(name) for name in (recipient.person, recipient.name))
    return any(
        name in address and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", address)
        for name in names
        if name
    )


def _who(recipient: Named) -> list[str]:
    """The person and the name, which are one for somebody who is written to for no body."""
    person = _lines(_person(recipient))
    if person and fold(recipient.person) == fold(recipient.name):
        return person
    return [*person, *_lines(recipient.name)]


def _person(recipient: Named) -> str:
    """The person behind the form of address, which some lists give with the name too."""
    form, person = recipient.form_of_address, recipient.person
    if not person.strip() or f"{fold(person)} ".startswith(f"{fold(form)} "):
        return person
    return f"{form.strip()} {person.strip()}"


def _lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := each.strip())]
