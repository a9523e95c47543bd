"""One letter as it would be printed now, for whoever is writing it."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from signatories.choosing import Addressed
from signatories.letter_files import LetterFile
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Choices, take


@dataclass(frozen=True, slots=True)
class Preview:
    """One recipient's letter as a PDF: the one of that number, from 1, of so many (0: there is none yet)."""

    pdf: bytes
    recipient: str
    number: int
    of: int


NOBODY = Addressed(0, "", "", "", "", "", "", None, "", {})


def preview(
    session: Session, letter_id: int, number: int = 1, file: LetterFile | None = None
) -> Preview:
    """The letter of the recipient of that number (the nearest there is), with the newest text or the given one."""
    from signatories.exports import pdf  # noqa: PLC0415 - ReportLab, for those who print

    snapshot = take(session, letter_id, Choices(draft=True))
    if file is not None:
        snapshot = replace(
            snapshot, text=replace(file, language=file.language or snapshot.text.language)
        )
    recipients = snapshot.recipients
    number = min(max(number, 1), len(recipients))
    recipient = recipients[number - 1] if recipients else NOBODY
    document = LetterPages(snapshot, gaps_shown=True).document(recipient)
    with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
        path = Path(folder) / "preview.pdf"
        pdf.write(path, [document], pdf.About(title=snapshot.text.title))
        return Preview(path.read_bytes(), recipient.name, number, len(recipients))
