"""A run that is killed leaves the old files or the new ones, whole, and a record of those that stand there."""

import hashlib
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from signatories import runs
from signatories.database import Database
from signatories.merge.snapshot import Choices
from signatories.models import Run
from signatories.runs import Request, unfinished
from tests.factories import Make
from tests.killing import KILLED, Victim, victim

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
PRODUCTS = {"letters": ("letters.pdf", False), "each letter": ("letters", True)}

# Makes a run of a workspace into a place: what puts files there and keeps records is where it may die.
SCRIPT = """
import sys
from pathlib import Path
from signatories import letters, runs
from signatories.database import Database
from signatories.exports import making as exporting, swapping
from signatories.merge.snapshot import Choices
from signatories.runs import making, unfinished
from tests.killing import obey

workspace, target, separate = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "True"

def run(attack, number):
    with Database.open(workspace) as database:
        with database.work("Move") as unit:
            letters.get(unit.session, 1).place = f"Place {number}"
        wanted = runs.Request("letters", "pdf", target, separate=separate)
        with attack:
            runs.make(database, 1, Choices(), wanted)

obey((making, unfinished, exporting, swapping), run)
"""


class Killed:
    """Runs that are killed, one after the other, and what they leave."""

    def __init__(self, victim: Victim, workspace: Path, target: Path) -> None:
        self._victim = victim
        self._workspace = workspace
        self._target = target
        self.runs = 1

    def order(self, how: str, value: float) -> str:
        """Have a run made, and hold what it left against its records; say what became of it."""
        answer = self._victim.order(how, value)
        self._assert_agreeing()
        return answer

    def _assert_agreeing(self) -> None:
        with Database.open(self._workspace) as database:
            unfinished.settle(database)
            with database.reading() as session:
                every = session.query(Run).order_by(Run.id).all()
                assert [run.target for run in every] == [None] * len(every)
                recorded = {file.name: file.digest for file in every[-1].files}
        assert self._standing() == recorded
        assert self.runs <= len(every) <= self.runs + 1
        self.runs = len(every)

    def _standing(self) -> dict[str, str]:
        files = self._target.iterdir() if self._target.is_dir() else [self._target]
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@contextmanager
def killing(make: Make, folder: Path, product: str) -> Iterator[Killed]:
    name, separate = PRODUCTS[product]
    make.letter(recipients=6)
    make.sign_on(1, "Ada", "Aid")
    make.confirm(1)
    target = folder / name
    runs.make(make.database, 1, Choices(), Request("letters", "pdf", target, separate=separate))
    with victim(SCRIPT, make.database.path, target, separate) as process:
        yield Killed(process, make.database.path, target)


@pytest.mark.parametrize("product", PRODUCTS)
def test_killed_ten_times(make: Make, tmp_path: Path, product: str) -> None:
    with killing(make, tmp_path, product) as killed:
        lines = int(killed.order("line", 0))
        assert killed.runs == 2
        for place in range(7):
            assert killed.order("line", lines - place * lines // 7) == KILLED
        for seconds in (0.01, 0.05, 0.1):
            killed.order("after", seconds)


@pytest.mark.long
@pytest.mark.parametrize("product", PRODUCTS)
def test_killed_before_every_line_and_at_any_moment(
    make: Make, tmp_path: Path, product: str
) -> None:
    chance = random.Random(20100726)
    with killing(make, tmp_path, product) as killed:
        lines = int(killed.order("line", 0))
        for line in range(1, lines + 1):
            assert killed.order("line", line) == KILLED
        for _ in range(max(0, 200 - lines)):
            killed.order("after", chance.uniform(0.001, 0.3))
