"""Findings of a letter as a test asks for them."""

from signatories import preflight
from signatories.findings import Finding
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.preflight import EVERYTHING, Aims
from tests.factories import Make


def findings(make: Make, aims: Aims = EVERYTHING, **choices: object) -> list[Finding]:
    """What is found in the first letter."""
    with make.database.reading() as session:
        return preflight.check(take(session, 1, Choices(**choices)), aims)


def ready(make: Make, *, of: int = 1, signatories: int = 1, **text: object) -> None:
    """A letter with recipients and organisations that have confirmed it."""
    make.letter(recipients=of, **text)
    for number in range(1, signatories + 1):
        make.sign_on(1, f"Ada Example {number}", f"Aid {number}")
    make.confirm(1)
