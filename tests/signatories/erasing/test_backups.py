"""Copies beside a workspace: one that knows somebody, or that nobody can look into, is named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from signatories.database import Database, people_in
from signatories.erasing import backups
from signatories.erasing.traces import Traces
from signatories.errors import WorkspaceError
from tests.factories import Make

ZOE = Traces(["Zoe Quillfeather"], ["zoe@quill.example"])


@pytest.fixture
def folder(make: Make, tmp_path: Path) -> Path:
    """A folder of copies: one from before, and one after somebody of her address was added."""
    make.database.backup(tmp_path / "a before.signatories")
    make.person("Z. Fern", email="Zoe@Quill.example")
    make.database.backup(tmp_path / "b after.signatories")
    (tmp_path / "c folder.signatories").mkdir()
    return tmp_path


def test_a_copy_that_knows_them_is_named(database: Database, folder: Path) -> None:
    assert list(backups.holding(database.path, ZOE)) == [folder / "b after.signatories"]


def test_what_cannot_be_looked_into_is_named(database: Database, folder: Path) -> None:
    nowhere, circle, other = (folder / f"{name}.signatories" for name in ("x", "y", "z"))
    nowhere.symlink_to(folder / "away")
    circle.symlink_to(circle)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE things (name TEXT)")
    found = list(backups.holding(database.path, ZOE))
    assert found == [folder / "b after.signatories", nowhere, circle, other]
    with pytest.raises(WorkspaceError, match="no such table"):
        people_in(other)
