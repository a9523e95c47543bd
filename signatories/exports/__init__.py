"""The products that can be made of a letter, in the order of the menu."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from signatories.errors import Refused
from signatories.exports.index import refuse_others
from signatories.exports.swapping import Beside, replacing_file, replacing_folder
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote, counted while writing.

    `documents`: letters, or the one list; `lines`: the sign-ons that are shown, however often. `warnings`: what the
    format could not hold.
    """

    documents: int
    lines: int
    pages: int = 0
    warnings: tuple[Message, ...] = ()


class Write(Protocol):
    """Makes a product of a snapshot, counts it and opens it again.

    Raises UnwritableFile, Refused when it is not what the snapshot says, and Cancelled when `progress` asks to stop.
    """

    def __call__(self, snapshot: Snapshot, path: Path, progress: Progress) -> Written:
        """Write the product to a new file, or into a new folder, at `path`; say what was written."""


class Expected(NamedTuple):
    """How many documents a product must have, and how many sign-ons they must show."""

    documents: int
    lines: int


class Product(NamedTuple):
    """A finished product, of this snapshot. It stands `beside` its place until `swap_in` puts it there."""

    snapshot: Snapshot
    written: Written
    beside: Path
    swap_in: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A product in one format; with `separate`, a folder of files. `suffix`: what its file's name ends in."""

    product: str
    format: str
    title: str
    suffix: str
    load: Callable[[], Write]
    separate: bool = False

    @property
    def needs_confirmed(self) -> bool:
        """Whether it prints the list of the confirmed, which must not be empty."""
        return self.product != "sign-ons"

    @contextmanager
    def making(
        self, snapshot: Snapshot, path: Path, progress: Progress = SILENT
    ) -> Iterator[Product]:
        """The finished product, counted; what stands at `path` stays until it is swapped in.

        Raises as `Write` does, and UnwritableFile for a folder with anything but letters of ours.
        """
        shown = _SHOWN[self.product](snapshot)
        with self._replacing(path) as beside:
            written = self.load()(shown, beside.path, progress)
            if (written.documents, written.lines) != _EXPECTED[self.product](shown):
                raise Refused(N_("What was made is not what the letter says; nothing was written."))
            yield Product(shown, written, beside.path, beside.swap_in)

    def _replacing(self, path: Path) -> AbstractContextManager[Beside]:
        return replacing_folder(path, refuse_others) if self.separate else replacing_file(path)


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


def _of_letters(snapshot: Snapshot) -> Expected:
    """A letter for each recipient; every line that some of them are to see."""
    recipients, block = snapshot.recipients, snapshot.block
    if block.place is Place.COUNT_ONLY:
        return Expected(len(recipients), 0)
    if block.reduced:
        lists = (snapshot.signatories_for(recipient) for recipient in recipients)
        shown = {line.sign_on_id for lines in lists for line in lines if not line.withheld}
        return Expected(len(recipients), len(shown))
    ids = {recipient.id for recipient in recipients}
    return Expected(len(recipients), sum(not ids <= line.never_to for line in snapshot.printed))


def _of_list(snapshot: Snapshot) -> Expected:
    return Expected(1, len(snapshot.printed))


_SHOWN: dict[str, Callable[[Snapshot], Snapshot]] = {
    "letters": lambda snapshot: snapshot,
    "block": lambda snapshot: snapshot.public,
    "annex": lambda snapshot: snapshot.annexed,
    "sign-ons": lambda snapshot: snapshot,
}
"""What of a snapshot a product may show."""

_EXPECTED: dict[str, Callable[[Snapshot], Expected]] = {
    "letters": _of_letters,
    "block": _of_list,
    "annex": _of_list,
    "sign-ons": lambda snapshot: Expected(1, len(snapshot.sign_ons)),
}

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
)
