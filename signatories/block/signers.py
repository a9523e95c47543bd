"""Who signs: what an entry shows, whatever else its pattern leaves out."""

from collections.abc import Iterable
from typing import NamedTuple

from signatories.block.signatory import Signatory
from signatories.block.values import printable
from signatories.models import Capacity

_OF_PERSON = frozenset({"name", "family", "FAMILY"})


class Named(NamedTuple):
    """Which fields with the words of a signer a pattern, or a row of several, names."""

    person: bool
    organisation: bool
    acronym: bool

    @property
    def any(self) -> bool:
        """Whether it names a signer at all."""
        return self.person or self.organisation or self.acronym

    @property
    def all(self) -> bool:
        """Whether it names whoever signs, in any capacity: then nothing is ever missing."""
        return self.person and self.organisation

    def missing(self, line: Signatory) -> str:
        """The words of who signs, where none of those fields shows them; else nothing.

        Who signs in a capacity of their own is shown by name, others by their organisation or whoever signs for it.
        """
        name = printable(line.name)
        if self.person and name:
            return ""
        organisation = printable(line.organisation)
        if line.capacity is not Capacity.ORGANISATION and name:
            return name
        if (organisation and self.organisation) or (self.acronym and printable(line.acronym)):
            return ""
        return organisation or name


def named(fields: Iterable[str]) -> Named:
    """What fields name of a signer."""
    names = frozenset(fields)
    return Named(not names.isdisjoint(_OF_PERSON), "organisation" in names, "acronym" in names)
