"""The workspace that a command is about: there to read, there to change, or made when it is missing."""

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from signatories.commands.answers import Arguments
from signatories.database import Database


@contextmanager
def reading(arguments: Arguments) -> Iterator[Session]:
    """One look into a workspace that must be there."""
    with Database.open(arguments.workspace) as database, database.reading() as session:
        yield session


def changing(arguments: Arguments) -> Database:
    """A workspace that must be there."""
    return Database.open(arguments.workspace)


def writing(arguments: Arguments) -> AbstractContextManager[Database]:
    """A workspace that is made when it is missing; it stays when the command has put something into it."""
    if arguments.workspace.exists():
        return Database.open(arguments.workspace)
    return Database.begin(arguments.workspace)


@contextmanager
def looking(arguments: Arguments) -> Iterator[Database]:
    """A workspace of which no byte is changed; an empty one elsewhere when it is missing."""
    if arguments.workspace.exists():
        with Database.open(arguments.workspace, read_only=True) as database:
            yield database
        return
    with (
        tempfile.TemporaryDirectory(prefix="signatories-") as folder,
        Database.open(Path(folder) / "empty.signatories", create=True) as database,
    ):
        yield database
