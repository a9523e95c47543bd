"""A few letters made as they would be printed, to be looked at before all are: nothing is kept of them."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from signatories import pdfium
from signatories.database import Database
from signatories.errors import Refused
from signatories.exports import exporter
from signatories.merge.sampling import sample
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message


class Specimen(NamedTuple):
    """A letter to look at: whose it is, why it was picked, and its first page, from 1."""

    recipient: int
    name: str
    reasons: tuple[Message, ...]
    page: int


@dataclass(frozen=True, slots=True)
class Specimens:
    """One PDF with the letters that were picked of so many, in printing order, and what they were made of."""

    pdf: bytes
    snapshot: Snapshot
    letters: tuple[Specimen, ...]
    of: int


def make(
    database: Database,
    letter_id: int,
    choices: Choices,
    count: int,
    progress: Progress = SILENT,
) -> Specimens:
    """Make at most so many letters, counted and read back as those of a run. No file is left, and no record.

    Nothing is looked over before: what would block a run and leaves the letters printable, such as a list on which
    nobody stands, does not block the look at them. Raises Refused for what cannot be made and for a letter to nobody;
    UnwritableFile; Cancelled.
    """
    with database.reading() as session:
        snapshot = take(session, letter_id, choices)
    picked = sample(snapshot, count)
    if not picked:
        raise Refused(N_("The letter has no recipients: there is nothing to look at."))
    some = replace(snapshot, only=frozenset(one.recipient.id for one in picked))
    with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
        path = Path(folder) / "sample.pdf"
        with exporter("letters", "pdf").making(some, path, progress) as product:
            pdf = product.beside.read_bytes()
    found = zip(picked, _first_pages(pdf), strict=True)
    letters = tuple(
        Specimen(one.recipient.id, one.recipient.name, one.reasons, page) for one, page in found
    )
    return Specimens(pdf, some, letters, len(snapshot.recipients))


def _first_pages(pdf: bytes) -> list[int]:
    """The page on which each letter begins, from 1, as the outline says."""
    with pdfium.LOCK, pypdfium2.PdfDocument(pdf) as document:
        letters = [mark for mark in document.get_toc() if mark.level == 0]
        return [mark.get_dest().get_index() + 1 for mark in letters]
