"""Opening a file or a paste: what stands in it, as rows with their line numbers."""

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path

from signatories.errors import UnreadableFile
from signatories.progress import SILENT, Progress
from signatories.sources import tables_of_text
from signatories.sources.documents import How, SheetInfo, Source
from signatories.sources.encodings import decode
from signatories.texts import N_

PASTED = N_("pasted text")
AS_FOUND = How()

_SELF_EVIDENT = ("utf-8", "utf-16", "utf-32")  # nothing else reads as these by accident


def open_file(path: Path, how: How = AS_FOUND, progress: Progress = SILENT) -> Source:
    """Read a table or a list of lines; what `how` leaves open is found by looking.

    Raises UnreadableFile when the file is missing, a folder, forbidden, empty, of another kind, or has no such sheet,
    and Cancelled.
    """
    progress.report(0, None, N_("Reading"))
    return open_bytes(_bytes(path), path.name, how)


def open_bytes(data: bytes, name: str = PASTED, how: How = AS_FOUND) -> Source:
    """Read what another program hands over, in whatever encoding. Raises UnreadableFile."""
    text, found = decode(data, name, how.encoding)
    guessed = how.encoding is None and found not in _SELF_EVIDENT
    return replace(_source(name, text, found, data, how), guessed=guessed)


def open_text(text: str, name: str = PASTED, how: How = AS_FOUND) -> Source:
    """Read pasted text: lines, or a table when it comes from a sheet. Raises UnreadableFile if empty."""
    data = text.encode("utf-16-le", "surrogatepass")
    whole = data.decode("utf-16-le", "replace")  # half a character cannot be stored
    return _source(name, whole, "utf-8", whole.encode(), how)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        text = N_("There is no file “{file}”. Check the name and the folder.")
        raise UnreadableFile(text, file=str(path)) from error
    except OSError as error:
        text = N_("“{file}” cannot be opened: {reason}.")
        if path.is_dir():
            text = N_("“{file}” is a folder. Choose a file in it.")
        raise UnreadableFile(text, file=str(path), reason=error.strerror) from error


def _source(name: str, text: str, encoding: str, data: bytes, how: How) -> Source:
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableFile(N_("“{file}” is empty."), file=name)
    separator, rows = tables_of_text.read(text, name, how)
    kind = {None: "txt", "\t": "tsv"}.get(separator, "csv")
    return Source(
        name,
        kind,
        encoding,
        hashlib.sha256(data).hexdigest(),
        rows,
        separator=separator,
        sheets=(SheetInfo("", len(rows)),),
        lines=partial(_source, name, text, encoding, data, replace(how, as_lines=True)),
    )
