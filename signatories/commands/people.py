"""Recipients and sign-ons on the command line."""

from dataclasses import asdict
from typing import Any

from signatories import choosing, letters, queries, sign_ons
from signatories.choosing import Addressed
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_date
from signatories.models import SignOn
from signatories.queries import SignOnRow
from signatories.texts import N_


def list_recipients(arguments: Arguments) -> Answer:
    """List who a letter (or without one, the workspace) would write to."""
    with workspaces.reading(arguments) as session:
        letter = letters.find(session, arguments.letter) if arguments.letter else None
        chosen = choosing.selection(session, letter, where=arguments.where, as_of=arguments.as_of)
    data = [_recipient_data(recipient) for recipient in chosen.recipients]
    lines = [
        f"{row['id']}  {row['name']}" + (f"  ({row['status']})" if row["status"] else "")
        for row in data
    ]
    summary = f"{len(data)} of {chosen.candidates} recipients, as of {chosen.as_of.isoformat()}"
    return Answer(data, [*lines, summary])


def list_sign_ons(arguments: Arguments) -> Answer:
    """List the answers to a letter."""
    with workspaces.reading(arguments) as session:
        letter = letters.find(session, arguments.letter)
        ids = queries.ids(session, queries.SIGN_ONS, SignOn.letter_id == letter.id)
        rows = queries.sign_ons(session, ids)
    data = [_sign_on_data(rows[sign_on_id]) for sign_on_id in ids]
    lines = [
        f"{row['id']}  {', '.join(part for part in (row['name'], row['organisation']) if part)}  ({row['status']})"
        for row in data
    ]
    return Answer(data, lines or ["Nobody was asked yet."])


def confirm(arguments: Arguments) -> Answer:
    """Record who agreed to the newest version, and how we know."""
    proof = sign_ons.Proof(arguments.how, file=arguments.evidence)
    with workspaces.changing(arguments) as database:
        with database.reading() as session:
            letter_id = letters.find(session, arguments.letter).id
        with database.work(N_("Confirm %n sign-on(s) of “{letter}”"), letter=letter_id) as unit:
            ids = None if arguments.all else arguments.ids
            done = sign_ons.confirm(unit.session, letter_id, proof, ids)
            unit.about(n=len(done.ids))
    data = {"version": done.version, "confirmed": done.ids, "already": done.already}
    return Answer(data, [f"Confirmed {len(done.ids)} sign-ons for version {done.version}."])


def _recipient_data(recipient: Addressed) -> dict[str, Any]:
    standing = recipient.standing
    return {
        "id": recipient.id,
        "name": recipient.name,
        "country": recipient.country,
        "status": standing.status.value if standing else None,
        "since": iso_date(standing.since) if standing else None,
        "language": recipient.language,
        "salutation": recipient.salutation,
        "person": recipient.person,
        "form_of_address": recipient.form_of_address,
        "address": recipient.address,
        "email": recipient.email,
        "extra": recipient.extra,
    }


def _sign_on_data(row: SignOnRow) -> dict[str, Any]:
    return asdict(row) | {
        "status": row.status.value,
        "capacity": row.capacity.value,
        "name": row.name or None,
        "organisation": row.organisation or None,
    }
