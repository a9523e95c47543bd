"""Kept files are immutable, named by their bytes, and kept once."""

import hashlib
from pathlib import Path

import pytest

from signatories import assets
from signatories.database import Database
from signatories.errors import UnreadableFile
from signatories.models import Asset


def keep(database: Database, path: Path) -> str:
    with database.work("Keep") as unit:
        return assets.keep(unit.session, path)


def test_a_file_is_kept_whole_under_its_digest(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content := bytes(range(256)) * 100)
    digest = keep(database, path)
    assert digest == hashlib.sha256(content).hexdigest()
    with database.reading() as session:
        kept = session.get_one(Asset, digest)
        assert (kept.content, kept.media_type, kept.name) == (content, "image/png", "logo.png")


def test_the_same_bytes_are_kept_once_and_never_changed(database: Database, tmp_path: Path) -> None:
    first, second = tmp_path / "first.png", tmp_path / "second.bin"
    for path in (first, second):
        path.write_bytes(b"the same")
    assert keep(database, first) == keep(database, second)
    first.write_bytes(b"another")
    assert keep(database, first) != keep(database, second)
    with database.reading() as session:
        assert sorted(asset.name for asset in session.query(Asset)) == ["first.png", "first.png"]


def test_an_unknown_kind_is_just_bytes(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "yes"
    path.touch()
    with database.reading() as session:
        assert session.get(Asset, keep(database, path)).media_type == "application/octet-stream"


def test_what_cannot_be_read_is_named(database: Database, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.eml could not be read: No such file"):
        keep(database, tmp_path / "none.eml")
