"""Recipients on the command line."""

from typing import Any

from signatories import letters
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_date
from signatories.recipients import choosing
from signatories.recipients.choosing import Addressed


def listing(arguments: Arguments) -> Answer:
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
