"""An empty workspace in a temporary folder, and makers of what a test needs in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from signatories.database import Database
from tests.factories import Make


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "work.signatories"


@pytest.fixture
def database(workspace: Path) -> Iterator[Database]:
    with Database.open(workspace, create=True) as opened:
        yield opened


@pytest.fixture
def make(database: Database) -> Make:
    return Make(database)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace to be copied: a test that makes many cannot ask for one each."""
    path: Path = tmp_path_factory.mktemp("empty") / "empty.signatories"
    Database.open(path, create=True).close()
    return path
