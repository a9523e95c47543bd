"""The products that can be made of a letter, in the order of the menu."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from signatories.errors import Refused
from signatories.merge.snapshot import Snapshot
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote, counted while writing.

    `recipients`: those that got a letter; `lines`: the signatories that are shown, however often. `warnings`: what
    the format could not hold.
    """

    files: tuple[Path, ...]
    documents: int = 0
    pages: int = 0
    recipients: int = 0
    lines: int = 0
    warnings: tuple[Message, ...] = ()


class Write(Protocol):
    """Makes a product of a snapshot.

    What stood at `path` stays whole until the product is finished, counted and opened again. Raises UnwritableFile,
    and Cancelled when `progress` asks to stop.
    """

    def __call__(self, snapshot: Snapshot, path: Path, progress: Progress) -> Written:
        """Write the product to `path`; say what was written."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A product in one format; with `separate`, a folder of files. `suffix`: what its file's name ends in."""

    product: str
    format: str
    title: str
    suffix: str
    load: Callable[[], Write]
    separate: bool = False

    def write(self, snapshot: Snapshot, path: Path, progress: Progress = SILENT) -> Written:
        """Make the product, as `Write` promises."""
        return self.load()(snapshot, path, progress)


def exporter(product: str, format: str, *, separate: bool = False) -> Exporter:  # noqa: A002 - the word of the command line
    """The exporter of a product in a format. Raises Refused, naming what there is."""
    for each in EXPORTERS:
        if (each.product, each.format, each.separate) == (product, format, separate):
            return each
    there_is = ", ".join(dict.fromkeys(f"{each.product} ({each.format})" for each in EXPORTERS))
    text = N_("“{product}” cannot be made as {format}. There is: {there_is}.")
    if separate and any(each.product == product for each in EXPORTERS):
        text = N_("Only letters as pdf can be made one by one, not “{product}” as {format}.")
    raise Refused(text, product=product, format=format, there_is=there_is)


# Imported when asked for: a list as text must not pay for PDF fonts, nor a letter for workbooks.


def _letters() -> Write:
    from signatories.exports.letters import write  # noqa: PLC0415

    return write


def _separate_letters() -> Write:
    from signatories.exports.letters import write_separately  # noqa: PLC0415

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


def _sign_ons() -> Write:
    from signatories.exports.lists import write_sign_ons  # noqa: PLC0415

    return write_sign_ons


EXPORTERS = (
    Exporter("letters", "pdf", N_("Letters in one file (PDF)"), ".pdf", _letters),
    Exporter(
        "letters", "pdf", N_("Letters, one file each (PDF)"), "", _separate_letters, separate=True
    ),
    Exporter("block", "pdf", N_("List of signatories (PDF)"), ".pdf", _block_as_pdf),
    Exporter("block", "xlsx", N_("List of signatories (workbook)"), ".xlsx", _block_as_workbook),
    Exporter("block", "txt", N_("List of signatories (text)"), ".txt", _block_as_text),
    Exporter(
        "sign-ons",
        "xlsx",
        N_("All answers, internal (workbook)"),
        ".xlsx",
        _sign_ons,
    ),
)
