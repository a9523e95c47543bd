"""What each field of a letter stands for, in plain words."""

from collections.abc import Collection

from signatories.texts import N_
from ui.translation import translate
from ui.widgets.field_editor import FieldChoice

GROUPS = {
    "recipient": N_("The recipient"),
    "letter": N_("The letter"),
    "list": N_("The list of signatories"),
    "count": N_("Figures, always counted anew"),
}
WORDS = {
    "recipient.name": N_("Name of the recipient"),
    "recipient.country": N_("Country, with its article"),
    "recipient.person": N_("Person"),
    "recipient.form_of_address": N_("Form of address, such as H.E."),
    "recipient.salutation": N_("Salutation"),
    "recipient.address": N_("Address lines"),
    "recipient.status": N_("Standing on the letter’s day"),
    "recipient.since": N_("Since when it has that standing"),
    "letter.date": N_("Date of the letter"),
    "letter.place": N_("Place of the letter"),
    "letter.reference": N_("Reference"),
    "list.number": N_("Number of the list that was closed"),
    "list.date": N_("Day of its cut-off, else today"),
    "count.parties": N_("Parties to the instrument that day"),
    "count.signed": N_("States that have signed only"),
    "count.signatories": N_("Lines in the block"),
    "count.organisations": N_("Organisations in the block"),
    "count.people": N_("People who sign for themselves"),
    "count.countries": N_("Countries of the signatories"),
    "count.recipients": N_("Recipients of the letter"),
    "count.withheld": N_("Signatories who are not printed"),
}
COLUMN = N_("Column “{name}” of the recipients")


def choices(names: Collection[str]) -> list[FieldChoice]:
    """The fields of a workspace as a menu offers them: described, in groups; columns of its own last."""
    own = sorted(set(names) - set(WORDS))
    order = [name for name in WORDS if name in names]
    found = [FieldChoice(name, _words(name), _group(name)) for name in (*order, *own)]
    groups = [_group(f"{key}.") for key in GROUPS]
    return sorted(found, key=lambda choice: groups.index(choice.group))


def _words(name: str) -> str:
    if name in WORDS:
        return translate(WORDS[name])
    column = name.partition(".")[2]
    return translate(COLUMN).format(name=column)


def _group(name: str) -> str:
    return translate(GROUPS[name.partition(".")[0]])
