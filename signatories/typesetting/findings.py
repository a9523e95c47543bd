"""What did not fit as it was wanted, for whoever is to know."""

import enum
from typing import NamedTuple


class Misfit(enum.Enum):
    """What was done with what did not fit."""

    BROKEN = "broken"  # a word inside, since no line could hold it
    PARTED = "parted"  # what should stay together, since no page could hold it
    SHRUNK = "shrunk"  # a picture to its measure, or a paragraph for its longest word


class Finding(NamedTuple):
    """A text, or the digest of an image, that did not fit, and what was done with it."""

    text: str
    misfit: Misfit


class Findings:
    """Collects findings, each once, in the order in which they came. `added`: how often there was one."""

    def __init__(self) -> None:
        self.added = 0
        self._found: dict[Finding, None] = {}

    def add(self, finding: Finding) -> None:
        """Remember a finding."""
        self.added += 1
        self._found[finding] = None

    def take(self) -> tuple[Finding, ...]:
        """What was found since this was last asked."""
        found, self._found = tuple(self._found), {}
        return found
