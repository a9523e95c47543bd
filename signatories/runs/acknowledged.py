"""Warnings that somebody has seen and lets stand: kept with the run, and not asked about again while they last."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.findings import Finding
from signatories.models import Run

_FINDING, _BY = "finding", "acknowledged"


def earlier(session: Session, letter_id: int) -> dict[str, str]:
    """What was let stand in the letter's latest run, by the digests of the findings, and by whom.

    What was mended by then, or looked at and not let stand, is asked about again. A run that was made again asked about
    nothing of this and does not count.
    """
    kept = select(Run.warnings).where(
        Run.letter_id == letter_id,
        Run.target.is_(None),
        Run.settings["again"].as_integer().is_(None),
    )
    latest = session.scalar(kept.order_by(Run.id.desc()).limit(1))
    return {warning[_FINDING]: warning[_BY] for warning in latest or () if _BY in warning}


def as_data(finding: Finding, by: Mapping[str, str]) -> dict[str, Any]:
    """A finding as a run keeps it, with the name of who let it stand, if somebody did."""
    data = finding.message.as_data()
    if finding.digest in by:
        data |= {_FINDING: finding.digest, _BY: by[finding.digest]}
    return data
