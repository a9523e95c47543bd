"""What the table of a letter's runs shows."""

from signatories.rows import RunRow
from signatories.texts import N_, message
from ui.models.columns import Column, moment
from ui.translation import translate

PRODUCTS = {
    "letters": N_("Letters"),
    "block": N_("List of signatories"),
    "annex": N_("Annex to the letters"),
    "sign-ons": N_("All answers, internal"),
    "labels-l7159": N_("Address labels, L7159"),
    "labels-l7163": N_("Address labels, L7163"),
    "labels-5160": N_("Address labels, 5160"),
    "envelopes-dl": N_("Envelopes, DL"),
    "envelopes-c5": N_("Envelopes, C5"),
    "envelopes-10": N_("Envelopes, US no. 10"),
    "cover": N_("Cover note with the recipients"),
}


def run_columns() -> list[Column[RunRow]]:
    """Build the columns in the user's language; runs stand latest first and nowhere else."""
    return [
        Column("at", translate(N_("When")), lambda row: moment(row.at), 150, is_sortable=False),
        Column("product", translate(N_("Made")), _product, 240, is_sortable=False),
        Column(
            "version",
            translate(N_("Version")),
            lambda row: str(row.version),
            80,
            is_number=True,
            is_sortable=False,
        ),
        Column("counts", translate(N_("Figures")), _figures, 320, is_sortable=False),
        Column(
            "files",
            translate(N_("Files")),
            lambda row: str(row.files),
            70,
            is_number=True,
            is_sortable=False,
        ),
    ]


def _product(row: RunRow) -> str:
    return translate(PRODUCTS.get(row.product, row.product))


def _figures(row: RunRow) -> str:
    texts = {
        "documents": N_("%n document(s)"),
        "pages": N_("%n page(s)"),
        "signatories": N_("%n line(s) in the block"),
    }
    found = [(text, row.counts.get(key, 0)) for key, text in texts.items()]
    return ", ".join(translate(message(text, n=count)) for text, count in found if count)
