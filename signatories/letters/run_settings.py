"""How a letter's products are made, as its Run tab keeps it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from signatories import stored
from signatories.errors import Refused
from signatories.models import Paper
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class RunSettings:
    """Settings that all products of a letter share.

    `naming`: the pattern of file names, "" for the standing one. `letterhead`: printed; else only its room is kept,
    for paper that has one. `duplex`: each letter begins on a front page, after a blank back where the one before
    ends on a front. `archive`: PDF/A-2b. `not_before`: the moment before which nothing is to be made. `first_label`:
    the first free one of the first sheet, from 1. `sender`: the lines on envelopes, "" for none. `paper`: of letters,
    lists and notes; labels and envelopes are what they are. `window`: addresses stand where the windows of envelopes
    are, on PDFs. Who is printed: everybody who has confirmed, or whose yes came until `signed_by`, or who is on the
    list of `list_number`.
    """

    naming: str = ""
    letterhead: bool = True
    duplex: bool = False
    archive: bool = False
    not_before: dt.datetime | None = None
    first_label: int = 1
    sender: str = ""
    paper: Paper = Paper.A4
    window: bool = False
    signed_by: dt.datetime | None = None
    list_number: int | None = None

    def __post_init__(self) -> None:
        moments = (self.not_before, self.signed_by)
        if any(moment is not None and moment.tzinfo is None for moment in moments):
            raise Refused(N_("A moment needs a time zone."))
        if self.signed_by is not None and self.list_number is not None:
            raise Refused(N_("Choose a list or a moment, not both."))
        if self.first_label < 1:
            raise Refused(N_("The first label of a sheet is number 1."))


def to_json(settings: RunSettings) -> dict[str, Any]:
    """The settings as a letter keeps them: what differs from the defaults."""
    return stored.to_json(settings)


def from_json(data: Mapping[str, Any]) -> RunSettings:
    """Read the settings of a letter. Raises Refused for what is no setting."""
    return stored.from_json(RunSettings, dict(data))
