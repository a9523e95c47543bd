"""The products that can be made of a letter, in the order of the menu."""

from signatories.errors import Refused
from signatories.exports.making import (
    ADDRESSES,
    ANNEX,
    ANSWERS,
    COVER,
    LETTERS,
    PUBLIC_LIST,
    Exporter,
    Write,
    Written,
)
from signatories.texts import N_

__all__ = ["EXPORTERS", "Exporter", "Write", "Written", "exporter"]


def exporter(product: str, format: str, *, separate: bool = False) -> Exporter:  # noqa: A002 - the word of the command line
    """The exporter of a product in a format. Raises Refused, naming what there is."""
    for each in EXPORTERS:
        if (each.product, each.format, each.separate) == (product, format, separate):
            return each
    there_is = ", ".join(dict.fromkeys(f"{each.product} ({each.format})" for each in EXPORTERS))
    text = N_("“{product}” cannot be made as {format}. There is: {there_is}.")
    if separate and any(each.product == product for each in EXPORTERS):
        text = N_("Only letters can be made one by one, not “{product}” as {format}.")
    raise Refused(text, product=product, format=format, there_is=there_is)


EXPORTERS = (
    Exporter("letters", "pdf", N_("Letters in one file (PDF)"), ".pdf", LETTERS, "letters.write"),
    Exporter(
        "letters",
        "pdf",
        N_("Letters, one file each (PDF)"),
        "",
        LETTERS,
        "letters.write_separately",
        separate=True,
    ),
    Exporter(
        "letters", "docx", N_("Letters in one file (Word)"), ".docx", LETTERS, "word_letters.write"
    ),
    Exporter(
        "letters",
        "docx",
        N_("Letters, one file each (Word)"),
        " (Word)",
        LETTERS,
        "word_letters.write_separately",
        separate=True,
    ),
    Exporter(
        "letters",
        "html",
        N_("Letters in one file (web page)"),
        ".html",
        LETTERS,
        "html_letters.write",
    ),
    Exporter(
        "letters",
        "html",
        N_("Letters, one file each (web pages)"),
        " (web pages)",
        LETTERS,
        "html_letters.write_separately",
        separate=True,
    ),
    Exporter(
        "letters", "txt", N_("Letters in one file (text)"), ".txt", LETTERS, "text_letters.write"
    ),
    Exporter(
        "letters",
        "txt",
        N_("Letters, one file each (text)"),
        " (text)",
        LETTERS,
        "text_letters.write_separately",
        separate=True,
    ),
    Exporter("block", "pdf", N_("List of signatories (PDF)"), ".pdf", PUBLIC_LIST, "block.write"),
    Exporter(
        "block",
        "xlsx",
        N_("List of signatories (workbook)"),
        ".xlsx",
        PUBLIC_LIST,
        "lists.write_block",
    ),
    Exporter("block", "txt", N_("List of signatories (text)"), ".txt", PUBLIC_LIST, "text.write"),
    Exporter("block", "docx", N_("List of signatories (Word)"), ".docx", PUBLIC_LIST, "word.write"),
    Exporter(
        "block", "html", N_("List of signatories (web page)"), ".html", PUBLIC_LIST, "html.write"
    ),
    Exporter("annex", "pdf", N_("Annex to the letters (PDF)"), ".pdf", ANNEX, "block.write"),
    Exporter(
        "annex", "xlsx", N_("Annex to the letters (workbook)"), ".xlsx", ANNEX, "lists.write_block"
    ),
    Exporter("annex", "txt", N_("Annex to the letters (text)"), ".txt", ANNEX, "text.write"),
    Exporter("annex", "docx", N_("Annex to the letters (Word)"), ".docx", ANNEX, "word.write"),
    Exporter("annex", "html", N_("Annex to the letters (web page)"), ".html", ANNEX, "html.write"),
    Exporter(
        "sign-ons",
        "xlsx",
        N_("All answers, internal (workbook)"),
        ".xlsx",
        ANSWERS,
        "lists.write_sign_ons",
    ),
    Exporter(
        "labels-l7159",
        "pdf",
        N_("Address labels, 3 × 8 on A4 (L7159)"),
        ".pdf",
        ADDRESSES,
        "labels.write_l7159",
    ),
    Exporter(
        "labels-l7163",
        "pdf",
        N_("Address labels, 2 × 7 on A4 (L7163)"),
        ".pdf",
        ADDRESSES,
        "labels.write_l7163",
    ),
    Exporter(
        "labels-5160",
        "pdf",
        N_("Address labels, 3 × 10 on US Letter (5160)"),
        ".pdf",
        ADDRESSES,
        "labels.write_5160",
    ),
    Exporter(
        "envelopes-dl", "pdf", N_("Envelopes, DL (PDF)"), ".pdf", ADDRESSES, "envelopes.write_dl"
    ),
    Exporter(
        "envelopes-c5", "pdf", N_("Envelopes, C5 (PDF)"), ".pdf", ADDRESSES, "envelopes.write_c5"
    ),
    Exporter(
        "envelopes-10",
        "pdf",
        N_("Envelopes, US no. 10 (PDF)"),
        ".pdf",
        ADDRESSES,
        "envelopes.write_10",
    ),
    Exporter(
        "cover",
        "pdf",
        N_("Cover note with the recipients (PDF)"),
        ".pdf",
        COVER,
        "cover_pages.write",
    ),
    Exporter(
        "cover", "txt", N_("Cover note with the recipients (text)"), ".txt", COVER, "cover.write"
    ),
)
