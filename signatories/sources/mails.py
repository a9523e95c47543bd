"""Mails from files: single ones (.eml), mailboxes (.mbox) and Outlook's (.msg), one after the other."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from signatories.errors import UnreadableFile
from signatories.sources import mail_outlook
from signatories.sources.documents import Mail
from signatories.sources.mail_parsing import LARGEST, Place, mail_from
from signatories.texts import N_, Message, message

FORMATS = ("eml", "mbox", "msg")
"""Kinds of files with mails."""

COLUMNS = ("sender", "address", "date", "subject", "automatic", "text")
"""What the cells of a mail's row are."""

_PARSED = 4_000_000  # bytes of one mail that are looked at: its text comes before its attachments
_LINE = 1 << 20  # bytes read at once, where no line ends
_BOM = b"\xef\xbb\xbf"
_FROM_LINE = re.compile(rb"From \S+.*\d\d:\d\d.*\d{4}")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:|[ \t]")
_TELLING = frozenset({b"from", b"date", b"subject", b"received", b"message-id", b"return-path"})


def read(path: Path, kind: str) -> Iterator[Mail]:
    """The mails of a file of one of FORMATS, holding one at a time. Raises UnreadableFile where it has none."""
    if kind == "mbox":
        return _of_mailbox(path)
    return _outlook(path) if kind == "msg" else _single(path)


def kind_of(start: bytes, suffix: str) -> str | None:
    """What a file that begins so is, of FORMATS; `suffix` decides only where two kinds begin alike."""
    if _FROM_LINE.match(start):
        return "mbox"
    if start.startswith(b"\xd0\xcf\x11\xe0") and suffix.lower() == ".msg":
        return "msg"
    return "eml" if looks_like_mail(start) else None


def looks_like_mail(start: bytes) -> bool:
    """Whether a file or a pasted text that begins so is a mail: lines of headers, two of them well known."""
    names = set()
    for line in start.removeprefix(_BOM).lstrip().splitlines():
        found = _HEADER.match(line)
        if found is None:
            break
        names.add((found[1] or b"").lower())
    return len(names & _TELLING) >= 2


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

    Raises UnreadableFile when it is larger than 25 MB, or its file is gone or changed since it was read.
    """
    if mail.end - mail.start > LARGEST:
        text = N_("Mail {line} is larger than 25 MB and is not kept.")
        raise UnreadableFile(text, line=mail.line)
    try:
        with Path(mail.file).open("rb") as file:
            file.seek(mail.start)
            content = file.read(mail.end - mail.start)
    except OSError as error:
        text = N_("“{file}” could not be read again: {reason}.")
        raise UnreadableFile(text, file=mail.file, reason=error.strerror or error) from error
    if hashlib.sha256(content).hexdigest() != mail.digest:
        text = N_("“{file}” has changed since its mails were read. Open it again.")
        raise UnreadableFile(text, file=mail.file)
    return content


def _single(path: Path) -> Iterator[Mail]:
    piece = _Piece(0)
    with path.open("rb") as file:
        while line := file.readline(_LINE):
            piece.add(line)
    if not looks_like_mail(bytes(piece.content[:_LINE])):
        refusal = no_mail(path)
        raise UnreadableFile(refusal.key, **refusal.values)
    yield _mail(piece, 1, path)


def _of_mailbox(path: Path) -> Iterator[Mail]:
    number = 0
    with path.open("rb") as file:
        for number, piece in enumerate(_pieces(file), 1):
            yield _mail(piece, number, path)
    if not number:
        raise UnreadableFile(N_("“{file}” is no mailbox: no mail begins in it."), file=path.name)


def _outlook(path: Path) -> Iterator[Mail]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    yield mail_outlook.read(path, Place(1, 0, path.stat().st_size, digest, str(path)))


class _Piece:
    """The bytes of one mail in its file, counted and digested; the beginning of them is kept."""

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.content = bytearray()
        self.digest = hashlib.sha256()

    def add(self, line: bytes) -> None:
        self.end += len(line)
        self.digest.update(line)
        if len(self.content) < _PARSED:
            self.content += line


def _pieces(file: BinaryIO) -> Iterator[_Piece]:
    """The mails of a mailbox: each follows a line that begins with From, itself after a blank line."""
    piece: _Piece | None = None
    blank: bytes | None = (
        b""  # the blank line just read: the mail's own only where another line of it follows
    )
    place = 0
    while line := file.readline(_LINE):
        place += len(line)
        if blank is not None and _FROM_LINE.match(line):
            if piece is not None:
                yield piece
            piece, blank = _Piece(place), None
        elif piece is not None:
            piece.add(blank or b"")
            blank = line if not line.strip(b"\r\n") else None
            piece.add(line if blank is None else b"")
        elif line.strip():
            return
    if piece is not None:
        yield piece


def _mail(piece: _Piece, number: int, path: Path) -> Mail:
    content = bytes(piece.content).removeprefix(_BOM).lstrip()
    place = Place(number, piece.start, piece.end, piece.digest.hexdigest(), str(path))
    return mail_from(_QUOTED_FROM.sub(rb"\1", content), place)
