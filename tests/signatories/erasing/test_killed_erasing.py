"""An erasing that is killed has done nothing or all of it; what it left in the file goes when that is opened."""

import random
import shutil
import subprocess
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
from tests.traces import traces_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
ROOT = Path(__file__).resolve().parents[3]
NAME, TRACES = "Zoë Quillfeather", ("quillfeather",)

# Erases person 1 of a workspace in a child of its own for each line it reads: "line 7" kills it before the seventh
# line of those that erase and write, "after 0.05" so many seconds after it began, wherever it is then. Answers with the
# lines done.
VICTIM = """
import os, signal, sys
from pathlib import Path
from signatories import database, erasing
from signatories.database import Database, overwriting
from signatories.erasing import log, printed, rows, texts
from signatories.recording import emptying

workspace = Path(sys.argv[1])
traced = {each.__file__ for each in (database, erasing, overwriting, log, printed, rows, texts, emptying)}
lines = 0

def count_to(last):
    def trace(frame, event, _):
        global lines
        if frame.f_code.co_filename not in traced:
            return None
        if event == "line":
            lines += 1
            if lines == last:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace
    return trace

def erase(how, value):
    with Database.open(workspace) as opened:
        if how == "line":
            sys.settrace(count_to(int(value)))
        else:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, float(value))
        erasing.erase(opened, 1)
        sys.settrace(None)
        signal.setitimer(signal.ITIMER_REAL, 0)

for order in sys.stdin:
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        erase(*order.split())
        os.write(write, str(lines).encode())
        os._exit(0)
    os.close(write)
    status = os.waitpid(child, 0)[1]
    print("killed" if os.WIFSIGNALED(status) else os.read(read, 9).decode(), flush=True)
    os.close(read)
"""


class Killing:
    """Erasings of the same person that are killed, each in the workspace of before."""

    def __init__(self, victim: subprocess.Popen[str], kept: Path, workspace: Path) -> None:
        self._victim = victim
        self._kept = kept
        self._workspace = workspace
        self.erased = 0

    def order(self, how: str, value: float) -> str:
        """Have the person erased, and look at what is left; say what became of it."""
        assert self._victim.stdin is not None
        assert self._victim.stdout is not None
        for end in ("-wal", "-shm"):
            self._workspace.with_name(self._workspace.name + end).unlink(missing_ok=True)
        shutil.copy(self._kept, self._workspace)
        print(how, value, file=self._victim.stdin, flush=True)
        answer = self._victim.stdout.readline().strip()
        assert answer, "the victim itself has died"
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
def killing(make: Make, folder: Path) -> Iterator[Killing]:
    letter = make.letter(recipients=2)
    make.sign_on(letter, NAME, "Moth Alliance", role="Chair")
    make.confirm(letter)
    runs.make(make.database, letter, Choices(), Request("block", "txt", folder / "list.txt"))
    workspace = folder / "victim.signatories"
    make.database.close()
    command = [sys.executable, "-c", VICTIM, str(workspace)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as victim:
        yield Killing(victim, make.database.path, workspace)
        assert victim.stdin is not None
        victim.stdin.close()


def test_killed_ten_times(make: Make, tmp_path: Path) -> None:
    with killing(make, tmp_path) as victim:
        lines = int(victim.order("line", 0))
        assert victim.erased == 1
        for place in range(7):
            assert victim.order("line", lines - place * lines // 7) == "killed"
        for seconds in (0.02, 0.05, 0.1):
            victim.order("after", seconds)
        assert 1 < victim.erased < 11


@pytest.mark.long
def test_killed_before_many_lines_and_at_any_moment(make: Make, tmp_path: Path) -> None:
    chance = random.Random(20261122)
    with killing(make, tmp_path) as victim:
        lines = int(victim.order("line", 0))
        for _ in range(100):
            assert victim.order("line", chance.randint(1, lines)) == "killed"
        for line in range(lines - 20, lines + 1):
            assert victim.order("line", line) == "killed"
        for _ in range(80):
            victim.order("after", chance.uniform(0.01, 0.4))
