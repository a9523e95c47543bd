"""The products that can be made of a letter, in the order of the menu."""

from signatories.errors import Refused
from signatories.exports.making import (
    ADDRESSES,
    ANNEX,
    ANSWERS,
    COVER,
    LETTERS,
    PUBLIC_LIST,
    REGISTER,
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


_ONE_FILE = N_("Letters in one file")
_EACH = N_("Letters, one file each")
_LIST = N_("List of signatories")
_ANNEX = N_("Annex to the letters")
_LABELS = N_("Address labels (PDF)")
_ENVELOPES = N_("Envelopes (PDF)")
_COVER = N_("Cover note with the recipients")
_PDF, _WORD, _WORKBOOK = N_("PDF"), N_("Word"), N_("Workbook")
_PAGE, _TEXT = N_("Web page"), N_("Text")
EXPORTERS = (
    Exporter("letters", "pdf", _ONE_FILE, _PDF, ".pdf", LETTERS, "pages.letters.write"),
    Exporter("letters", "docx", _ONE_FILE, _WORD, ".docx", LETTERS, "word.letters.write"),
    Exporter("letters", "html", _ONE_FILE, _PAGE, ".html", LETTERS, "html.letters.write"),
    Exporter("letters", "txt", _ONE_FILE, _TEXT, ".txt", LETTERS, "text.letters.write"),
    Exporter(
        "letters", "pdf", _EACH, _PDF, "", LETTERS, "pages.letters.write_separately", separate=True
    ),
    Exporter(
        "letters",
        "docx",
        _EACH,
        _WORD,
        " (Word)",
        LETTERS,
        "word.letters.write_separately",
        separate=True,
    ),
    Exporter(
        "letters",
        "html",
        _EACH,
        _PAGE,
        " (web pages)",
        LETTERS,
        "html.letters.write_separately",
        separate=True,
    ),
    Exporter(
        "letters",
        "txt",
        _EACH,
        _TEXT,
        " (text)",
        LETTERS,
        "text.letters.write_separately",
        separate=True,
    ),
    Exporter("block", "pdf", _LIST, _PDF, ".pdf", PUBLIC_LIST, "pages.listing.write"),
    Exporter(
        "block", "xlsx", _LIST, _WORKBOOK, ".xlsx", PUBLIC_LIST, "workbooks.lists.write_block"
    ),
    Exporter("block", "docx", _LIST, _WORD, ".docx", PUBLIC_LIST, "word.listing.write"),
    Exporter("block", "html", _LIST, _PAGE, ".html", PUBLIC_LIST, "html.listing.write"),
    Exporter("block", "txt", _LIST, _TEXT, ".txt", PUBLIC_LIST, "text.listing.write"),
    Exporter("annex", "pdf", _ANNEX, _PDF, ".pdf", ANNEX, "pages.listing.write"),
    Exporter("annex", "xlsx", _ANNEX, _WORKBOOK, ".xlsx", ANNEX, "workbooks.lists.write_block"),
    Exporter("annex", "docx", _ANNEX, _WORD, ".docx", ANNEX, "word.listing.write"),
    Exporter("annex", "html", _ANNEX, _PAGE, ".html", ANNEX, "html.listing.write"),
    Exporter("annex", "txt", _ANNEX, _TEXT, ".txt", ANNEX, "text.listing.write"),
    Exporter(
        "letters",
        "xlsx",
        N_("Recipients of the letters, internal"),
        _WORKBOOK,
        " (recipients, internal).xlsx",
        REGISTER,
        "workbooks.register.write",
    ),
    Exporter(
        "sign-ons",
        "xlsx",
        N_("All answers, internal"),
        _WORKBOOK,
        ".xlsx",
        ANSWERS,
        "workbooks.lists.write_sign_ons",
    ),
    Exporter(
        "labels-l7159",
        "pdf",
        _LABELS,
        N_("L7159, 3 × 8"),
        ".pdf",
        ADDRESSES,
        "pages.labels.write_l7159",
    ),
    Exporter(
        "labels-l7163",
        "pdf",
        _LABELS,
        N_("L7163, 2 × 7"),
        ".pdf",
        ADDRESSES,
        "pages.labels.write_l7163",
    ),
    Exporter(
        "labels-5160",
        "pdf",
        _LABELS,
        N_("US 5160, 3 × 10"),
        ".pdf",
        ADDRESSES,
        "pages.labels.write_5160",
    ),
    Exporter(
        "envelopes-dl", "pdf", _ENVELOPES, N_("DL"), ".pdf", ADDRESSES, "pages.envelopes.write_dl"
    ),
    Exporter(
        "envelopes-c5", "pdf", _ENVELOPES, N_("C5"), ".pdf", ADDRESSES, "pages.envelopes.write_c5"
    ),
    Exporter(
        "envelopes-10",
        "pdf",
        _ENVELOPES,
        N_("US no. 10"),
        ".pdf",
        ADDRESSES,
        "pages.envelopes.write_10",
    ),
    Exporter("cover", "pdf", _COVER, _PDF, ".pdf", COVER, "pages.cover.write"),
    Exporter("cover", "txt", _COVER, _TEXT, ".txt", COVER, "text.cover.write"),
)
