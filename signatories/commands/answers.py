"""What a command says, and how times and days are written in it."""

import argparse
import datetime as dt
from dataclasses import dataclass, field
from typing import Any

Arguments = argparse.Namespace


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: data for `--json`, lines for people, warnings for standard error."""

    data: Any
    lines: list[str]
    warnings: list[str] = field(default_factory=list)
    exit_code: int = 0


def iso_time(moment: dt.datetime | None) -> str | None:
    """A moment in ISO 8601, to the second."""
    return moment.isoformat(timespec="seconds") if moment else None


def iso_date(day: dt.date | None) -> str | None:
    """A day in ISO 8601."""
    return day.isoformat() if day else None
