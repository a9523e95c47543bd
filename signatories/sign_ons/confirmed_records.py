"""What a confirmation keeps: its line, and the records behind it, so that a list is printed again as it was."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from signatories import printed_lines
from signatories.database import Unit
from signatories.models import Confirmation, Renewal, SignOn, SignOnStatus
from signatories.printed_lines import Source
from signatories.recording import among
from signatories.sign_ons.on_lists import is_passed_on


@dataclass(frozen=True, slots=True)
class Recording:
    """Writes down who agreed to a version, each with the id of its evidence.

    `corrects`: the ids of the versions that it only corrects.
    """

    unit: Unit
    version_id: int
    corrects: Sequence[int]
    language: str
    evidence: Mapping[int, int]
    now: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))

    def write(self, ids: Sequence[int]) -> None:
        """Confirm lines, or renew what was withdrawn.

        Each yes stamps the sign-on: an older one is then not undone.
        """
        given = self._given(ids)
        first = [sign_on_id for sign_on_id in ids if sign_on_id not in given]
        again = [sign_on_id for sign_on_id in ids if sign_on_id in given]
        self.unit.insert(Confirmation, self._lines(first))
        renewed = [(given[row_id], row_id) for row_id in again]
        if self.corrects:
            renewed += self._withdrawn_before(first)
        self.unit.insert(Renewal, [self._renewal(*each) for each in renewed])
        yes = {"status": SignOnStatus.CONFIRMED, "withdrawn_at": None, "answered_at": self.now}
        self.unit.change(SignOn, [{"id": sign_on_id, **yes} for sign_on_id in ids])

    def _given(self, ids: Sequence[int]) -> dict[int, int]:
        """The confirmations of this version that are there, by sign-on: those of who withdrew."""
        query = select(Confirmation.sign_on_id, Confirmation.id).where(
            Confirmation.version_id == self.version_id, among(Confirmation.sign_on_id, ids)
        )
        return dict(self.unit.session.execute(query).all())

    def _withdrawn_before(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """The confirmations of corrected versions, with their sign-ons, that did not hold until now."""
        query = (
            select(Confirmation.id, Confirmation.sign_on_id)
            .join(SignOn, SignOn.id == Confirmation.sign_on_id)
            .where(
                among(SignOn.id, ids),
                SignOn.status != SignOnStatus.CONFIRMED,
                Confirmation.version_id.in_(self.corrects),
                ~is_passed_on(Confirmation),
            )
        )
        return [(row_id, sign_on_id) for row_id, sign_on_id in self.unit.session.execute(query)]

    def _renewal(self, confirmation_id: int, sign_on_id: int) -> dict[str, Any]:
        return {
            "confirmation_id": confirmation_id,
            "evidence_id": self.evidence[sign_on_id],
            "renewed_at": self.now,
        }

    def _lines(self, ids: Sequence[int]) -> list[dict[str, Any]]:
        sources = {
            source.sign_on.id: source for source in printed_lines.sources(self.unit.session, ids)
        }
        return [self._line(sources[sign_on_id]) for sign_on_id in ids]

    def _line(self, source: Source) -> dict[str, Any]:
        line, sign_on = printed_lines.line(source, self.language), source.sign_on
        return {
            "sign_on_id": sign_on.id,
            "version_id": self.version_id,
            "evidence_id": self.evidence[sign_on.id],
            "name": line.name,
            "role": line.role,
            "organisation": line.organisation,
            "acronym": line.acronym,
            "country": line.country,
            "country_code": line.country_code,
            "capacity": sign_on.capacity,
            "group": sign_on.group,
            "confirmed_at": self.now,
            "extra": line.extra,
            **_kept(source),
        }


def _kept(source: Source) -> dict[str, Any]:
    """Who signs for whom, and what the directory says of both now: columns of a confirmation."""
    sign_on, person, body, _ = source
    return {
        "signer_id": sign_on.signer_id,
        "organisation_id": sign_on.organisation_id,
        "region": body.region if body else "",
        "kind": body.kind if body else "",
        "language": (body.language if body else "") or (person.language if person else ""),
        "logo_digest": body.logo_digest if body else None,
        "signature_digest": person.signature_digest if person else None,
    }
