"""Opening a file or a paste: what stands in it, as rows with their line numbers."""

import hashlib
import io
import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from signatories.errors import UnreadableFile
from signatories.progress import SILENT, Progress
from signatories.sources import (
    answers,
    child,
    encodings,
    kinds,
    mail_signs,
    private_folders,
    regular_files,
    text_files,
)
from signatories.sources.documents import Document, How, Mail, Row, Sheet, SheetInfo, Source
from signatories.sources.encodings import EncodingChoice
from signatories.sources.mail import mails
from signatories.sources.worker import ROWS
from signatories.texts import N_

PASTED = N_("pasted text")
AS_FOUND = How()

_LARGEST = 2_000_000_000  # bytes
_MOST_PIPED = 100_000_000  # bytes: they are in memory, where a file's are not
_PREVIEWED = 1 << 18  # bytes
_TEXTS = ("csv", "tsv", "txt")


def open_file(path: Path, how: How = AS_FOUND, progress: Progress = SILENT) -> Source:
    """Read a file in a child process; what `how` leaves open is found by looking.

    Raises UnreadableFile when the file is missing, a folder, a device, forbidden, empty, damaged, locked, too big, of
    a kind that is not read, or has no such sheet; and Cancelled.
    """
    _check(path)
    source = _document(path, path.name, how, progress).source(how.sheet)
    if source.format not in _TEXTS:
        return source.as_lines() if how.as_lines else source
    again = replace(how, as_lines=True, encoding=source.encoding)
    return replace(source, lines=partial(_same_file, path, again, source.digest))


def open_mails(paths: Sequence[Path], progress: Progress = SILENT) -> Source:
    """Read several files of mails as one; a file that cannot be read is a row that says why.

    Where the child dies of one of them, each gets a child of its own. Raises Cancelled.
    """
    first, *further = paths
    name = f"{first.name} (+{len(further)})"
    try:
        _check(first)
        return replace(
            _document(first, first.name, AS_FOUND, progress, further).source(), name=name
        )
    except UnreadableFile:
        each_of = (mail for path in paths for mail in _mails_of(path, progress))
        found = [replace(mail, line=number) for number, mail in enumerate(each_of, 1)]
    rows = tuple(Row(mail.line, mails.cells(mail)) for mail in found)
    digest = hashlib.sha256("".join(mail.digest for mail in found).encode()).hexdigest()
    sheets = (SheetInfo("", len(rows)),)
    return Source(name, "eml", "utf-8", digest, rows, sheets=sheets, mails=tuple(found))


def open_html(html: str, how: How = AS_FOUND, progress: Progress = SILENT) -> Source:
    """Read what a page or a word processor put on the clipboard: tables, lists, lines.

    Raises UnreadableFile, also when nothing stands on it, and Cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="signatories-pasted-") as folder:
        page = Path(folder) / "pasted.html"
        page.write_bytes(html.encode("utf-8", "replace"))
        document = _document(page, PASTED, replace(how, encoding="utf-8"), progress)
    source = document.source(how.sheet)
    return source.as_lines() if how.as_lines else source


def open_bytes(data: bytes, name: str = PASTED, how: How = AS_FOUND) -> Source:
    """Read text that another program hands over, in whatever encoding. Raises UnreadableFile, also if it is no text."""
    kind = kinds.kind_of(io.BytesIO(data), name, PurePath(name).suffix)
    if kind in mail_signs.FORMATS:
        return _pasted_mails(data, name)
    if kind not in ("text", "json", "jsonl", "yaml"):
        text = N_("“{file}” is no text. Save it as a file, and import that.")
        raise UnreadableFile(text, file=name)
    return _from_memory(data, name, how)


def open_stream(stream: BinaryIO, how: How = AS_FOUND) -> Source:
    """Read what another program pipes, to its end. Raises UnreadableFile as open_bytes, and beyond 100 MB."""
    data = stream.read(_MOST_PIPED + 1)
    if len(data) > _MOST_PIPED:
        text = N_("More than 100 MB cannot be piped. Save it as a file, and import that.")
        raise UnreadableFile(text)
    return open_bytes(data, how=how)


def are_mails(paths: Sequence[Path]) -> bool:
    """Whether all of these are files of mails, by how they begin."""
    return all(map(_is_of_mails, paths))


def open_text(text: str, name: str = PASTED, how: How = AS_FOUND) -> Source:
    """Read pasted text: a mail, lines, or a table when it comes from a sheet. Raises UnreadableFile if empty."""
    data = text.encode("utf-16-le", "surrogatepass")
    whole = data.decode("utf-16-le", "replace")  # half a character cannot be stored
    if mail_signs.looks_like_mail(whole[:_PREVIEWED].encode()):
        return _pasted_mails(whole.encode(), name)
    return _from_memory(whole.encode(), name, replace(how, encoding="utf-8"))


def encodings_of(path: Path) -> tuple[EncodingChoice, ...]:
    """The encodings that a text file may have, the likeliest first, with lines as they would read.

    Raises UnreadableFile when it is missing, a folder or forbidden.
    """
    _check(path)
    with path.open("rb") as file:
        return encodings.choices(file.read(_PREVIEWED))


def _pasted_mails(data: bytes, name: str) -> Source:
    """Mails without a file: they are kept in one that goes with the rows, so that they can become proofs."""
    folder = private_folders.make()
    pasted = folder / "pasted.eml"
    pasted.write_bytes(data)
    try:
        source = _document(pasted, name, AS_FOUND, SILENT).source()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(source.mails, shutil.rmtree, folder, ignore_errors=True)
    return source


def _is_of_mails(path: Path) -> bool:
    try:
        _check(path)
        with path.open("rb") as file:
            return kinds.kind_of(file, path.name, path.suffix) in mail_signs.FORMATS
    except (OSError, UnreadableFile):
        return False


def _document(
    path: Path, name: str, how: How, progress: Progress, further: Sequence[Path] = ()
) -> Document:
    """What the child reads. Its folder goes with the rows, or at once if there are none."""
    folder = private_folders.make()
    try:
        answer = child.read(path, name, how, folder, progress, further)
        paths = [each.absolute() for each in (path, *further)]
        return answers.document(answer, name, folder, folder / ROWS, paths)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _mails_of(path: Path, progress: Progress) -> Sequence[Mail]:
    """The mails of one file among several, or what says why there are none."""
    try:
        return open_file(path, progress=progress).mails or (
            mails.unread(path, mails.no_mail(path)),
        )
    except UnreadableFile as error:
        return (mails.unread(path, error.message),)


def _check(path: Path) -> None:
    try:
        size = regular_files.size_of(path)
        path.open("rb").close()
    except FileNotFoundError as error:
        text = N_("There is no file “{file}”. Check the name and the folder.")
        raise UnreadableFile(text, file=str(path)) from error
    except OSError as error:
        text = N_("“{file}” cannot be opened: {reason}.")
        raise UnreadableFile(text, file=str(path), reason=error.strerror) from error
    if not size:  # as the system's own have it that look like files, and may not end
        raise UnreadableFile(N_("“{file}” is empty."), file=path.name)
    if size > _LARGEST:
        text = N_("“{file}” is larger than 2 GB. Save it in smaller parts.")
        raise UnreadableFile(text, file=path.name)


def _same_file(path: Path, how: How, digest: str) -> Source:
    source = open_file(path, how)
    if source.digest != digest:
        text = N_("“{file}” has changed since it was opened. Open it again.")
        raise UnreadableFile(text, file=path.name)
    return source


def _from_memory(data: bytes, name: str, how: How) -> Source:
    reading = text_files.read_from(partial(io.BytesIO, data), name, how)
    sheets = [
        Sheet(sheet.name, tuple(Row(line, tuple(cells)) for line, cells in sheet.rows))
        for sheet in reading.sheets
    ]
    document = Document(
        name,
        reading.format,
        reading.encoding,
        hashlib.sha256(data).hexdigest(),
        tuple(sheets),
        reading.guessed,
        reading.separator,
    )
    again = replace(how, as_lines=True)
    return replace(document.source(), lines=partial(_from_memory, data, name, again))
