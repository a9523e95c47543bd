"""Workspace files as files: made, brought up to date, copied, restored."""

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path

from signatories import migrations
from signatories.database.connections import connected, make_engine, plain_words
from signatories.database.elsewhere import open_on, written_elsewhere
from signatories.database.headers import APPLICATION_ID, inspect_header
from signatories.errors import WorkspaceError
from signatories.models import Base
from signatories.texts import N_

SUFFIX = ".signatories"


def create(path: Path) -> None:
    """Make an empty workspace under another name first, so that it is there whole or not at all.

    When somebody else made one of that name meanwhile, that one stays.
    """
    with made_beside(path) as beside:
        put(beside, path)


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """An empty workspace beside the place of one, and gone at the end."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with plain_words(path), _file_trouble(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _fill(beside)
        yield beside
    finally:
        with suppress(
            OSError
        ):  # where none can be made none can be removed, which is said otherwise
            beside.unlink(missing_ok=True)


def _fill(path: Path) -> None:
    engine = make_engine(path, read_only=False)
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        migrations.stamp(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {migrations.SCHEMA}")
    engine.dispose()


def put(beside: Path, path: Path) -> bool:
    """Give a finished file its name, unless there is one of that name; say whether it has it."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        with _file_trouble(path):
            beside.replace(path)
    return True


def bring_up_to_date(path: Path, *, read_only: bool) -> None:
    """Run the missing migrations in one transaction, after a copy of the file was put beside it.

    Of two that open it at once the second waits, and finds it done: it may not lay the new file over the copy.
    """
    if read_only:
        raise WorkspaceError(
            N_(
                "{file} was made by an older version and is read-only. Copy it to a folder of yours first."
            ),
            file=path,
        )
    engine = make_engine(path, read_only=False)
    try:
        with (
            plain_words(path),
            engine.connect().execution_options(immediate=True) as connection,
            connection.begin(),
        ):
            if connection.exec_driver_sql("PRAGMA user_version").scalar() == migrations.SCHEMA:
                return
            _copy_checked(path, _place_before_update(path))
            migrations.upgrade(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {migrations.SCHEMA}")
    finally:
        engine.dispose()  # the last connection puts all into the file itself, header included


def _place_before_update(path: Path) -> Path:
    """Where the copy of an older file stands; one of an earlier update stays, as a restored file may be older still."""
    usual = path.with_name(f"{path.stem} before update{SUFFIX}")
    return place_of_copy(path, "before update ") if usual.exists() else usual


def back_up(source: Path, target: Path) -> None:
    """Write a whole, checked copy of a live workspace; only then is an older copy of that name replaced.

    Raises WorkspaceError; also for a target that is another kind of file.
    """
    _refuse_same(source, target)
    if target.exists():
        inspect_header(target)
    _copy_checked(source, target)


def place_of_copy(path: Path, why: str = "") -> Path:
    """Where a copy of a workspace made now stands: beside it, with the moment in its name, which no file has yet."""
    moment = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H%M%S")
    stem = f"{path.stem} {why}{moment}"
    names = chain([stem], (f"{stem} {number}" for number in count(2)))
    return next(place for name in names if not (place := path.with_name(name + SUFFIX)).exists())


def restore(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of a workspace; return where the replaced one is kept, if there was one.

    A workspace that others have open is overwritten in one transaction, which they notice; a damaged one is replaced.
    """
    inspect_header(source)
    _refuse_same(source, target)
    if host := open_on(target):
        raise written_elsewhere(target, host)
    if integrity_problems(source):
        raise WorkspaceError(N_("The backup {file} is damaged; nothing was changed."), file=source)
    if not target.exists():
        _copy_checked(source, target)
        return None
    if target.suffix != SUFFIX:
        inspect_header(target)  # no other kind of file is taken for a damaged workspace
    kept = place_of_copy(target, "before restore ")
    if integrity_problems(target):
        _set_aside(target, kept)
        _copy_checked(source, target)
    else:
        _copy_checked(target, kept)
        with plain_words(target):
            copy_database(source, target)
    return kept


def _refuse_same(source: Path, target: Path) -> None:
    if target.exists() and source.exists() and target.samefile(source):
        raise WorkspaceError(N_("{file} is the workspace itself. Name another file."), file=target)


def _refuse_unclosed(target: Path) -> None:
    """SQLite would lay a log that is still there over whatever file takes that name."""
    if target.with_name(target.name + "-wal").exists():
        text = N_(
            "{file} is open elsewhere, or was not closed. Open and close it first, or choose another name."
        )
        raise WorkspaceError(text, file=target)


def _copy_checked(source: Path, target: Path) -> None:
    _refuse_unclosed(target)
    beside = target.with_name(f"{target.name}.{os.getpid()}.part")
    with plain_words(target), _file_trouble(target):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            copy_database(source, beside)
            if integrity_problems(beside):
                raise WorkspaceError(N_("The copy of {file} is damaged."), file=source)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def _set_aside(damaged: Path, kept: Path) -> None:
    """Keep a damaged workspace as it is, with what SQLite had not yet put into it."""
    with _file_trouble(kept):
        shutil.copy2(damaged, kept)
        log = damaged.with_name(damaged.name + "-wal")
        if log.exists():
            log.replace(kept.with_name(kept.name + "-wal"))
        damaged.with_name(damaged.name + "-shm").unlink(missing_ok=True)


def integrity_problems(path: Path) -> list[str]:
    """What SQLite finds wrong with a file; empty when all is well."""
    try:
        with connected(path, read_only=True) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [text for text in found if text != "ok"] + [
        f"{table} {row_id} names a missing {parent}" for table, row_id, parent, _ in broken
    ]


def copy_database(source: Path, target: Path) -> None:
    """Copy a live database into another one, in one transaction of the target."""
    with connected(source, read_only=True) as old, connected(target) as new:
        old.backup(new)


def people_in(path: Path) -> list[tuple[str, str]]:
    """The names and e-mail addresses of the people in a workspace of whatever age. Raises WorkspaceError."""
    try:
        with connected(path, read_only=True) as connection:
            return connection.execute("SELECT name, email FROM people").fetchall()
    except sqlite3.Error as error:
        text = N_("{file} cannot be read: {reason}.")
        raise WorkspaceError(text, file=path, reason=error) from error


def is_writable(path: Path) -> bool:
    """Whether the file and its folder can be written, as SQLite needs."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


@contextmanager
def _file_trouble(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        text = N_("{file} cannot be written: {reason}.")
        raise WorkspaceError(text, file=path, reason=error.strerror or error) from error
