"""Work that is killed before one of its lines or at some moment, again and again from the same start."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
KILLED = "killed"


class Victim:
    """A process that works in a child of its own for each order: only the child dies of it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def order(self, how: str, value: float) -> str:
        """Have the work done; "killed", or how many lines it took.

        "line" kills it before so many lines of the traced modules, 0 never; "after" so many seconds after it began.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(how, value, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline().strip()
        assert answer, "the victim itself has died"
        return answer


@contextmanager
def victim(script: str, *arguments: object) -> Iterator[Victim]:
    """Start a Python script that calls `obey`."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        yield Victim(process)
        assert process.stdin is not None
        process.stdin.close()


def obey(modules: Iterable[ModuleType], work: Callable[["Attack", int], object]) -> None:
    """In the victim: for each order do the work, which is given its attack to begin with, and its number."""
    files = {module.__file__ for module in modules}
    for number, order in enumerate(sys.stdin):
        how, value = order.split()
        read, write = os.pipe()
        if (child := os.fork()) == 0:
            attack = Attack(files, how, float(value))
            work(attack, number)
            os.write(write, str(attack.lines).encode())
            os._exit(0)
        os.close(write)
        status = os.waitpid(child, 0)[1]
        answer = KILLED if os.WIFSIGNALED(status) else os.read(read, 9).decode()
        os.close(read)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


class Attack:
    """Kills this process within a `with` block: before a line of some files, or at a moment."""

    def __init__(self, files: set[str | None], how: str, value: float) -> None:
        self.lines = 0
        self._files = files
        self._how = how
        self._value = value

    def __enter__(self) -> None:
        if self._how == "line":
            sys.settrace(self._trace)
        else:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, self._value)

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if frame.f_code.co_filename not in self._files:
            return None
        if event == "line":
            self.lines += 1
            if self.lines == self._value:
                os.kill(os.getpid(), signal.SIGKILL)
        return self._trace
