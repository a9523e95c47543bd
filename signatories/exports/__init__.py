"""The products that can be made of a letter, in the order of the menu."""

from collections.abc import Callable
from functools import partial

from signatories.errors import Refused
from signatories.exports.making import Exporter, Write, Written
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


# Imported when asked for: a list as text must not pay for PDF fonts, nor a letter for workbooks.


def _letters() -> Write:
    from signatories.exports.letters import write  # noqa: PLC0415

    return write


def _separate_letters() -> Write:
    from signatories.exports.letters import write_separately  # noqa: PLC0415

    return write_separately


def _letters_as_documents() -> Write:
    from signatories.exports.word_letters import write  # noqa: PLC0415

    return write


def _separate_documents() -> Write:
    from signatories.exports.word_letters import write_separately  # noqa: PLC0415

    return write_separately


def _letters_as_page() -> Write:
    from signatories.exports.html_letters import write  # noqa: PLC0415

    return write


def _separate_pages() -> Write:
    from signatories.exports.html_letters import write_separately  # noqa: PLC0415

    return write_separately


def _letters_as_text() -> Write:
    from signatories.exports.text_letters import write  # noqa: PLC0415

    return write


def _separate_texts() -> Write:
    from signatories.exports.text_letters import write_separately  # noqa: PLC0415

    return write_separately


def _block_as_pdf() -> Write:
    from signatories.exports.block import write  # noqa: PLC0415

    return write


def _block_as_workbook() -> Write:
    from signatories.exports.lists import write_block  # noqa: PLC0415

    return write_block


def _block_as_text() -> Write:
    from signatories.exports.text import write  # noqa: PLC0415

    return write


def _block_as_page() -> Write:
    from signatories.exports.html import write  # noqa: PLC0415

    return write


def _block_as_document() -> Write:
    from signatories.exports.word import write  # noqa: PLC0415

    return write


def _sign_ons() -> Write:
    from signatories.exports.lists import write_sign_ons  # noqa: PLC0415

    return write_sign_ons


def _cover_as_pdf() -> Write:
    from signatories.exports.cover_pages import write  # noqa: PLC0415

    return write


def _cover_as_text() -> Write:
    from signatories.exports.cover import write  # noqa: PLC0415

    return write


def _labels(sheet: str) -> Callable[[], Write]:
    def load() -> Write:
        from signatories.exports import labels  # noqa: PLC0415

        return partial(labels.write, getattr(labels, sheet))

    return load


def _envelopes(envelope: str) -> Callable[[], Write]:
    def load() -> Write:
        from signatories.exports import envelopes  # noqa: PLC0415

        return partial(envelopes.write, getattr(envelopes, envelope))

    return load


EXPORTERS = (
    Exporter("letters", "pdf", N_("Letters in one file (PDF)"), ".pdf", _letters),
    Exporter(
        "letters", "pdf", N_("Letters, one file each (PDF)"), "", _separate_letters, separate=True
    ),
    Exporter("letters", "docx", N_("Letters in one file (Word)"), ".docx", _letters_as_documents),
    Exporter(
        "letters",
        "docx",
        N_("Letters, one file each (Word)"),
        " (Word)",
        _separate_documents,
        separate=True,
    ),
    Exporter("letters", "html", N_("Letters in one file (web page)"), ".html", _letters_as_page),
    Exporter(
        "letters",
        "html",
        N_("Letters, one file each (web pages)"),
        " (web pages)",
        _separate_pages,
        separate=True,
    ),
    Exporter("letters", "txt", N_("Letters in one file (text)"), ".txt", _letters_as_text),
    Exporter(
        "letters",
        "txt",
        N_("Letters, one file each (text)"),
        " (text)",
        _separate_texts,
        separate=True,
    ),
    Exporter("block", "pdf", N_("List of signatories (PDF)"), ".pdf", _block_as_pdf),
    Exporter("block", "xlsx", N_("List of signatories (workbook)"), ".xlsx", _block_as_workbook),
    Exporter("block", "txt", N_("List of signatories (text)"), ".txt", _block_as_text),
    Exporter("block", "docx", N_("List of signatories (Word)"), ".docx", _block_as_document),
    Exporter("block", "html", N_("List of signatories (web page)"), ".html", _block_as_page),
    Exporter("annex", "pdf", N_("Annex to the letters (PDF)"), ".pdf", _block_as_pdf),
    Exporter("annex", "xlsx", N_("Annex to the letters (workbook)"), ".xlsx", _block_as_workbook),
    Exporter("annex", "txt", N_("Annex to the letters (text)"), ".txt", _block_as_text),
    Exporter("annex", "docx", N_("Annex to the letters (Word)"), ".docx", _block_as_document),
    Exporter("annex", "html", N_("Annex to the letters (web page)"), ".html", _block_as_page),
    Exporter(
        "sign-ons",
        "xlsx",
        N_("All answers, internal (workbook)"),
        ".xlsx",
        _sign_ons,
    ),
    Exporter(
        "labels-l7159",
        "pdf",
        N_("Address labels, 3 × 8 on A4 (L7159)"),
        ".pdf",
        _labels("L7159"),
    ),
    Exporter(
        "labels-l7163",
        "pdf",
        N_("Address labels, 2 × 7 on A4 (L7163)"),
        ".pdf",
        _labels("L7163"),
    ),
    Exporter(
        "labels-5160",
        "pdf",
        N_("Address labels, 3 × 10 on US Letter (5160)"),
        ".pdf",
        _labels("US_5160"),
    ),
    Exporter("envelopes-dl", "pdf", N_("Envelopes, DL (PDF)"), ".pdf", _envelopes("DL")),
    Exporter("envelopes-c5", "pdf", N_("Envelopes, C5 (PDF)"), ".pdf", _envelopes("C5")),
    Exporter(
        "envelopes-10", "pdf", N_("Envelopes, US no. 10 (PDF)"), ".pdf", _envelopes("NUMBER_10")
    ),
    Exporter("cover", "pdf", N_("Cover note with the recipients (PDF)"), ".pdf", _cover_as_pdf),
    Exporter("cover", "txt", N_("Cover note with the recipients (text)"), ".txt", _cover_as_text),
)
