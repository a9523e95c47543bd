"""Notes whether those who signed by a form agreed to be named: a refusal at once, whatever else is asked about."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from signatories import consents
from signatories.consents import ConsentDraft
from signatories.database import Unit
from signatories.imports.planning import sign_on_fields
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_ons_said import SignOnsSaid
from signatories.models import Consent


def note(unit: Unit, said: SignOnsSaid, ids: Iterable[int]) -> None:
    """Note what rows answer, each of which made the sign-on with its id, on the day that they say, else now."""
    now = dt.datetime.now(dt.UTC)
    answers = zip(ids, said["consent"], said["answered_on"], strict=True)
    rows = [
        {
            "sign_on_id": sign_on_id,
            "use": use,
            "recipient_id": None,
            "allowed": agrees,
            "asked_at": sign_on_fields.moment_of(day) or now,
        }
        for sign_on_id, agrees, day in answers
        if agrees is not None
        for use in sign_on_fields.NAMING
    ]
    unit.insert(Consent, rows)


def change(session: Session, sign_on_id: int, entry: SignOnEntry) -> None:
    """Note what a row answers; a yes takes back no refusal."""
    if entry.consent is None:
        return
    stored = consents.given(session, [sign_on_id])[sign_on_id].uses
    if sign_on_fields.consent_of(stored) != "no":
        draft = ConsentDraft(dict.fromkeys(sign_on_fields.NAMING, entry.consent))
        consents.note(session, [sign_on_id], draft, sign_on_fields.moment_of(entry.answered_on))


def refuse(session: Session, sign_on_id: int, entry: SignOnEntry) -> None:
    """Note a refusal; a yes waits until the question about the row is settled."""
    if entry.consent is False:
        change(session, sign_on_id, entry)
