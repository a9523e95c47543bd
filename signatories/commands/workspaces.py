"""The workspace that a command is about: there to read, there to change, or made when it is missing."""

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from signatories.commands.answers import Arguments
from signatories.database import Database
from signatories.database.elsewhere import held


@contextmanager
def reading(arguments: Arguments) -> Iterator[Session]:
    """One look into a workspace that must be there."""
    with Database.open(arguments.workspace) as database, database.reading() as session:
        yield session


@contextmanager
def changing(arguments: Arguments) -> Iterator[Database]:
    """A workspace that must be there; other computers are told that it is open."""
    with Database.open(arguments.workspace) as database:
        if database.read_only:
            yield database
            return
        with held(database.path, database.leave_to):
            yield database


def writing(arguments: Arguments) -> AbstractContextManager[Database]:
    """A workspace that is made when it is missing; it stays when the command has put something into it."""
    if arguments.workspace.exists():
        return changing(arguments)
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
