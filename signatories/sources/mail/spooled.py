"""Mails on their way from the child to the parent: as JSON, and back."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from signatories.sources import shapes, spool
from signatories.sources.documents import Mail, Row
from signatories.sources.limits import MOST_LINES
from signatories.sources.lots import Lot
from signatories.sources.mail import mails

_PLACE = shapes.whole(0, 1 << 50)
_TEXTS = shapes.many(shapes.text)
_MAIL = shapes.record(
    line=shapes.whole(1, MOST_LINES),
    start=_PLACE,
    end=_PLACE,
    sender=shapes.text,
    address=shapes.text,
    to=_TEXTS,
    subject=shapes.text,
    sent_at=shapes.optional(shapes.moment),
    message_id=shapes.text,
    answers_to=_TEXTS,
    text=shapes.text,
    attachments=_TEXTS,
    digest=shapes.digest,
    file=shapes.whole(0, MOST_LINES),
    is_automatic=shapes.flag,
    problems=shapes.many(shapes.message),
)


def as_data(mail: Mail, numbers: dict[str, int]) -> dict[str, Any]:
    """A mail as JSON can hold it. Its file is a number: the parent opens none that it did not ask about."""
    sent_at = mail.sent_at.isoformat() if mail.sent_at else None
    problems = [problem.as_data() for problem in mail.problems]
    file = numbers[mail.file]
    return {**asdict(mail), "sent_at": sent_at, "problems": problems, "file": file}


def mails_of(paths: Sequence[Path], text: str) -> list[Mail]:
    """The mails of a chunk of a spool, in these files. Raises ValueError or IndexError where they are none."""
    return [_mail(paths, each) for each in spool.data(text)]


def rows_of(paths: Sequence[Path], text: str) -> Lot:
    """The same mails, each as a row of a table."""
    return Lot.of([Row(mail.line, mails.cells(mail)) for mail in mails_of(paths, text)])


def _mail(paths: Sequence[Path], data: object) -> Mail:
    found = _MAIL(data)
    if found["start"] > found["end"]:
        raise ValueError("a mail that ends before it begins")
    return Mail(**{**found, "file": str(paths[found["file"]])})
