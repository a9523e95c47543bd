"""Files that can be read to their end: a pipe or a device may never have one."""

import stat
from pathlib import Path

from signatories.errors import UnreadableFile
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
