"""A run is recorded when its files stand in their place, whatever went wrong between the two."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from signatories import runs
from signatories.database import Database
from signatories.errors import NotFound, UnwritableFile
from signatories.exports import EXPORTERS, Exporter
from signatories.exports.swapping import put_back
from signatories.merge.snapshot import Choices
from signatories.models import Run, RunPart
from signatories.progress import Cancelled
from signatories.runs import Outcome, Request, kept, unfinished
from tests.factories import Make


@pytest.fixture
def ready(make: Make) -> Make:
    """Two recipients, and one sign-on confirmed."""
    make.letter()
    for name in ("Ghana", "Togo"):
        make.recipient(name, letter=1, address="Street 1")
    make.sign_on(1, "Ada", "Aid")
    make.confirm(1)
    return make


def made(make: Make, target: Path, *, separate: bool = False) -> Outcome:
    wanted = Request("letters", "txt", target, separate=separate)
    return runs.make(make.database, 1, Choices(), wanted)


def leave_unfinished(database: Database, run_id: int | None, target: Path) -> None:
    """Make a record look as a killed process leaves it."""
    with database.writing() as session:
        session.get_one(Run, run_id).target = str(target)


def recorded(database: Database) -> list[int]:
    with database.reading() as session:
        assert not session.query(Run).where(Run.target.is_not(None)).count()
        return [run.id for run in session.query(Run).order_by(Run.id)]


@pytest.mark.parametrize("separate", [False, True])
def test_a_record_is_kept_where_its_files_stand(
    ready: Make, tmp_path: Path, *, separate: bool
) -> None:
    target = tmp_path / "letters"
    outcome = made(ready, target, separate=separate)
    leave_unfinished(ready.database, outcome.run_id, target)
    unfinished.settle(ready.database)
    assert recorded(ready.database) == [outcome.run_id]


@pytest.mark.parametrize("separate", [False, True])
def test_a_record_is_dropped_where_they_do_not(
    ready: Make, tmp_path: Path, *, separate: bool
) -> None:
    target = tmp_path / "letters"
    first = made(ready, target, separate=separate)
    leave_unfinished(ready.database, first.run_id, target)
    (outcome,) = first.files[:1]
    outcome.path.write_text("the one before", encoding="utf-8")
    unfinished.settle(ready.database)
    assert recorded(ready.database) == []


def test_the_next_run_looks_after_it(ready: Make, tmp_path: Path) -> None:
    first = made(ready, tmp_path / "a.txt")
    leave_unfinished(ready.database, first.run_id, tmp_path / "elsewhere.txt")
    second = made(ready, tmp_path / "b.txt")
    assert recorded(ready.database) == [second.run_id]


def test_an_unfinished_run_is_none_of_the_earlier_ones(ready: Make, tmp_path: Path) -> None:
    first = made(ready, tmp_path / "a.txt")
    leave_unfinished(ready.database, first.run_id, tmp_path / "elsewhere.txt")
    with pytest.raises(NotFound, match="no run 1"):
        runs.again(ready.database, 1, tmp_path / "again.txt")


class Killed(BaseException):
    """Nothing that the program expects."""


def test_a_folder_that_was_being_replaced_is_put_back(
    ready: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "letters"
    first = made(ready, target, separate=True)
    files = standing(target)
    rename = Path.rename

    def die_after(self: Path, new: Path) -> Path:
        rename(self, new)
        raise Killed

    monkeypatch.setattr(Path, "rename", die_after)
    with pytest.raises(Killed):
        made(ready, target, separate=True)
    monkeypatch.undo()
    assert not target.exists()
    put_back(target)
    assert standing(target) == files
    assert recorded(ready.database) == [first.run_id]


def test_whoever_settles_meanwhile_loses_no_record(
    ready: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process may look between the record and the swap: no file stands there yet."""
    times = []
    writing = ready.database.writing

    @contextmanager
    def looked_at() -> Iterator[Session]:
        if len(times) == 1:
            with Database.open(ready.database.path) as other:
                unfinished.settle(other)
            assert recorded(ready.database) == []
        times.append(1)
        with writing() as session:
            yield session

    monkeypatch.setattr(ready.database, "writing", looked_at)
    outcome = made(ready, tmp_path / "letters.txt")
    monkeypatch.undo()
    assert recorded(ready.database) == [outcome.run_id]
    with ready.database.reading() as session:
        assert kept.read(session, outcome.run_id or 0).snapshot.printed


def parts(database: Database) -> int:
    with database.reading() as session:
        return session.query(RunPart).count()


def test_what_a_failed_run_would_have_printed_is_not_kept(
    ready: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "full", str(target))

    made(ready, folder / "letters.txt")
    assert parts(ready.database) == 2
    ready.sign_on(1, "Grace", "Relief")
    ready.confirm(1)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UnwritableFile):
        made(ready, folder / "letters.txt")
    assert parts(ready.database) == 2
    with ready.database.reading() as session:
        assert len(kept.read(session, 1).snapshot.printed) == 1


def test_what_a_killed_run_would_have_printed_is_not_kept(ready: Make, tmp_path: Path) -> None:
    first = made(ready, tmp_path / "letters.txt")
    leave_unfinished(ready.database, first.run_id, tmp_path / "elsewhere.txt")
    unfinished.settle(ready.database)
    assert parts(ready.database) == 0


@pytest.mark.parametrize("separate", [False, True])
def test_nobody_waits_for_the_disk(
    ready: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, separate: bool
) -> None:
    """While files are brought to a slow disk, or an old folder is removed, others can write."""
    made(ready, tmp_path / "letters", separate=separate)
    seen = []

    def look(step: str) -> None:
        with ready.database.work("Meanwhile"):
            seen.append(step)

    fsync, rmtree = os.fsync, shutil.rmtree
    monkeypatch.setattr(os, "fsync", lambda file: (look("flush"), fsync(file)))
    monkeypatch.setattr(shutil, "rmtree", lambda *a, **k: (look("remove"), rmtree(*a, **k)))
    made(ready, tmp_path / "letters", separate=separate)
    assert seen == (["flush"] * 3 + ["remove"] if separate else ["flush"])


class Stopping:
    """Asks to stop as soon as something is written."""

    def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
        if done:
            raise Cancelled


def _names(maker: Exporter) -> str:
    return f"{maker.product}-{maker.format}-{maker.separate}"


def request(maker: Exporter, folder: Path) -> Request:
    return Request(maker.product, maker.format, folder / "product", separate=maker.separate)


def old_product(maker: Exporter, make: Make, folder: Path) -> dict[str, bytes]:
    """Make a product that stands there already; give what it is."""
    runs.make(make.database, 1, Choices(), request(maker, folder))
    return standing(folder)


def standing(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds the product and nothing else."""
    made_here = tmp_path / "products"
    made_here.mkdir()
    return made_here


@pytest.mark.parametrize("maker", EXPORTERS, ids=_names)
def test_whatever_goes_wrong_the_old_product_stands(
    ready: Make, folder: Path, monkeypatch: pytest.MonkeyPatch, maker: Exporter
) -> None:
    before = old_product(maker, ready, folder)

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "full", str(target))

    for name in ("replace", "rename"):
        monkeypatch.setattr(Path, name, full)
    with pytest.raises(UnwritableFile, match="disk is full"):
        runs.make(ready.database, 1, Choices(), request(maker, folder))
    monkeypatch.undo()
    assert standing(folder) == before
    with pytest.raises(Cancelled):
        runs.make(ready.database, 1, Choices(), request(maker, folder), Stopping())
    assert standing(folder) == before
    assert recorded(ready.database) == [1]


def test_a_folder_that_vanishes_meanwhile_is_told(ready: Make, folder: Path) -> None:
    class Vanishing:
        """Takes the folder away while the letters are written."""

        def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
            if done and folder.exists():
                folder.rename(folder.with_name("moved"))

    wanted = Request("letters", "pdf", folder / "letters.pdf")
    with pytest.raises(UnwritableFile, match=r"letters\.pdf"):
        runs.make(ready.database, 1, Choices(), wanted, Vanishing())
    assert recorded(ready.database) == []
