"""Overwrites what was erased: SQLite only marks it as free, in the file and in the log beside it.

What the disk itself keeps of a file's earlier blocks is beyond any program.
"""

import sqlite3
from pathlib import Path

from sqlalchemy.orm import Session

from signatories.database.connections import connected, plain_words
from signatories.errors import WorkspaceError
from signatories.models import WorkspaceSetting
from signatories.texts import N_

_PENDING = "to be overwritten"
_TOUCH = "UPDATE workspace_settings SET value = hex(randomblob(8)) WHERE key = ?"
"""Puts something into SQLite's log: while that is empty, who reads the file itself is not seen to be in the way."""


def ask_for(session: Session) -> None:
    """Note, in the transaction that erases, that the file is to be overwritten: whoever opens it next does it."""
    session.merge(WorkspaceSetting(key=_PENDING, value="yes"))


def is_asked_for(session: Session) -> bool:
    """Whether something was erased and not yet overwritten."""
    found = session.connection().exec_driver_sql(
        "SELECT 1 FROM workspace_settings WHERE key = ?", (_PENDING,)
    )
    return found.first() is not None


def overwrite(path: Path) -> None:
    """Write the whole file anew, and cut its log to nothing.

    Raises WorkspaceError while anybody reads or writes it, before the work and without waiting for them.
    """
    with plain_words(path), connected(path) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute(_TOUCH, (_PENDING,))
        _cut_log(connection, path)
        connection.execute("VACUUM")
        _cut_log(connection, path)
        connection.execute("DELETE FROM workspace_settings WHERE key = ?", (_PENDING,))


def _cut_log(connection: sqlite3.Connection, path: Path) -> None:
    (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise WorkspaceError(_IN_USE, file=path)


_IN_USE = N_(
    "{file} is being read, and what was erased is not yet overwritten in it. "
    "That is done when it is closed and nobody else has it open."
)
