"""A run that is killed leaves the old files or the new ones, whole, and a record of those that stand there."""

import hashlib
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from signatories import runs, unfinished_runs
from signatories.database import Database
from signatories.merge.snapshot import Choices
from signatories.models import Run
from signatories.runs import Request
from tests.factories import Make

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
ROOT = Path(__file__).resolve().parents[2]
PRODUCTS = {"letters": ("letters.pdf", False), "each letter": ("letters", True)}

# Makes one run in a child of its own for each line it reads: "line 7" kills it before the seventh line of those that
# put files in their place and keep records, "after 0.05" so many seconds after it began. Answers with the lines done.
VICTIM = """
import datetime as dt, os, signal, sys
from pathlib import Path
from signatories import letters, runs, unfinished_runs
from signatories.database import Database
from signatories.exports import making, swapping
from signatories.merge.snapshot import Choices

workspace, target, separate = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "True"
traced = {module.__file__ for module in (runs, unfinished_runs, making, swapping)}
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

def run(how, value, number):
    with Database.open(workspace) as database:
        with database.work("Move") as unit:
            letters.get(unit.session, 1).place = f"Place {number}"
        if how == "line":
            sys.settrace(count_to(int(value)))
        else:
            signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
            signal.setitimer(signal.ITIMER_REAL, float(value))
        wanted = runs.Request("letters", "pdf", target, separate=separate)
        runs.make(database, 1, Choices(), wanted)
        sys.settrace(None)
        signal.setitimer(signal.ITIMER_REAL, 0)

for number, order in enumerate(sys.stdin):
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        run(*order.split(), number)
        os.write(write, str(lines).encode())
        os._exit(0)
    os.close(write)
    status = os.waitpid(child, 0)[1]
    print("killed" if os.WIFSIGNALED(status) else os.read(read, 9).decode(), flush=True)
    os.close(read)
"""


class Killing:
    """Runs that are killed, one after the other, and what they leave."""

    def __init__(self, victim: subprocess.Popen[str], workspace: Path, target: Path) -> None:
        self._victim = victim
        self._workspace = workspace
        self._target = target
        self.runs = 1

    def order(self, how: str, value: float) -> str:
        """Have a run made, and hold what it left against its records; say what became of it."""
        assert self._victim.stdin is not None
        assert self._victim.stdout is not None
        print(how, value, file=self._victim.stdin, flush=True)
        answer = self._victim.stdout.readline().strip()
        assert answer, "the victim itself has died"
        self._assert_agreeing()
        return answer

    def _assert_agreeing(self) -> None:
        with Database.open(self._workspace) as database:
            unfinished_runs.settle(database)
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
def killing(make: Make, folder: Path, product: str) -> Iterator[Killing]:
    name, separate = PRODUCTS[product]
    make.letter(recipients=6)
    make.sign_on(1, "Ada", "Aid")
    make.confirm(1)
    target = folder / name
    runs.make(make.database, 1, Choices(), Request("letters", "pdf", target, separate=separate))
    command = [sys.executable, "-c", VICTIM, str(make.database.path), str(target), str(separate)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as victim:
        yield Killing(victim, make.database.path, target)
        assert victim.stdin is not None
        victim.stdin.close()


@pytest.mark.parametrize("product", PRODUCTS)
def test_killed_ten_times(make: Make, tmp_path: Path, product: str) -> None:
    with killing(make, tmp_path, product) as victim:
        lines = int(victim.order("line", 0))
        assert victim.runs == 2
        for place in range(7):
            assert victim.order("line", lines - place * lines // 7) == "killed"
        for seconds in (0.01, 0.05, 0.1):
            victim.order("after", seconds)


@pytest.mark.long
@pytest.mark.parametrize("product", PRODUCTS)
def test_killed_before_every_line_and_at_any_moment(
    make: Make, tmp_path: Path, product: str
) -> None:
    chance = random.Random(20100726)
    with killing(make, tmp_path, product) as victim:
        lines = int(victim.order("line", 0))
        for line in range(1, lines + 1):
            assert victim.order("line", line) == "killed"
        for _ in range(max(0, 200 - lines)):
            victim.order("after", chance.uniform(0.001, 0.3))
