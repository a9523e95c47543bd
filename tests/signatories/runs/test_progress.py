"""What a run tells while it makes each product, and what is left when it is cancelled there."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from signatories import runs
from signatories.database import Database
from signatories.exports import EXPORTERS, Exporter
from signatories.merge.snapshot import Choices
from signatories.models import Run
from signatories.progress import Cancelled
from signatories.runs import Request
from signatories.texts import Message
from tests.factories import Make


class Told(NamedTuple):
    """One report."""

    done: int
    total: int | None
    label: str
    item: str


class Listener:
    """Keeps what it is told, and asks to stop at the report of that number, from 1."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.told: list[Told] = []
        self._stop_at = stop_at

    def report(
        self, done: int, total: int | None, label: Message | str = "", item: str = ""
    ) -> None:
        self.told.append(Told(done, total, str(label), item))
        if len(self.told) == self._stop_at:
            raise Cancelled


@pytest.fixture
def ready(make: Make) -> Make:
    """Three recipients with addresses, and two lines."""
    make.letter()
    for name in ("Fiji", "Ghana", "Togo"):
        make.recipient(name, letter=1, address="1 Lake Road\n1211 Geneva")
    make.sign_on(1, "Ada", "Aid")
    make.sign_on(1, "Grace", "Relief")
    make.confirm(1)
    return make


def request(maker: Exporter, folder: Path) -> Request:
    return Request(
        maker.product, maker.format, folder / f"{maker.product}{maker.suffix}", maker.separate
    )


def made(ready: Make, requests: Sequence[Request], stop_at: int | None = None) -> list[Told]:
    listener = Listener(stop_at)
    runs.make_together(ready.database, 1, Choices(), requests, listener)
    return listener.told


def files(folder: Path) -> dict[Path, int]:
    """What stands in a folder and below it, but for the workspace, and when each was written."""
    found = (path for path in folder.rglob("*") if ".signatories" not in path.name)
    return {path: path.stat().st_mtime_ns for path in found}


def count_of_runs(database: Database) -> int:
    with database.reading() as session:
        return session.query(Run).count()


@pytest.mark.parametrize("maker", EXPORTERS, ids=lambda each: str(each.name))
def test_each_product_is_told_by_name_and_cancelled_without_a_trace(
    ready: Make, tmp_path: Path, maker: Exporter
) -> None:
    wanted = request(maker, tmp_path)
    looked, *told = made(ready, [wanted])
    assert looked == (0, None, "Looking everything over", "")
    assert {each.label for each in told} == {str(maker.name)}
    old = files(tmp_path)
    for stop_at in {1, 2, 1 + len(told)}:
        with pytest.raises(Cancelled):
            made(ready, [wanted], stop_at)
        assert files(tmp_path) == old
    assert count_of_runs(ready.database) == 1


def test_of_several_products_each_is_told_with_its_number_and_finished_ones_stay(
    ready: Make, tmp_path: Path
) -> None:
    letters, block = (Request(each, "txt", tmp_path / each) for each in ("letters", "block"))
    told = made(ready, [letters, block])
    assert list(dict.fromkeys(each.label for each in told[1:])) == [
        "Letters in one file, Text (1 of 2)",
        "List of signatories, Text (2 of 2)",
    ]
    assert [each.item for each in told[1:4]] == ["Fiji", "Ghana", "Togo"]
    letters.target.unlink()
    old = files(tmp_path)
    with pytest.raises(Cancelled):
        made(ready, [letters, block], len(told))
    assert {path for path, _ in files(tmp_path).items() - old.items()} == {letters.target}


def test_a_list_tells_how_many_of_its_lines_are_on_its_pages(ready: Make, tmp_path: Path) -> None:
    for number in range(120):
        ready.sign_on(1, f"Ada {number}", f"Body {number}")
    ready.confirm(1)
    _, *told = made(ready, [Request("block", "pdf", tmp_path / "block.pdf")])
    done = [each.done for each in told]
    assert 0 < done[0] < done[-1] == 122
    assert done == sorted(done)
    assert {each.total for each in told} == {122}
