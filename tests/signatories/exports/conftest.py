"""The sample's letter as a snapshot, read once for all tests of what is made of it."""

from pathlib import Path

import pytest

from signatories import sample
from signatories.database import Database
from signatories.exports.checks import reading_back
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.signatories"
    sample.write(path)
    with Database.open(path) as database, database.reading() as session:
        return take(session, 1, Choices(), answers=True)


@pytest.fixture(autouse=True)
def _all_are_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Users' runs read back some of the letters, tests all."""
    monkeypatch.setattr(reading_back, "_MOST", 10_000)
    monkeypatch.setattr(reading_back, "_MOST_PAGES", 100_000)
