"""Connections to a workspace file: how SQLite is set up, and its troubles in words."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool

from signatories.errors import Refused, WorkspaceError
from signatories.recording.images import to_json
from signatories.texts import N_

BUSY_MS = 5000  # how long a writer waits for another one

_IMMUTABLE = "&immutable=1"  # read without locks: nobody writes there
_PRAGMAS = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON")
_WRITER_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL loses acknowledged work when the power fails
    "fullfsync = ON",  # macOS: fsync alone does not reach the disk
    "checkpoint_fullfsync = ON",
)
_WRITERS_CACHE = (
    16_384  # kilobytes: bulk rows go into the middle of indexes; twice as much is hardly faster
)
_READERS_CACHE = 8_192  # more makes no list quicker to read

_WRITERS_JOURNAL = "MEMORY"
"""Where SQLite copies each page that a statement changes, lest it fails: in a file 100,000 sign-ons took 3 GB."""

_MEANWHILE = N_(
    "Somebody changed or removed meanwhile what this was about. Look again; nothing was changed."
)
_DAMAGED = N_("{file} is damaged. Restore a backup; the damaged file was left as it is.")
_MALFORMED = "malformed"
_SIGNS = {
    "locked": N_("{file} is being written by another program. Try again in a moment."),
    "full": N_("The disk that holds {file} is full. Make room and try again; nothing was changed."),
    "readonly": N_("{file} is read-only: nothing can be changed."),
    "unable to open": N_("{file} cannot be opened: its folder does not allow it."),
    _MALFORMED: _DAMAGED,
    "not a database": _DAMAGED,
    "Could not decode": _DAMAGED,  # a text whose bytes are none
    "FOREIGN KEY": _MEANWHILE,
    "disk I/O": N_("The disk that holds {file} does not answer. Nothing was changed."),
}


def make_engine(path: Path, *, read_only: bool, brief: bool = False) -> Engine:
    """An engine whose connections are set up; sessions with the option `immediate` take the lock at once.

    `brief` as for `connect`.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect(path, read_only=read_only, brief=brief),
        poolclass=QueuePool,
        json_serializer=to_json,
        hide_parameters=True,  # names and texts belong in no log, and not on a terminal
    )
    event.listen(engine, "begin", _begin)
    return engine


def connect(path: Path, *, read_only: bool = False, brief: bool = False) -> sqlite3.Connection:
    """One connection of the driver, set up for a workspace.

    `brief`: for one short look, which leaves none of SQLite's own files beside a workspace that nobody has open.
    """
    mode = "mode=ro" if read_only else "mode=rwc"
    is_still = brief and not path.with_name(path.name + "-wal").exists()
    if read_only and (is_still or not os.access(path.parent, os.W_OK)):
        mode += _IMMUTABLE  # where the folder cannot be written, no shared-memory file can be made
    return _connect(path, mode, () if read_only else _WRITER_PRAGMAS)


@contextmanager
def connected(path: Path, *, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that is closed at the end: sqlite3's own `with` only commits."""
    connection = connect(path, read_only=read_only, brief=True)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn trouble of the disk, of SQLite's locks and of other writers into words for the user."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        text = str(getattr(error, "orig", error))
        for sign, words in _SIGNS.items():
            if sign in text:
                raise WorkspaceError(words, file=path) from error
        raise
    except StaleDataError as error:
        raise Refused(_MEANWHILE) from error
    except OverflowError as error:
        raise Refused(N_("A number is larger than a workspace can hold.")) from error
    except UnicodeEncodeError as error:  # half of a character, as broken file names have
        text = N_("A text holds {character}, which is no character and cannot be kept.")
        character = f"U+{ord(error.object[error.start]):04X}"
        raise Refused(text, character=character) from error


def defer_foreign_keys(session: Session) -> None:
    """Let rows that name each other be written in any order until the action ends."""
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def _connect(path: Path, mode: str, pragmas: Iterable[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
    )
    try:
        for pragma in (*_PRAGMAS, *pragmas):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError as error:  # what SQLite quotes of a damaged schema when it refuses it
        connection.close()
        raise sqlite3.DatabaseError(_MALFORMED) from error
    return connection


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    cache = _WRITERS_CACHE if immediate else _READERS_CACHE
    connection.exec_driver_sql(f"PRAGMA cache_size = -{cache}")
    connection.exec_driver_sql(f"PRAGMA temp_store = {_WRITERS_JOURNAL if immediate else 'FILE'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
