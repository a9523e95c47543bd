"""Letters and lists for the clipboard: the same words as in the files, plain and rich, made by the same checks."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from signatories import preflight
from signatories.database import Database
from signatories.errors import Refused
from signatories.exports import exporter
from signatories.findings import Level
from signatories.letters.text_file import LetterFile
from signatories.merge.languages import as_written
from signatories.merge.snapshot import Choices, Snapshot, only
from signatories.merge.taking import take
from signatories.preflight import Aims
from signatories.progress import SILENT, Progress
from signatories.texts import N_


class Copied(NamedTuple):
    """What goes on the clipboard: for programs that know letters only, and for the others."""

    plain: str
    html: str


def of_product(
    database: Database,
    letter_id: int,
    product: str,
    choices: Choices,
    progress: Progress = SILENT,
) -> Copied:
    """What "letters" or "block" would print now, without pages.

    Raises as a run of it does, Refused with everything that would block it.
    """
    with database.reading() as session:
        snapshot = take(session, letter_id, choices)
    _refuse_blocked(snapshot, Aims(letters=product == "letters", pages=False))
    return _copied(snapshot, product, progress)


def of_letter(snapshot: Snapshot, recipient: int, progress: Progress = SILENT) -> Copied:
    """The letter to a recipient, by id, as it was when the snapshot was taken."""
    return _copied(only(snapshot, [recipient]), "letters", progress)


def of_preview(
    database: Database,
    letter_id: int,
    number: int,
    file: LetterFile,
    progress: Progress = SILENT,
) -> Copied:
    """The letter of the recipient of that number, from 1, with this text, as the preview shows it.

    It is a draft: nothing is looked over before. Raises as the making of a letter does.
    """
    with database.reading() as session:
        snapshot = take(session, letter_id, Choices(draft=True))
    written = as_written(snapshot, file)
    return of_letter(written, written.recipients[number - 1].id, progress)


def _refuse_blocked(snapshot: Snapshot, aims: Aims) -> None:
    found = preflight.check(snapshot, aims)
    if blocking := [each.sentence for each in found if each.level is Level.ERROR]:
        raise Refused(N_("Nothing was copied."), details=blocking)


def _copied(snapshot: Snapshot, product: str, progress: Progress) -> Copied:
    with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
        texts = [
            _made(snapshot, product, format_, Path(folder), progress) for format_ in ("txt", "html")
        ]
    return Copied(*texts)


def _made(snapshot: Snapshot, product: str, format_: str, folder: Path, progress: Progress) -> str:
    path = folder / f"copy.{format_}"
    with exporter(product, format_).making(snapshot, path, progress) as made:
        return made.beside.read_text(encoding="utf-8")
