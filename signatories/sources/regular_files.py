"""Files that can be read to their end, and replaced: a pipe or a device may have none, and is no place for a file."""

import stat
from pathlib import Path

from signatories.errors import UnreadableFile, UnwritableFile
from signatories.texts import N_


def size_of(path: Path) -> int:
    """The bytes of a file, without opening it. Raises OSError, and UnreadableFile for a folder, a pipe, a device."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile(N_("“{file}” is a folder. Choose a file in it."), file=str(path))
    if not stat.S_ISREG(found.st_mode):
        text = N_(
            "“{file}” is a device or a pipe, not a file. Save what it gives, and import that."
        )
        raise UnreadableFile(text, file=str(path))
    return found.st_size


def read(path: Path, most: int) -> bytes:
    """The bytes of a file or of a pipe that ends, one more than `most` at most. Raises OSError.

    What the system shows as a file without bytes is not opened: it may be its log, which has no end.
    """
    found = path.stat()
    if stat.S_ISREG(found.st_mode) and not found.st_size:
        return b""
    with path.open("rb") as file:
        return file.read(most + 1)


def is_regular(path: Path) -> bool:
    """Whether a file with bytes stands there: no folder, no pipe, no device. Raises OSError where nothing does."""
    found = path.stat()
    return stat.S_ISREG(found.st_mode) and found.st_size > 0


def refuse_to_replace(path: Path) -> None:
    """Raise UnwritableFile for a pipe or a device: root would lay a file over /dev/null, for all programs."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        text = N_("{file} is a device or a pipe and is not replaced. Name a file.")
        raise UnwritableFile(text, file=path)
