"""What the fields of a letter stand for: some for the whole run, some for each recipient."""

from collections.abc import Iterable
from dataclasses import asdict

from signatories import countries
from signatories.block.signatory import Counts
from signatories.dates import long_date
from signatories.expressions import fields
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import Addressed
from signatories.standing import Status

Values = dict[str, str | None]

_COUNTRY, _SINCE = f"{fields.RECIPIENT}country", f"{fields.RECIPIENT}since"


def run_values(snapshot: Snapshot, counts: Counts) -> Values:
    """The values that are the same in every letter with the same list. None: nothing is known."""
    text = snapshot.text
    values: Values = {f"count.{name}": str(value) for name, value in asdict(counts).items()}
    known = snapshot.selection.standings
    values["count.parties"] = str(known.count(Status.PARTY)) if known else None
    values["count.signed"] = str(known.count(Status.SIGNED)) if known else None
    values["count.recipients"] = str(len(snapshot.selection.recipients))
    values["letter.date"] = long_date(text.date, text.language) if text.date else None
    values["letter.place"] = text.place or None
    values["list.number"] = str(snapshot.list_number) if snapshot.list_number else None
    values["list.date"] = long_date(snapshot.listed_on, text.language)
    reference = fields.parse(text.reference, snapshot.known_fields)
    values["letter.reference"] = None if _varies(reference) else _filled(reference, values)
    return values


def recipient_values(recipient: Addressed, language: str, names: Iterable[str]) -> Values:
    """The values that one recipient has for these fields, in the letter's language."""
    values = {name: recipient.value(name.removeprefix(fields.RECIPIENT)) for name in names}
    if _COUNTRY in values:
        code = recipient.country
        day = recipient.named_on
        values[_COUNTRY] = countries.name_with_article(code, language, day) if code else None
    if _SINCE in values:
        since = recipient.standing.since if recipient.standing else None
        values[_SINCE] = long_date(since, language) if since else None
    return values


def _filled(reference: tuple[fields.Part, ...], values: Values) -> str | None:
    """The reference, which cannot name itself; None when it is empty or names what has no value."""
    try:
        return fields.fill(reference, values | {"letter.reference": None}) or None
    except fields.MissingValues:
        return None


def _varies(parts: tuple[fields.Part, ...]) -> bool:
    return any(isinstance(part, fields.Field) and part.is_of_recipient for part in parts)
