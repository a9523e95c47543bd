"""Where a letter goes, as it is written on paper."""

from signatories.choosing import Addressed


def address_of(recipient: Addressed) -> str:
    """The lines of an address without blank ones; "" where there is none."""
    lines = (line.strip() for line in recipient.address.splitlines())
    return "\n".join(filter(None, lines))
