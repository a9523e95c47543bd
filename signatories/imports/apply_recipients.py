"""Writes planned recipients: new ones in bulk, changes one by one."""

from collections.abc import Mapping
from typing import Any

from signatories import countries, recipients
from signatories.database import Unit
from signatories.imports.decisions import Decision, Written, decide, open_questions
from signatories.imports.matching import equal
from signatories.imports.plan_recipients import RecipientEntry
from signatories.imports.planned import ImportPlan, PlannedRow
from signatories.models import Question, Recipient
from signatories.progress import Progress
from signatories.search import keys
from signatories.texts import N_

CHUNK = 500  # rows between two reports


def write(unit: Unit, plan: ImportPlan, progress: Progress) -> Written:
    """Write all rows that are to be written, in the order of the file."""
    decided = [(row, decide(row, plan.request.on_duplicate)) for row in plan.rows]
    adds = [row for row, decision in decided if decision is Decision.ADD]
    written = Written(added=len(adds))
    place = recipients.next_place(unit.session)
    ids: list[int] = []
    for start in range(0, len(adds), CHUNK):
        progress.report(start, len(adds), N_("Writing"))
        rows = enumerate(adds[start : start + CHUNK], start=place + start)
        values = [_values(row.entry, plan.request.letter_id, number) for number, row in rows]
        ids += unit.insert(Recipient, values)
    made = {-row.line: row_id for row, row_id in zip(adds, ids, strict=True)}
    questions = open_questions(
        adds,
        ids,
        plan.request.on_duplicate,
        Recipient.__tablename__,
        lambda match: made.get(match.ref, match.ref),
    )
    unit.insert(Question, questions)
    for row, row_id in zip(adds, ids, strict=True):
        written.note(Recipient.__tablename__, row_id, row)
    for row, decision in decided:
        if decision in (Decision.UPDATE, Decision.FILL):
            _update(unit, row, made, written, only_blanks=decision is Decision.FILL)
    return written


def _values(entry: RecipientEntry, letter_id: int | None, place: int) -> dict[str, Any]:
    texts = {name: text for name, text in entry.texts.items() if name != "country"}
    country = countries.name(entry.country_code, "en") if entry.country_code else ""
    words = (texts["name"], texts.get("person", ""), texts.get("email", ""), country)
    return {
        **dict.fromkeys(
            ("person", "form_of_address", "salutation", "address", "language", "email"), ""
        ),
        **texts,
        "letter_id": letter_id,
        "country": entry.country_code,
        "extra": dict(entry.extra),
        "place": place,
        **keys(*words),
    }


def _update(
    unit: Unit, row: PlannedRow, made: Mapping[int, int], written: Written, *, only_blanks: bool
) -> None:
    entry: RecipientEntry = row.entry
    ref = entry.recipient_ref or row.matches[0].ref
    recipient = recipients.get(unit.session, made.get(ref, ref))
    for name, text in entry.texts.items():
        present = getattr(recipient, name) or ""
        if name != "country" and not equal(text, present) and not (only_blanks and present):
            setattr(recipient, name, text)
    if entry.country_code and not (only_blanks and recipient.country):
        recipient.country = entry.country_code
    extra = (
        {**entry.extra, **recipient.extra} if only_blanks else {**recipient.extra, **entry.extra}
    )
    if extra != recipient.extra:
        recipient.extra = extra
    recipients.derive_keys(recipient)
    written.note(Recipient.__tablename__, recipient.id, row)
    written.updated += 1
