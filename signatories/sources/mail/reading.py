"""Reads files of mails in the child: single ones (.eml), mailboxes (.mbox), and those of Outlook (.msg)."""

import gc
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from signatories.errors import UnreadableFile
from signatories.sources import mail_signs, regular_files
from signatories.sources.documents import Mail
from signatories.sources.kinds import kind_of
from signatories.sources.mail import mails
from signatories.sources.mail.parsing import Place, mail_from
from signatories.sources.readings import Asked, Reading
from signatories.texts import N_, message

_PARSED = 4_000_000  # bytes of one mail that are looked at: its text comes before its attachments
_CUT = message(N_("Only its first 4 MB were read: text and attachments beyond are not listed."))
_LINE = 1 << 20  # bytes read at once, where no line ends
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(asked: Asked) -> Reading:
    """The mails of a file, or of several as one. Raises UnreadableFile for a file that is alone."""
    gc.enable()  # the worker does without, but parts of mails refer to each other
    if not asked.further:
        return Reading(asked.kind, iter(()), mails=mails_in(asked.path, asked.kind))
    return Reading(asked.kind, iter(()), mails=_joined((asked.path, *asked.further)))


def _joined(paths: Iterable[Path]) -> Iterator[Mail]:
    """The mails of all files, numbered through. Of a file that cannot be read a mail is left that says why."""
    each_of = (mail for path in paths for mail in _of_one(path))
    return (replace(mail, line=number) for number, mail in enumerate(each_of, 1))


def _of_one(path: Path) -> Iterator[Mail]:
    try:
        regular_files.size_of(path)
        with path.open("rb") as file:
            kind = kind_of(file, path.name, path.suffix)
        yield from mails_in(path, kind if kind in mail_signs.FORMATS else "eml")
    except UnreadableFile as error:
        yield mails.unread(path, error.message)
    except OSError as error:
        text = N_("“{file}” cannot be opened: {reason}.")
        yield mails.unread(path, message(text, file=path.name, reason=error.strerror or error))


def mails_in(path: Path, kind: str) -> Iterator[Mail]:
    """The mails of a file of one of FORMATS, holding one at a time. Raises UnreadableFile where it has none."""
    if kind == "mbox":
        return _of_mailbox(path)
    return _outlook(path) if kind == "msg" else _single(path)


def _single(path: Path) -> Iterator[Mail]:
    piece = _Piece(0)
    with path.open("rb") as file:
        while line := file.readline(_LINE):
            piece.add(line)
    if not mail_signs.looks_like_mail(bytes(piece.content[:_LINE])):
        refusal = mails.no_mail(path)
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
    from signatories.sources.mail import outlook  # noqa: PLC0415 - 30 ms that other mails need not pay

    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    yield outlook.read(path, Place(1, 0, path.stat().st_size, digest, str(path)))


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
        if blank is not None and mail_signs.FROM_LINE.match(line):
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
    content = bytes(piece.content).removeprefix(mail_signs.BOM).lstrip()
    place = Place(number, piece.start, piece.end, piece.digest.hexdigest(), str(path))
    found = mail_from(_QUOTED_FROM.sub(rb"\1", content), place)
    if piece.end - piece.start <= len(piece.content):
        return found
    return replace(found, problems=(*found.problems, _CUT))
