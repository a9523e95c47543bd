"""What stands for a mail: a row of a table, a reason, its bytes as a proof. Reads no mail itself: the parent may."""

import hashlib
from pathlib import Path

from signatories.errors import UnreadableFile
from signatories.sources import regular_files
from signatories.sources.documents import Mail
from signatories.texts import N_, Message, message

LARGEST = 25_000_000
"""Bytes of a mail that can be kept as a proof."""

COLUMNS = ("sender", "address", "date", "subject", "automatic", "text")
"""What the cells of a mail's row are."""


def no_mail(path: Path) -> Message:
    """What is said of a file that holds no mail."""
    return message(N_("“{file}” is no mail: it does not say who sent it."), file=path.name)


def unread(path: Path, reason: Message) -> Mail:
    """What stands for a file among others that could not be read: a mail of nobody that says why."""
    return Mail(
        1, 0, 0, "", "", (), path.name, None, "", (), "", file=str(path), problems=(reason,)
    )


def cells(mail: Mail) -> tuple[str, ...]:
    """A mail as a row of a table, by COLUMNS."""
    day = mail.sent_at.isoformat(timespec="seconds") if mail.sent_at else ""
    automatic = "yes" if mail.is_automatic else ""
    return (mail.sender, mail.address, day, mail.subject, automatic, mail.text)


def bytes_of(mail: Mail) -> bytes:
    """The mail as it came, to be kept as a proof.

    Raises UnreadableFile when it is larger than 25 MB, or its file is gone, no file any more, or changed.
    """
    if mail.end - mail.start > LARGEST:
        text = N_("Mail {line} is larger than 25 MB and is not kept.")
        raise UnreadableFile(text, line=mail.line)
    try:
        size = regular_files.size_of(Path(mail.file))
        with Path(mail.file).open("rb") as file:
            file.seek(mail.start)
            content = file.read(mail.end - mail.start)
    except OSError as error:
        text = N_("“{file}” could not be read again: {reason}.")
        raise UnreadableFile(text, file=mail.file, reason=error.strerror or error) from error
    if mail.end > size or hashlib.sha256(content).hexdigest() != mail.digest:
        text = N_("“{file}” has changed since its mails were read. Open it again.")
        raise UnreadableFile(text, file=mail.file)
    return content
