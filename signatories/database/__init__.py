"""The workspace: opening it safely, reading it, and changing it one whole action at a time.

SQL that only SQLite understands lives in this package.
"""

import getpass
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from signatories import migrations
from signatories.database import overwriting
from signatories.database.connections import defer_foreign_keys, make_engine, plain_words
from signatories.database.elsewhere import open_on, side_file, take_over, written_elsewhere
from signatories.database.files import (
    SUFFIX,
    back_up,
    bring_up_to_date,
    integrity_problems,
    is_writable,
    made_beside,
    people_in,
    place_of_copy,
    put,
    restore,
)
from signatories.database.files import (
    create as make_workspace,
)
from signatories.database.headers import inspect_header, is_workspace
from signatories.database.later_indexes import indexed_later
from signatories.errors import WorkspaceError
from signatories.models import ChangeSet, Recorded
from signatories.recording import Changes, Columns, Recorder
from signatories.texts import N_

__all__ = [
    "SUFFIX",
    "Database",
    "Unit",
    "actor",
    "defer_foreign_keys",
    "indexed_later",
    "integrity_problems",
    "is_workspace",
    "open_on",
    "overwriting",
    "people_in",
    "place_of_copy",
    "restore",
    "side_file",
    "take_over",
]

_MADE_MEANWHILE = N_("Somebody else made {file} meanwhile: nothing was put into it. Try again.")


@dataclass
class Unit:
    """One action under way. `changes` is filled when it has ended well.

    `at_end` is done when all is recorded, in the same transaction.
    """

    session: Session
    recorder: Recorder
    changes: Changes
    at_end: Callable[[], object] | None = None

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

    def insert_columns(self, model: type[Recorded], columns: Columns, many: int) -> range:
        """The same for so many rows that are given column by column: as fast as the driver takes them."""
        return self.recorder.insert_columns(model, columns, many)

    def change(self, model: type[Recorded], rows: Sequence[dict[str, Any]]) -> None:
        """Give many rows other values at once, recorded like all others: each by its `id`."""
        self.recorder.change(model, rows)


class Database:
    """An open workspace. Sessions from it may be used in any thread, each in one at a time."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.open_on: str | None = None  # another computer, which alone may write
        self._engine = engine
        self._is_put_off = False

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Self:
        """Open a workspace, after a look at its first bytes; with `create`, make a missing one.

        Raises WorkspaceError where the file is missing, not ours, newer than we are, or damaged. An older file is
        brought up to date, with a backup beside it. A file that cannot be written, or that another computer has
        open, is opened read-only. Asked for explicitly, `read_only` is for a short look: what others write meanwhile
        may not be seen.
        """
        path = Path(path)
        if create and not path.exists():
            make_workspace(path)
        version = inspect_header(path)
        host = open_on(path)
        brief, read_only = read_only, read_only or host is not None or not is_writable(path)
        if version < migrations.SCHEMA:
            bring_up_to_date(path, read_only=read_only)
        engine = make_engine(path, read_only=read_only, brief=brief)
        database = cls(path, engine, read_only=read_only)
        if host is not None:
            database.leave_to(host)
        try:
            database.refuse_foreign_schema()
        except WorkspaceError:
            database.close()
            raise
        if not read_only and database.is_to_be_overwritten():
            with suppress(WorkspaceError):  # in use: tried again when this is closed
                database.overwrite()
        return database

    @classmethod
    @contextmanager
    def begin(cls, path: Path) -> Iterator[Self]:
        """A new workspace, which is there only when something was written into it and nothing went wrong."""
        with made_beside(path) as beside:
            with cls(path, make_engine(beside, read_only=False), read_only=False) as database:
                yield database
                is_begun = database.latest_change() > 0
            if is_begun and not put(beside, path):
                raise WorkspaceError(_MADE_MEANWHILE, file=path)

    def close(self) -> None:
        """Let go of the file. What could not be overwritten while somebody read it is tried again."""
        self._engine.dispose()
        if self._is_put_off and self.path.exists():
            with suppress(WorkspaceError):  # still in use: whoever opens it next tries again
                self.overwrite()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the workspace until it ends."""
        with Session(self._engine) as session, plain_words(self.path):
            yield session

    @contextmanager
    def work(self, message: str, *, bulk: bool = False, **values: Any) -> Iterator[Unit]:
        """One action of the user: all of it or nothing, recorded under its message so that it can be undone.

        `values` are ids and counts for the message, never names. A bulk action is undone row by row.
        """
        self._refuse_elsewhere()
        if self.read_only:
            raise WorkspaceError(N_("{file} is read-only: nothing can be changed."), file=self.path)
        with self.writing() as session:
            recorder = Recorder(session, message, values, actor=actor(), bulk=bulk)
            event.listen(session, "before_flush", recorder.before_flush)
            event.listen(session, "after_flush", recorder.after_flush)
            unit = Unit(session, recorder, Changes())
            yield unit
            unit.changes.rows.update(recorder.finish().rows)
            if unit.at_end is not None:
                unit.at_end()
            self._refuse_elsewhere()  # it was taken over meanwhile

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that writes and is *not* recorded as an action: for records such as runs."""
        with (
            plain_words(self.path),
            self._engine.connect().execution_options(immediate=True) as connection,
            connection.begin(),
            Session(connection) as session,
        ):
            yield session
            session.flush()

    def leave_to(self, host: str) -> None:
        """Write nothing more: another computer has the workspace open, and alone may."""
        self.open_on, self.read_only = host, True

    def _refuse_elsewhere(self) -> None:
        if self.open_on is not None:
            raise written_elsewhere(self.path, self.open_on)

    def latest_change(self) -> int:
        """A number that grows with every action of anybody, in other processes too."""
        with self.reading() as session:
            return session.scalar(select(func.max(ChangeSet.id))) or 0

    def backup(self, target: Path) -> None:
        """Write a whole, checked copy; an older copy of that name is replaced by it."""
        back_up(self.path, target)

    def is_to_be_overwritten(self) -> bool:
        """Whether something was erased whose bytes may still stand in the file."""
        with self.reading() as session:
            return overwriting.is_asked_for(session)

    def overwrite(self) -> None:
        """Leave no byte of what was erased in the file and its log.

        Raises WorkspaceError while anybody reads or writes it: then it is tried again when this is closed.
        """
        self._is_put_off = True
        overwriting.overwrite(self.path)
        self._is_put_off = False

    def refuse_foreign_schema(self) -> None:
        """Refuse a file that brings its own triggers or views: they would run as part of our actions."""
        query = "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')"
        with self.reading() as session:
            names = session.connection().exec_driver_sql(query).scalars().all()
        if names:
            raise WorkspaceError(
                N_("{file} holds programs of its own ({names}) and is not opened."),
                file=self.path,
                names=", ".join(names),
            )


def actor() -> str:
    """Who is at work, as the operating system calls them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user: a container, a service
        return ""
