"""What rows hold, in the user's words: fields, kinds of rows, and questions that name fields."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from signatories.imports.planned_row import PlannedRow
from signatories.texts import N_, Message
from ui.days import moment
from ui.translation import translate

FIELDS = {
    "entry": N_("The whole line"),
    "name": N_("Name"),
    "given_name": N_("Given name"),
    "family_name": N_("Family name"),
    "other_name": N_("Other name"),
    "former_name": N_("Former name"),
    "role": N_("Role"),
    "organisation": N_("Organisation"),
    "acronym": N_("Acronym"),
    "parent": N_("Parent organisation"),
    "kind": N_("Kind"),
    "country": N_("Country"),
    "region": N_("Region"),
    "city": N_("City"),
    "email": N_("E-mail"),
    "telephone": N_("Telephone"),
    "website": N_("Website"),
    "status": N_("Status"),
    "capacity": N_("Capacity"),
    "condition": N_("Condition"),
    "group": N_("Group"),
    "tag": N_("Tag"),
    "notes": N_("Notes"),
    "consent": N_("May be named"),
    "comment": N_("Comment"),
    "constituency": N_("Constituency"),
    "description": N_("Description"),
    "footnote": N_("Footnote"),
    "profession": N_("Profession"),
    "date": N_("Date"),
    "response": N_("Number of the response"),
    "answer": N_("Answer"),
    "said": N_("In their words"),
    "person": N_("Person"),
    "form_of_address": N_("Form of address"),
    "salutation": N_("Salutation"),
    "address": N_("Address"),
    "language": N_("Language"),
    "participant": N_("Participant"),
    "signature": N_("Signature"),
    "ratification": N_("Ratification"),
    "withdrawal": N_("Withdrawal"),
}
ANSWERS = {
    "yes": N_("Yes"),
    "no": N_("No"),
    "conditional": N_("Yes, on a condition"),
    "question": N_("A question"),
    "out of office": N_("Out of office"),
    "unclear": N_("Unclear"),
}


def field_words(name: str) -> str:
    """Return a field's name in the user's words; an extra column keeps its own."""
    return translate(FIELDS[name]) if name in FIELDS else name


def cell_words(field: str, row: PlannedRow) -> str:
    """Return what a row holds in a field; what a mail answers is put into words."""
    cell = row.fields.get(field, "")
    if field == "answer" and cell in ANSWERS:
        return translate(ANSWERS[cell])
    if field == "date" and "T" in cell:  # a mail has a moment, a cell what somebody typed
        return moment(dt.datetime.fromisoformat(cell))
    return cell


def question_words(text: Message) -> str:
    """Return a message in words, with the fields in it called as everywhere else in the window."""
    return translate(_named(text))


def _named(text: Message) -> Message:
    values: Mapping[str, Any] = {
        name: _named(value)
        if isinstance(value, Message)
        else field_words(value)
        if name == "field"
        else value
        for name, value in text.values.items()
    }
    return replace(text, values=dict(values))
