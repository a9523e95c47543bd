"""An erasing that is killed has done nothing or all of it; what it left in the file goes when that is opened."""

import random
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from signatories import runs
from signatories.checking import check
from signatories.database import Database
from signatories.merge.snapshot import Choices
from signatories.models import Person
from signatories.runs import Request
from tests.factories import Make
from tests.killing import KILLED, Victim, victim
from tests.traces import traces_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
NAME, TRACES = "Zoë Quillfeather", ("quillfeather",)

# Erases person 1 of a workspace.
SCRIPT = """
import sys
from pathlib import Path
from signatories import database, erasing
from signatories.database import Database, overwriting
from signatories.erasing import log, printed, rows, texts
from signatories.recording import emptying
from tests.killing import obey

def erase(attack, _number):
    with Database.open(Path(sys.argv[1])) as opened, attack:
        erasing.erase(opened, 1)

obey((database, erasing, overwriting, log, printed, rows, texts, emptying), erase)
"""


class Erasings:
    """Erasings of the same person that are killed, each in the workspace of before."""

    def __init__(self, victim: Victim, kept: Path, workspace: Path) -> None:
        self._victim = victim
        self._kept = kept
        self._workspace = workspace
        self.erased = 0

    def order(self, how: str, value: float) -> str:
        """Have the person erased, and look at what is left; say what became of it."""
        for end in ("-wal", "-shm"):
            self._workspace.with_name(self._workspace.name + end).unlink(missing_ok=True)
        shutil.copy(self._kept, self._workspace)
        answer = self._victim.order(how, value)
        self._assert_whole()
        return answer

    def _assert_whole(self) -> None:
        """Either all is as before, or nothing of the person is left."""
        with Database.open(self._workspace) as database:
            with database.reading() as session:
                is_there = session.get(Person, 1) is not None
            assert check(database).problems == ()
            assert traces_in(self._workspace, TRACES) == set(TRACES if is_there else ())
            self.erased += not is_there


@contextmanager
def killing(make: Make, folder: Path) -> Iterator[Erasings]:
    letter = make.letter(recipients=2)
    make.sign_on(letter, NAME, "Moth Alliance", role="Chair")
    make.confirm(letter)
    runs.make(make.database, letter, Choices(), Request("block", "txt", folder / "list.txt"))
    workspace = folder / "victim.signatories"
    make.database.close()
    with victim(SCRIPT, workspace) as process:
        yield Erasings(process, make.database.path, workspace)


def test_killed_ten_times(make: Make, tmp_path: Path) -> None:
    with killing(make, tmp_path) as erasings:
        lines = int(erasings.order("line", 0))
        assert erasings.erased == 1
        for place in range(7):
            assert erasings.order("line", lines - place * lines // 7) == KILLED
        for seconds in (0.02, 0.05, 0.1):
            erasings.order("after", seconds)
        assert 1 < erasings.erased < 11


@pytest.mark.long
def test_killed_before_many_lines_and_at_any_moment(make: Make, tmp_path: Path) -> None:
    chance = random.Random(20261122)
    with killing(make, tmp_path) as erasings:
        lines = int(erasings.order("line", 0))
        for _ in range(100):
            assert erasings.order("line", chance.randint(1, lines)) == KILLED
        for line in range(lines - 20, lines + 1):
            assert erasings.order("line", line) == KILLED
        for _ in range(80):
            erasings.order("after", chance.uniform(0.01, 0.4))
