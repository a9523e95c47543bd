"""What the table of a letter's recipients shows."""

from signatories.recipients.choosing import Addressed
from signatories.texts import N_
from ui.models.choices import country_name
from ui.models.columns import Column
from ui.models.standings import since_words, standing_sign, standing_words
from ui.translation import translate

TITLES = {
    "name": N_("Name"),
    "standing": N_("Standing"),
    "since": N_("Since"),
    "country": N_("Country"),
    "person": N_("Person"),
    "salutation": N_("Salutation"),
    "language": N_("Language"),
}


def recipient_columns() -> list[Column[Addressed]]:
    """Build the columns in the user's language; all can be sorted by what they say."""
    title = {name: translate(text) for name, text in TITLES.items()}
    return [
        Column("name", title["name"], lambda row: row.name, 260, is_editable=True),
        Column("standing", title["standing"], standing_words, 130, icon=standing_sign),
        Column("since", title["since"], since_words, 120, is_number=True),
        Column("country", title["country"], lambda row: country_name(row.country), 150),
        Column("person", title["person"], lambda row: row.person, 160, is_editable=True),
        Column(
            "salutation", title["salutation"], lambda row: row.salutation, 180, is_editable=True
        ),
        Column("language", title["language"], lambda row: row.language, 90, is_editable=True),
    ]
