"""What a file begins with: whether it is a workspace of ours, and of which schema."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from signatories import migrations
from signatories.errors import WorkspaceError
from signatories.sources import regular_files
from signatories.texts import N_

APPLICATION_ID = 0x53474E54  # "SGNT"
_MAGIC = b"SQLite format 3\0"


def inspect_header(path: Path) -> int:
    """The schema number of a workspace file, read from its first bytes. Raises WorkspaceError if it is not ours."""
    if path.is_dir():
        raise WorkspaceError(N_("{file} is a folder, not a workspace file."), file=path)
    try:
        path.stat()
        head = _head(path)
    except FileNotFoundError:
        raise WorkspaceError(N_("There is no workspace at {file}."), file=path) from None
    except OSError as error:
        raise WorkspaceError(
            N_("{file} cannot be opened: {reason}."), file=path, reason=error.strerror
        ) from error
    if head is None or head.application != APPLICATION_ID:
        raise WorkspaceError(
            N_("{file} is not a workspace of this program; it was left as it is."), file=path
        )
    version = head.schema
    if version > migrations.SCHEMA:
        raise WorkspaceError(
            N_(
                "{file} was made by a newer version of this program. Install that version to open it."
            ),
            file=path,
        )
    return version


def is_workspace(path: Path) -> bool:
    """Whether a file begins as our workspaces do, of whatever age, or is a file that is kept beside one."""
    owner = re.sub("-(wal|shm|journal|open)$", "", str(path.resolve()))
    return _begins_as_ours(path) or _begins_as_ours(Path(owner))


def _begins_as_ours(path: Path) -> bool:
    try:
        head = _head(path)
    except OSError:
        return False
    return head is not None and head.application == APPLICATION_ID


class _Head(NamedTuple):
    """What the first bytes of a SQLite file say: whose it is, and the number of its schema."""

    application: int
    schema: int


def _head(path: Path) -> _Head | None:
    """What a file begins with; None for one that is not SQLite's. Raises OSError.

    SQLite reads it: to open and close a workspace by other means lets go of the locks that this process has on it
    (POSIX; "How To Corrupt An SQLite Database File", 2.2), and the next process that is killed damages it.
    """
    if not regular_files.is_regular(path):  # to open a pipe would wait for somebody who writes
        return None
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            application, schema = (
                connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version")
            )
    except sqlite3.Error:  # damaged or none of SQLite's: nobody has it open
        return _head_in_bytes(path)
    return _Head(application, schema)


def _head_in_bytes(path: Path) -> _Head | None:
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_MAGIC):
        return None
    return _Head(int.from_bytes(head[68:72]), int.from_bytes(head[60:64]))
