"""One letter as it would be printed now, for whoever is writing it."""

import datetime as dt
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories.lasting import many_objects
from signatories.letters.text_file import LetterFile
from signatories.merge.languages import as_written
from signatories.merge.letters import Letters
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import ChangeSet
from signatories.recipients.choosing import Addressed
from signatories.typesetting.layout import Typesetter


@dataclass(frozen=True, slots=True)
class Preview:
    """One recipient's letter as a PDF: the one of that number, from 1, of so many (0: there is none yet).

    `language` is that of its text.
    """

    pdf: bytes
    language: str
    recipient: str
    number: int
    of: int


NOBODY = Addressed(0, "", "", "", "", "", "", None, "", {})


class Previews:
    """Sets the letters of one letter. Any thread may use it; they wait for each other.

    What it read is kept until the workspace changes or the day does, and the words that it ever shaped for good: it
    is asked after every pause in the typing.
    """

    def __init__(self, letter_id: int) -> None:
        self._letter_id = letter_id
        self._setter = Typesetter()
        self._lock = threading.Lock()
        self._kept: tuple[tuple[int | None, dt.date], Snapshot] | None = None

    def look(self, session: Session, number: int = 1, file: LetterFile | None = None) -> Preview:
        """The letter of the recipient of that number (the nearest there is), with the newest text or the given one."""
        with self._lock, many_objects():
            snapshot = self._snapshot(session)
            return self._set(as_written(snapshot, file) if file else snapshot, number)

    def _snapshot(self, session: Session) -> Snapshot:
        newest = session.scalar(select(func.max(ChangeSet.id)))
        today = dt.datetime.now(dt.UTC).astimezone().date()
        state = newest, today
        if self._kept is None or self._kept[0] != state:
            self._kept = state, take(session, self._letter_id, Choices(draft=True))
        return self._kept[1]

    def _set(self, snapshot: Snapshot, number: int) -> Preview:
        from signatories.exports import pdf  # noqa: PLC0415 - ReportLab, for those who print

        recipients = snapshot.recipients
        number = min(max(number, 1), len(recipients))
        recipient = recipients[number - 1] if recipients else NOBODY
        pages = Letters(snapshot, gaps_shown=True, setter=self._setter)
        pages.misfits()  # of the look before: nobody asks for them here
        document = pages.document(recipient)
        with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
            path = Path(folder) / "preview.pdf"
            pdf.write(path, [document], pdf.About(title=snapshot.text.title))
            language = document.language
            return Preview(path.read_bytes(), language, recipient.name, number, len(recipients))
