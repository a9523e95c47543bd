"""Rows of the tables as they are shown: plain data, read by `queries`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from signatories.consents import NOTHING, Given
from signatories.models import Capacity, SignOnStatus


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in a table."""

    id: int
    name: str
    acronym: str
    country: str | None
    kind: str
    people: int
    letters: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a table, with the first role."""

    id: int
    name: str
    sort_name: str
    role: str
    organisation: str
    email: str
    country: str | None


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """A recipient in a table."""

    id: int
    name: str
    country: str | None
    person: str
    salutation: str
    language: str
    letter: str


@dataclass(frozen=True, slots=True)
class SignOnRow:
    """A sign-on in a table: as printed, and what the directory calls its signer and organisation.

    `version` is the latest that it confirmed, `how_we_know` that yes in words, `place` its order of signing, `extra`
    its further columns, `consent` what it allows.
    """

    id: int
    place: int
    name: str
    role: str
    organisation: str
    acronym: str
    printed_country: str
    country: str | None
    status: SignOnStatus
    capacity: Capacity
    capacity_assumed: bool
    group: str
    version: int | None
    directory_name: str
    directory_organisation: str
    how_we_know: str
    extra: Mapping[str, str]
    consent: Given = NOTHING

    @property
    def caption(self) -> str:
        """Its short name for people: "Name, Organisation"."""
        return ", ".join(part for part in (self.name, self.organisation) if part)

    @property
    def erased_at(self) -> dt.datetime | None:
        """When its signatory was erased for good: nobody is named, and it counts; None for all others."""
        names = self.name, self.organisation, self.directory_name, self.directory_organisation
        return None if any(names) else self.consent.asked_at


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An import in a list. `questions` are those still open about its records; `letter` is a title, or empty."""

    id: int
    change_set_id: int
    at: dt.datetime
    source: str
    sheet: str
    subject: str
    letter: str
    counts: dict[str, int]
    questions: int
    undone: bool
