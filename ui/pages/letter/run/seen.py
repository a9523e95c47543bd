"""What the tab *Run* shows of the workspace, read at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from signatories import letters, runs
from signatories.exports import Exporter
from signatories.findings import Finding
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Choices
from signatories.runs import acknowledged, earlier
from signatories.runs.earlier import EarlierRun


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in what is to be made, who let it stand before, by digest, how it is made, and what was made."""

    findings: list[Finding]
    let_stand: dict[str, str]
    settings: RunSettings
    runs: list[EarlierRun]


def seen_of(session: Session, *, letter_id: int, makers: Sequence[Exporter]) -> Seen:
    """Read it for these products of a letter."""
    return Seen(
        findings=runs.check(session, letter_id, Choices(), makers),
        let_stand=acknowledged.earlier(session, letter_id),
        settings=letters.run_settings_of(letters.get(session, letter_id)),
        runs=earlier.of_letter(session, letter_id),
    )
