"""The workspace file: opening it safely, reading it, and changing it one whole action at a time.

SQL that only SQLite understands lives here and in `search.py`.
"""

import datetime as dt
import getpass
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from signatories import migrations
from signatories.errors import WorkspaceError
from signatories.models import Base, ChangeSet, Recorded
from signatories.recording import Changes, Recorder
from signatories.texts import N_

SUFFIX = ".signatories"
APPLICATION_ID = 0x53474E54  # "SGNT"
BUSY_MS = 5000  # how long a writer waits for another one
MAGIC = b"SQLite format 3\0"


@dataclass
class Unit:
    """One action under way. `changes` is filled when it has ended well."""

    session: Session
    recorder: Recorder
    changes: Changes

    @property
    def change_set_id(self) -> int | None:
        """The id of the action's record; None as long as it has changed nothing."""
        return self.recorder.change_set_id

    def about(self, **values: Any) -> None:
        """Say in the action's record what it was about, where an id is known only now."""
        self.recorder.values |= values

    def insert(self, model: type[Recorded], rows: Sequence[dict[str, Any]]) -> list[int]:
        """Insert many rows at once, recorded like all others; return their ids in order."""
        return self.recorder.insert(model, rows)


class Database:
    """An open workspace. Sessions from it may be used in any thread, each in one at a time."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Self:
        """Open a workspace, after a look at its first bytes; with `create`, make a missing one.

        Raises WorkspaceError where the file is missing, not ours, newer than we are, or damaged. An older file is
        brought up to date, with a backup beside it. A file that cannot be written is opened read-only.
        """
        path = Path(path)
        if create and not path.exists():
            _create(path)
        version = inspect_header(path)
        read_only = read_only or not _is_writable(path)
        if version < migrations.SCHEMA:
            _bring_up_to_date(path, read_only=read_only)
        database = cls(path, _engine(path, read_only=read_only), read_only=read_only)
        database.refuse_foreign_schema()
        return database

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the workspace until it ends."""
        with Session(self._engine) as session, _plain_words(self.path):
            yield session

    @contextmanager
    def work(self, message: str, *, bulk: bool = False, **values: Any) -> Iterator[Unit]:
        """One action of the user: all of it or nothing, recorded under its message so that it can be undone.

        `values` are ids and counts for the message, never names. A bulk action is undone row by row.
        """
        if self.read_only:
            raise WorkspaceError(N_("{file} is read-only: nothing can be changed."), file=self.path)
        with self.writing() as session:
            recorder = Recorder(session, message, values, actor=actor(), bulk=bulk)
            event.listen(session, "before_flush", recorder.before_flush)
            event.listen(session, "after_flush", recorder.after_flush)
            unit = Unit(session, recorder, Changes())
            yield unit
            unit.changes.rows.update(recorder.finish().rows)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that writes and is *not* recorded as an action: for records such as runs."""
        with (
            _plain_words(self.path),
            self._engine.connect().execution_options(immediate=True) as connection,
            connection.begin(),
            Session(connection) as session,
        ):
            yield session
            session.flush()

    def latest_change(self) -> int:
        """A number that grows with every action of anybody, in other processes too."""
        with self.reading() as session:
            return session.scalar(select(func.max(ChangeSet.id))) or 0

    def backup(self, target: Path) -> None:
        """Write a whole, checked copy of the workspace; an older copy of that name is replaced by it."""
        beside = target.with_name(target.name + ".part")
        beside.unlink(missing_ok=True)
        with _plain_words(target):
            copy_database(self.path, beside)
            problems = integrity_problems(beside)
            if problems:
                beside.unlink()
                raise WorkspaceError(N_("The copy of {file} is damaged."), file=self.path)
            beside.replace(target)

    def refuse_foreign_schema(self) -> None:
        """Refuse a file that brings its own triggers or views: they would run as part of our actions."""
        query = "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')"
        with self.reading() as session:
            names = session.connection().exec_driver_sql(query).scalars().all()
        if names:
            self.close()
            raise WorkspaceError(
                N_("{file} holds programs of its own ({names}) and is not opened."),
                file=self.path,
                names=", ".join(names),
            )


def inspect_header(path: Path) -> int:
    """The schema number of a workspace file, read from its first bytes. Raises WorkspaceError if it is not ours."""
    if path.is_dir():
        raise WorkspaceError(N_("{file} is a folder, not a workspace file."), file=path)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise WorkspaceError(N_("There is no workspace at {file}."), file=path) from None
    except OSError as error:
        raise WorkspaceError(
            N_("{file} cannot be opened: {reason}."), file=path, reason=error.strerror
        ) from error
    if not head.startswith(MAGIC) or int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise WorkspaceError(
            N_("{file} is not a workspace of this program; it was left as it is."), file=path
        )
    version = int.from_bytes(head[60:64])
    if version > migrations.SCHEMA:
        raise WorkspaceError(
            N_(
                "{file} was made by a newer version of this program. Install that version to open it."
            ),
            file=path,
        )
    return version


def restore(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of a workspace; return where the replaced one was kept, if there was one."""
    if inspect_header(source) and integrity_problems(source):
        raise WorkspaceError(N_("The backup {file} is damaged; nothing was changed."), file=source)
    kept = None
    if target.exists():
        moment = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H%M%S")
        kept = target.with_name(f"{target.stem} before restore {moment}{SUFFIX}")
        with Database.open(target) as database:
            database.backup(kept)
    with _plain_words(target):
        copy_database(source, target)
    return kept


def integrity_problems(path: Path) -> list[str]:
    """What SQLite finds wrong with a file; empty when all is well."""
    try:
        with _raw(path, read_only=True) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [text for text in found if text != "ok"] + [
        f"{table} {row_id} names a missing {parent}" for table, row_id, parent, _ in broken
    ]


def copy_database(source: Path, target: Path) -> None:
    """Copy a live database into another one, in one transaction of the target."""
    with _raw(source, read_only=True) as old, _raw(target) as new:
        old.backup(new)


def defer_foreign_keys(session: Session) -> None:
    """Let rows that name each other be written in any order until the action ends."""
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def _create(path: Path) -> None:
    """Make an empty workspace under another name first, so that it is there whole or not at all."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
    except OSError as error:
        raise WorkspaceError(
            N_("{file} cannot be made: {reason}."), file=path, reason=error.strerror
        ) from error
    with _plain_words(path):
        engine = _engine(beside, read_only=False)
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
            migrations.stamp(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {migrations.SCHEMA}")
        engine.dispose()
        beside.replace(path)


def _bring_up_to_date(path: Path, *, read_only: bool) -> None:
    if read_only:
        raise WorkspaceError(
            N_(
                "{file} was made by an older version and is read-only. Copy it to a folder of yours first."
            ),
            file=path,
        )
    kept = path.with_name(f"{path.stem} before update{SUFFIX}")
    copy_database(path, kept)
    engine = _engine(path, read_only=False)
    with engine.connect() as connection:
        with connection.execution_options(immediate=True).begin():
            migrations.upgrade(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {migrations.SCHEMA}")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _engine(path: Path, *, read_only: bool) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connect(path, read_only=read_only),
        poolclass=QueuePool,
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    mode = "mode=ro" if read_only else "mode=rwc"
    if read_only and not os.access(path.parent, os.W_OK):
        mode += "&immutable=1"  # no shared-memory file can be made there
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
    )
    for pragma in _PRAGMAS if read_only else (*_PRAGMAS, *_WRITER_PRAGMAS):
        connection.execute(f"PRAGMA {pragma}")
    return connection


_PRAGMAS = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON")
_WRITER_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL loses acknowledged work when the power fails
    "fullfsync = ON",  # macOS: fsync alone does not reach the disk
    "checkpoint_fullfsync = ON",
)


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def _raw(path: Path, *, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    connection = _connect(path, read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _plain_words(path: Path) -> Iterator[None]:
    """Turn trouble of the file system and of SQLite's locks into words for the user."""
    try:
        yield
    except (OperationalError, sqlite3.Error) as error:
        raise _in_words(error, path) from error


def _in_words(error: OperationalError | sqlite3.Error, path: Path) -> Exception:
    text = str(getattr(error, "orig", error))
    for sign, words in _SIGNS.items():
        if sign in text:
            return WorkspaceError(words, file=path)
    return error


_SIGNS = {
    "locked": N_("{file} is being written by another program. Try again in a moment."),
    "full": N_("The disk that holds {file} is full. Make room and try again; nothing was changed."),
    "readonly": N_("{file} is read-only: nothing can be changed."),
    "unable to open": N_("{file} cannot be opened: its folder does not allow it."),
    "malformed": N_("{file} is damaged. Restore a backup; the damaged file was left as it is."),
    "disk I/O": N_("The disk that holds {file} does not answer. Nothing was changed."),
}


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def actor() -> str:
    """Who is at work, as the operating system calls them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user: a container, a service
        return ""
