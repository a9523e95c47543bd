"""What the table of a letter's runs shows."""

import datetime as dt

from signatories.errors import Refused
from signatories.exports import Exporter, exporter
from signatories.exports.making import ADDRESSES, LETTERS
from signatories.runs.earlier import EarlierRun
from signatories.texts import N_, message
from ui.days import day, moment
from ui.models.columns import Column
from ui.translation import translate


def run_columns() -> list[Column[EarlierRun]]:
    """Build the columns in the user's language; runs stand latest first and nowhere else."""
    return [
        Column("at", translate(N_("When")), lambda row: moment(row.at), 136, is_sortable=False),
        Column(
            "product", translate(N_("Made")), made_words, 208, is_sortable=False, tip=made_words
        ),
        Column("actor", translate(N_("By")), lambda row: row.actor, 96, is_sortable=False),
        Column("version", translate(N_("Of")), source_words, 112, is_sortable=False),
        Column("counts", translate(N_("Figures")), figures, 304, is_sortable=False, tip=figures),
        Column(
            "files",
            translate(N_("Files")),
            lambda row: str(row.files),
            64,
            is_number=True,
            is_sortable=False,
        ),
    ]


def made_words(row: EarlierRun) -> str:
    """Return what a run made, in the words of the boxes that are ticked for it."""
    try:
        made = _exporter(row)
    except Refused:  # of another version of the program
        return f"{row.product}, {row.settings['format']}"
    words = translate(made.name)
    again = N_("{made}, again")
    return translate(message(again, made=words)) if "again" in row.settings else words


def is_of_recipients(row: EarlierRun) -> bool:
    """Return whether a run made something for each recipient, of which some can be made alone."""
    try:
        return _exporter(row).content in (LETTERS, ADDRESSES)
    except Refused:
        return False


def source_words(row: EarlierRun) -> str:
    """Return which version and list a run was made of."""
    version = translate(message(N_("Version {number}"), number=row.version))
    if number := row.settings.get("list"):
        words = N_("{version}, list {number}")
        return translate(message(words, version=version, number=number))
    cut_off = row.settings.get("signed_by")
    if not cut_off:
        return version
    last = day(dt.datetime.fromisoformat(cut_off).astimezone().date())
    return translate(message(N_("{version}, list of {day}"), version=version, day=last))


def figures(row: EarlierRun) -> str:
    """Return how much a run made."""
    texts = {
        "documents": N_("%n document(s)"),
        "pages": N_("%n page(s)"),
        "signatories": N_("%n line(s) in the block"),
    }
    found = [(text, row.counts.get(key, 0)) for key, text in texts.items()]
    return ", ".join(translate(message(text, n=count)) for text, count in found if count)


def _exporter(row: EarlierRun) -> Exporter:
    return exporter(
        row.product, row.settings["format"], separate=row.settings.get("separate", False)
    )
