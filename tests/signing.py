"""Signatories with invented names, for tests that need no workspace."""

import datetime as dt
from typing import Any

from signatories.block.signatory import Signatory
from signatories.models import Capacity

SIGNED = dt.datetime(2026, 4, 30, 12, tzinfo=dt.UTC)


def signatory(number: int = 1, name: str = "Ada Example", **words: Any) -> Signatory:
    """A signatory who confirmed `number` minutes after the first; what is not given is empty."""
    given: dict[str, Any] = {
        "role": "",
        "organisation": "",
        "acronym": "",
        "country": "",
        "country_code": None,
        "capacity": Capacity.ORGANISATION,
        "group": "",
        "confirmed_at": SIGNED + dt.timedelta(minutes=number),
        "place": number,
    }
    return Signatory(sign_on_id=number, name=name, **(given | words))
